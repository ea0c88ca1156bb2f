/// Text (RFC 1035 3.3.14): one or more strings of at most 255 octets.
///
/// Text without quotes is taken as it stands, quoted and split for the user; a quoted string that is too long is split.
struct TXT: RecordData {
    static let type = RecordType.txt
    static let summary = "Text, such as SPF, DKIM or a proof of ownership"
    static let examples = RecordExamples(
        valid: [
            ("\"v=spf1 -all\"", "\"v=spf1 -all\""),
            ("v=spf1 -all", "\"v=spf1 -all\""),
            ("\"a\" \"b\"", "\"a\" \"b\""),
            ("\"\"", "\"\""),
            ("\"a\\\"b\\092\"", "\"a\\\"b\\\\\""),
            ("é", "\"\\195\\169\""),
            (
                "\"" + String(repeating: "x", count: 256) + "\"",
                "\"" + String(repeating: "x", count: 255) + "\" \"x\""
            ),
        ],
        invalid: [
            ("", "TXT text is missing"),
            ("\"a", "TXT text must have a closing quote, got \"\"a\""),
            ("\"a\"b", "TXT text must have a blank after its closing quote, got \"\"a\"b\""),
            ("\"a\\999\"", "TXT text must write escapes as \\DDD, 000-255, got \"\"a\\999\"\""),
        ]
    )

    /// At least one, each at most 255 octets.
    let strings: [[UInt8]]

    init(from fields: inout FieldReader) throws(RecordContentError) {
        guard !fields.isAtEnd else { throw fields.refusal("text", "is missing", got: nil) }
        var written: [[UInt8]] = []
        if fields.isAtQuote {
            while !fields.isAtEnd { written.append(try fields.quotedString("text")) }
        } else {
            written = [fields.everything()]
        }
        strings = written.flatMap(Self.split)
    }

    var text: String { strings.map(quoted).joined(separator: " ") }

    private static func split(_ octets: [UInt8]) -> [[UInt8]] {
        guard octets.count > 255 else { return [octets] }
        return stride(from: 0, to: octets.count, by: 255).map {
            Array(octets[$0..<min($0 + 255, octets.count)])
        }
    }
}
