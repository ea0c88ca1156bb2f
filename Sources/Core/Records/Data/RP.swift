/// Who is responsible for a name (RFC 1183 2.2).
struct RP: MailboxData {
    static let type = RecordType("RP", code: 17)
    static let summary = "Mailbox of who is responsible, and where more is said about them"
    static let reference = "RFC 1183 2.2"
    static let examples = RecordExamples(
        valid: [("Admin.example.org. .", "admin.example.org. .")],
        invalid: [("admin.example.org.", "RP text name is missing")],
        wire: [("a. b.", "016100016200")]
    )

    /// The mailbox, its `@` written as a dot.
    let mailbox: DomainName
    /// A name with TXT records about the person; the root for none.
    let textName: DomainName

    static let mailboxFields = (first: "mailbox", second: "text name")

    init(mailboxes first: DomainName, _ second: DomainName) {
        mailbox = first
        textName = second
    }

    var mailboxes: (first: DomainName, second: DomainName) { (mailbox, textName) }
}
