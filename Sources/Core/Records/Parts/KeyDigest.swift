/// What DS and CDS hold (RFC 4034 5.1): which key, and its digest in a length that fits.
struct KeyDigest: Equatable, Sendable {
    let keyTag: UInt16
    let algorithm: UInt8
    let digestType: UInt8
    /// At least one octet.
    let digest: [UInt8]

    init(from fields: inout FieldReader) throws(RecordContentError) {
        keyTag = try fields.number("key tag")
        algorithm = try fields.mnemonic("algorithm", from: SecurityAlgorithm.numbers)
        digestType = try fields.number("digest type")
        digest = try fields.hexadecimal("digest")
        if let length = Self.lengths[digestType], digest.count != length {
            throw fields.refusal(
                "digest",
                "must have \(length) octets for digest type \(digestType)",
                got: "\(digest.count) octets"
            )
        }
    }

    func write(to fields: inout FieldWriter) {
        fields.number(keyTag)
        fields.number(algorithm)
        fields.number(digestType)
        fields.hexadecimal(digest)
    }

    init(wire: inout WireReader) throws(WireError) {
        keyTag = try wire.number16()
        algorithm = try wire.number8()
        digestType = try wire.number8()
        digest = wire.rest()
        let fits = Self.lengths[digestType].map { $0 == digest.count } ?? !digest.isEmpty
        guard fits else { throw wire.badField("digest") }
    }

    func write(to wire: inout WireWriter) {
        wire.number16(keyTag)
        wire.number8(algorithm)
        wire.number8(digestType)
        wire.octets(digest)
    }

    /// The form by which a zone asks for no DS (RFC 8078 4).
    var isDeletion: Bool { keyTag == 0 && algorithm == 0 && digestType == 0 && digest == [0] }

    /// SHA-1, SHA-256, GOST, SHA-384 (RFC 4034 A.2, 4509, 5933, 6605); other types are taken as they are.
    private static let lengths: [UInt8: Int] = [1: 20, 2: 32, 3: 32, 4: 48]
}
