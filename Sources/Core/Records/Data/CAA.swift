/// Which authorities may issue certificates (RFC 8659 4).
struct CAA: RecordData {
    static let type = RecordType.caa
    static let summary = "Authority that may issue certificates"
    static let examples = RecordExamples(
        valid: [
            ("0 issue \"letsencrypt.org\"", "0 issue \"letsencrypt.org\""),
            ("128 ISSUEWILD \";\"", "128 issuewild \";\""),
            ("0 iodef mailto:a@example.org", "0 iodef \"mailto:a@example.org\""),
        ],
        invalid: [
            ("256 issue \";\"", "CAA flags must be 0-255, got \"256\""),
            ("0 is-sue \";\"", "CAA tag must be letters and digits, got \"is-sue\""),
            ("0 issue", "CAA value is missing"),
        ]
    )

    let flags: UInt8
    /// Letters and digits, lower case.
    let tag: String
    let value: [UInt8]

    init(from fields: inout FieldReader) throws(RecordContentError) {
        flags = try fields.number("flags")
        let tag = try fields.word("tag")
        guard tag.count <= 255, tag.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) }) else {
            throw fields.refusal("tag", "must be letters and digits", got: tag)
        }
        self.tag = tag.lowercased()
        guard !fields.isAtEnd else { throw fields.refusal("value", "is missing", got: nil) }
        value = fields.isAtQuote ? try fields.quotedString("value") : Array(try fields.word("value").utf8)
    }

    var text: String { "\(flags) \(tag) \(quoted(value))" }
}
