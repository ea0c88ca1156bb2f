/// What DNSKEY, CDNSKEY and KEY hold (RFC 4034 2.1).
struct PublicKey: Equatable, Sendable {
    let flags: UInt16
    let version: UInt8
    let algorithm: UInt8
    /// At least one octet.
    let key: [UInt8]

    init(from fields: inout FieldReader) throws(RecordContentError) {
        flags = try fields.number("flags")
        version = try fields.number("protocol")
        algorithm = try fields.mnemonic("algorithm", from: DNSSECAlgorithm.numbers)
        key = try fields.base64("public key")
    }

    func write(to fields: inout FieldWriter) {
        fields.number(flags)
        fields.number(version)
        fields.number(algorithm)
        fields.base64(key)
    }

    init(wire: inout WireReader) throws(WireError) {
        flags = try wire.number16()
        version = try wire.number8()
        algorithm = try wire.number8()
        key = wire.rest()
        guard !key.isEmpty else { throw wire.badField("public key") }
    }

    func write(to wire: inout WireWriter) {
        wire.number16(flags)
        wire.number8(version)
        wire.number8(algorithm)
        wire.octets(key)
    }
}
