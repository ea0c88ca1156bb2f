/// Which authorities may issue certificates (RFC 8659 4).
struct CAA: RecordData {
    static let type = RecordType.caa
    static let summary = "Authority that may issue certificates"
    static let reference = "RFC 8659 4, RFC 9495"
    static let examples = RecordExamples(
        valid: [
            ("0 issue \"letsencrypt.org\"", "0 issue \"letsencrypt.org\""),
            ("128 ISSUEWILD \";\"", "128 issuewild \";\""),
            ("0 iodef mailto:a@example.org", "0 iodef \"mailto:a@example.org\""),
            ("0128 \"issue\" \"ca.example.net; account=230123\"", "128 issue \"ca.example.net; account=230123\""),
            ("0 issuemail \";\"", "0 issuemail \";\""),
        ],
        invalid: [
            ("256 issue \";\"", "CAA flags must be 0-255, got \"256\""),
            ("0 is-sue \";\"", "CAA tag must be 1-255 letters and digits, got \"is-sue\""),
            ("0 issue", "CAA value is missing"),
        ],
        wire: [("0 issue \"ca.example\"", "0005697373756563612e6578616d706c65")]
    )

    /// Bit 7 (128) is *issuer critical*: an authority that does not know the tag must not issue.
    let flags: UInt8
    /// Letters and digits, lower case, 1 to 255.
    let tag: [UInt8]
    let value: [UInt8]

    init(from fields: inout FieldReader) throws(RecordContentError) {
        flags = try fields.number("flags")
        let tag = try fields.longString("tag")
        guard let folded = Self.folded(tag) else {
            throw fields.refusal("tag", "must be 1-255 letters and digits", got: String(decoding: tag, as: UTF8.self))
        }
        self.tag = folded
        value = try fields.longString("value")
    }

    func write(to fields: inout FieldWriter) {
        fields.number(flags)
        fields.word(String(decoding: tag, as: UTF8.self))
        fields.quoted(value)
    }

    init(wire: inout WireReader) throws(WireError) {
        flags = try wire.number8()
        guard let folded = Self.folded(try wire.string()) else { throw wire.badField("CAA tag") }
        tag = folded
        value = wire.rest()
    }

    func write(to wire: inout WireWriter) {
        wire.number8(flags)
        wire.string(tag)
        wire.octets(value)
    }

    private static func folded(_ tag: [UInt8]) -> [UInt8]? {
        let folded = tag.map(asciiLowercased)
        let isTag = folded.allSatisfy { isDigit($0) || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
        return isTag && (1...255).contains(folded.count) ? folded : nil
    }
}
