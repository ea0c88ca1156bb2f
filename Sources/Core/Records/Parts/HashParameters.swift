/// How NSEC3 hashes names (RFC 5155 3.1, 4.1).
struct HashParameters: Equatable, Sendable {
    let algorithm: UInt8
    let flags: UInt8
    let iterations: UInt16
    /// At most 255 octets.
    let salt: [UInt8]

    init(from fields: inout FieldReader) throws(RecordContentError) {
        algorithm = try fields.number("hash algorithm")
        flags = try fields.number("flags")
        iterations = try fields.number("iterations")
        let token = try fields.token("salt")
        let isEmpty = token.elementsEqual([UInt8(ascii: "-")])
        guard let salt = isEmpty ? [] : FieldReader.hexadecimal(token), salt.count <= 255 else {
            throw fields.refusal(
                "salt",
                "must be at most 255 octets in hexadecimal, or - for none",
                got: String(decoding: token, as: UTF8.self)
            )
        }
        self.salt = salt
    }

    func write(to fields: inout FieldWriter) {
        fields.number(algorithm)
        fields.number(flags)
        fields.number(iterations)
        if salt.isEmpty { fields.word("-") } else { fields.hexadecimal(salt) }
    }

    init(wire: inout WireReader) throws(WireError) {
        algorithm = try wire.number8()
        flags = try wire.number8()
        iterations = try wire.number16()
        salt = try wire.string()
    }

    func write(to wire: inout WireWriter) {
        wire.number8(algorithm)
        wire.number8(flags)
        wire.number16(iterations)
        wire.string(salt)
    }
}
