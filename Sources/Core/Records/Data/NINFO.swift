/// Text about the state of a zone (expired draft; IANA's registry).
struct NINFO: TextData {
    static let type = RecordType("NINFO", code: 56)
    static let use = RecordUse.zoneFileOnly
    static let summary = "Text about the state of a zone"
    static let reference = "draft-reid-dnsext-zs-01"
    static let examples = RecordExamples(
        valid: [("\"a b\" \"c\"", "\"a b\" \"c\"")],
        invalid: [("", "NINFO text is missing")],
        wire: [("\"a b\" \"c\"", "036120620163")]
    )

    let strings: TextStrings
}
