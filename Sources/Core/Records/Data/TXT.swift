/// Text (RFC 1035 3.3.14): one or more strings of at most 255 octets.
///
/// Text without quotes is taken as it stands, quoted and split for the user; a quoted string that is too long is split.
struct TXT: TextData {
    static let type = RecordType.txt
    static let summary = "Text, such as SPF, DKIM or a proof of ownership"
    static let reference = "RFC 1035 3.3.14"
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
        ],
        wire: [("\"a\" \"bc\"", "0161026263")]
    )

    let strings: TextStrings
}
