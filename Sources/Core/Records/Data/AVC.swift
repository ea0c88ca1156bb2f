/// Text by which a network tells applications apart (IANA's registry).
struct AVC: TextData {
    static let type = RecordType("AVC", code: 258)
    static let use = RecordUse.zoneFileOnly
    static let summary = "Text by which a network knows applications"
    static let reference = "IANA, AVC/avc-completed-template"
    static let examples = RecordExamples(
        valid: [("\"a b\" \"c\"", "\"a b\" \"c\"")],
        invalid: [("", "AVC text is missing")],
        wire: [("\"a b\" \"c\"", "036120620163")]
    )

    let strings: TextStrings
}
