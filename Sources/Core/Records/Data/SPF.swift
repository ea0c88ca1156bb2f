/// The retired twin of TXT for SPF (RFC 7208 3.1): shown where it is, written as TXT only.
struct SPF: TextData {
    static let type = RecordType("SPF", code: 99)
    static let use = RecordUse.readOnly
    static let summary = "Retired: SPF is published as TXT"
    static let reference = "RFC 4408 3.1.1, RFC 7208 3.1"
    static let examples = RecordExamples(
        valid: [("\"v=spf1 -all\"", "\"v=spf1 -all\"")],
        invalid: [("", "SPF text is missing")],
        wire: [("\"v=spf1 -all\"", "0b763d73706631202d616c6c")]
    )

    let strings: TextStrings
}
