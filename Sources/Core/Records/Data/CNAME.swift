/// A canonical name (RFC 1035 3.3.1).
struct CNAME: RecordData {
    static let type = RecordType.cname
    static let summary = "Alias of another name"
    static let examples = RecordExamples(
        valid: [("Host.example.net.", "host.example.net.")],
        invalid: [
            (
                "host",
                "CNAME target must be absolute: write \"host.example.org.\" or \"host.\", got \"host\""
            ),
            (
                "a..b.",
                "CNAME target must be a domain name: \"a..b.\" has an empty label: write one dot between labels., got \"a..b.\""
            ),
        ]
    )

    let target: DomainName

    init(from fields: inout FieldReader) throws(RecordContentError) {
        target = try fields.name("target")
    }

    var text: String { target.absoluteText }
}
