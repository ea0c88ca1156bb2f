/// What a resolver says of itself (RFC 9606 3).
struct RESINFO: TextData {
    static let type = RecordType("RESINFO", code: 261)
    static let use = RecordUse.zoneFileOnly
    static let summary = "What a resolver says of itself"
    static let reference = "RFC 9606 3"
    static let examples = RecordExamples(
        valid: [("\"qnamemin\" \"exterr=15-17\"", "\"qnamemin\" \"exterr=15-17\"")],
        invalid: [("", "RESINFO text is missing")],
        wire: [("\"qnamemin\" \"exterr=15-17\"", "08716e616d656d696e0c6578746572723d31352d3137")]
    )

    let strings: TextStrings
}
