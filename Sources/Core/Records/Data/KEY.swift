/// A public key that signs requests (RFC 2535 3, RFC 3445).
struct KEY: KeyData {
    static let type = RecordType("KEY", code: 25)
    static let use = RecordUse.zoneFileOnly
    static let summary = "Public key for SIG(0)"
    static let reference = "RFC 2535 3, RFC 3445"
    static let examples = RecordExamples(
        valid: [("512 255 RSAMD5 AQMF D5ra", "512 255 1 AQMFD5ra")],
        invalid: [("512 256 1 AQMF", "KEY protocol must be 0-255, got \"256\"")],
        wire: [("512 255 1 AQMFD5ra", "0200ff010103050f9ada")]
    )

    static let protocols: ClosedRange<UInt8> = 0...255

    let key: PublicKey
}
