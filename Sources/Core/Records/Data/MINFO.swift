/// Who is responsible for a mailing list (RFC 1035 3.3.7, experimental).
struct MINFO: MailboxData {
    static let type = RecordType("MINFO", code: 14)
    static let use = RecordUse.zoneFileOnly
    static let summary = "Experimental: the mailboxes for requests and errors of a mailing list"
    static let reference = "RFC 1035 3.3.7"
    static let examples = RecordExamples(
        valid: [("Admin.example.org. .", "admin.example.org. .")],
        invalid: [("admin.example.org.", "MINFO error mailbox is missing")],
        wire: [("a. b.", "016100016200")]
    )

    static let mailboxFields = (first: "mailbox", second: "error mailbox")

    let mailboxes: (first: DomainName, second: DomainName)

    init(mailboxes first: DomainName, _ second: DomainName) {
        mailboxes = (first, second)
    }

    static func == (left: MINFO, right: MINFO) -> Bool { left.mailboxes == right.mailboxes }
}
