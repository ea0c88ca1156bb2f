/// A certificate, or where one is (RFC 4398 2).
struct CERT: RecordData {
    static let type = RecordType("CERT", code: 37)
    static let summary = "Certificate, such as that of a mail user"
    static let reference = "RFC 4398 2"
    static let examples = RecordExamples(
        valid: [
            ("6 0 0 sadfdQ==", "6 0 0 sadfdQ=="),
            ("PKIX 65535 RSASHA256 AQOp pkQv", "1 65535 8 AQOppkQv"),
            ("ipgp 00 00 AA==", "6 0 0 AA=="),
        ],
        invalid: [
            ("PGPX 0 0 AA==", "CERT type must be 0-65535 or a name such as PKIX, got \"PGPX\""),
            ("1 65536 0 AA==", "CERT key tag must be 0-65535, got \"65536\""),
            ("1 0 0", "CERT certificate is missing"),
        ],
        wire: [("1 65535 8 AQOppkQv", "0001ffff080103a9a6442f")]
    )

    let certificateType: UInt16
    /// Of the key in the certificate; 0 for a key that has none.
    let keyTag: UInt16
    let algorithm: UInt8
    /// At least one octet.
    let certificate: [UInt8]

    init(from fields: inout FieldReader) throws(RecordContentError) {
        certificateType = try fields.mnemonic("type", from: Self.types)
        keyTag = try fields.number("key tag")
        algorithm = try fields.mnemonic("algorithm", from: DNSSECAlgorithm.numbers)
        certificate = try fields.base64("certificate")
    }

    /// Types and algorithms are written as numbers: PowerDNS takes nothing else.
    func write(to fields: inout FieldWriter) {
        fields.number(certificateType)
        fields.number(keyTag)
        fields.number(algorithm)
        fields.base64(certificate)
    }

    init(wire: inout WireReader) throws(WireError) {
        certificateType = try wire.number16()
        keyTag = try wire.number16()
        algorithm = try wire.number8()
        certificate = wire.rest()
        guard !certificate.isEmpty else { throw wire.badField("certificate") }
    }

    func write(to wire: inout WireWriter) {
        wire.number16(certificateType)
        wire.number16(keyTag)
        wire.number8(algorithm)
        wire.octets(certificate)
    }

    /// RFC 4398 2.1.
    private static let types: [String: UInt16] = [
        "PKIX": 1, "SPKI": 2, "PGP": 3, "IPKIX": 4, "ISPKI": 5, "IPGP": 6, "ACPKIX": 7, "IACPKIX": 8, "URI": 253,
        "OID": 254,
    ]
}
