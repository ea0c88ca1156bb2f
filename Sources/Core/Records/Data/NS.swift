/// A name server (RFC 1035 3.3.11).
struct NS: RecordData {
    static let type = RecordType.ns
    static let summary = "Name server of a zone or delegation"
    static let examples = RecordExamples(
        valid: [("ns1.example.net.", "ns1.example.net.")],
        invalid: [
            (
                "host",
                "NS target must be absolute: write \"host.example.org.\" or \"host.\", got \"host\""
            ),
            (
                "a..b.",
                "NS target must be a domain name: \"a..b.\" has an empty label: write one dot between labels., got \"a..b.\""
            ),
        ]
    )

    let target: DomainName

    init(from fields: inout FieldReader) throws(RecordContentError) {
        target = try fields.name("target")
    }

    var text: String { target.absoluteText }
}
