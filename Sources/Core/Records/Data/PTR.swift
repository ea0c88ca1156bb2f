/// A pointer to a name (RFC 1035 3.3.12).
struct PTR: RecordData {
    static let type = RecordType.ptr
    static let summary = "Name of an address"
    static let examples = RecordExamples(
        valid: [("host.example.net.", "host.example.net.")],
        invalid: [
            (
                "host",
                "PTR target must be absolute: write \"host.example.org.\" or \"host.\", got \"host\""
            ),
            (
                "a..b.",
                "PTR target must be a domain name: \"a..b.\" has an empty label: write one dot between labels., got \"a..b.\""
            ),
        ]
    )

    let target: DomainName

    init(from fields: inout FieldReader) throws(RecordContentError) {
        target = try fields.name("target")
    }

    var text: String { target.absoluteText }
}
