import Testing

@testable import Core

@Suite("The system templates")
struct SystemTemplateTests {
    /// What each makes in example.org when every variable has a value.
    static let samples: [(name: String, values: [String: String], records: [String])] = [
        (
            "basic-mail", ["mail_host": "mail.example.net", "report_address": "dmarc@example.org"],
            [
                "@ MX 10 mail.example.net.", "@ TXT \"v=spf1 mx -all\"",
                "_dmarc TXT \"v=DMARC1; p=quarantine; rua=mailto:dmarc@example.org\"",
            ]
        ),
        (
            "caa-letsencrypt", ["contact": "security@example.org"],
            [
                "@ CAA 0 issue \"letsencrypt.org\"", "@ CAA 0 issuewild \"letsencrypt.org\"",
                "@ CAA 0 iodef \"mailto:security@example.org\"",
            ]
        ),
        (
            "delegation",
            [
                "child": "lab", "server1": "ns1.example.net", "server2": "ns2.example.net",
                "server3": "ns3.example.net",
                "ds": "60485 5 1 2BB183AF5F22588179A53B0A98631FAD1A292118",
            ],
            [
                "lab NS ns1.example.net.", "lab NS ns2.example.net.", "lab NS ns3.example.net.",
                "lab DS 60485 5 1 2bb183af5f22588179a53b0a98631fad1a292118",
            ]
        ),
        (
            "google-workspace", ["dkim": "v=DKIM1; k=rsa; p=AAAA", "verification": "abc"],
            [
                "@ MX 1 smtp.google.com.", "@ TXT \"v=spf1 include:_spf.google.com ~all\"",
                "google._domainkey TXT \"v=DKIM1; k=rsa; p=AAAA\"", "@ TXT \"google-site-verification=abc\"",
            ]
        ),
        (
            "microsoft-365", ["initial_domain": "acme.onmicrosoft.com", "verification": "ms1"],
            [
                "@ MX 0 example-org.mail.protection.outlook.com.",
                "@ TXT \"v=spf1 include:spf.protection.outlook.com -all\"",
                "autodiscover CNAME autodiscover.outlook.com.",
                "enterpriseregistration CNAME enterpriseregistration.windows.net.",
                "enterpriseenrollment CNAME enterpriseenrollment-s.manage.microsoft.com.",
                "selector1._domainkey CNAME selector1-example-org._domainkey.acme.onmicrosoft.com.",
                "selector2._domainkey CNAME selector2-example-org._domainkey.acme.onmicrosoft.com.", "@ TXT \"MS=ms1\"",
            ]
        ),
        (
            "no-mail", [:],
            [
                "@ MX 0 .", "@ TXT \"v=spf1 -all\"",
                "_dmarc TXT \"v=DMARC1; p=reject; sp=reject; adkim=s; aspf=s\"",
            ]
        ),
        (
            "web", ["ipv4": "192.0.2.1", "ipv6": "2001:DB8::1"],
            ["@ A 192.0.2.1", "@ AAAA 2001:db8::1", "www CNAME example.org."]
        ),
    ]

    @Test("The seven of the specification are there, each with its description")
    func complete() {
        #expect(SystemTemplate.all.map(\.name) == Self.samples.map(\.name))
        #expect(SystemTemplate.all.count == SystemTemplate.sourceCount)
        #expect(SystemTemplate.all.allSatisfy { !$0.description.isEmpty })
    }

    @Test("Each expands to contents that are taken and canonical", arguments: samples.indices)
    func expands(index: Int) throws {
        let sample = Self.samples[index]
        let template = try #require(SystemTemplate.all.first { $0.name == sample.name }).template
        #expect(Set(template.variables.map(\.name)) == Set(sample.values.keys))
        let surroundings = try TemplateTests.surroundings()
        let drafts = try template.expanded(in: surroundings, values: sample.values, toASCII: TemplateTests.noIDNA)
        let shown = drafts.map {
            "\($0.name.relativeText(to: surroundings.zone)) \($0.content.type) \($0.content.text)"
        }
        #expect(shown == sample.records)
        let types = Set(template.records.map(\.type))
        #expect(types.allSatisfy { $0.use == .ordinary })
    }

    @Test(
        "Each needs no more than its required variables, and leaves out what lacks a value", arguments: samples.indices)
    func required(index: Int) throws {
        let sample = Self.samples[index]
        let template = try #require(SystemTemplate.all.first { $0.name == sample.name }).template
        let required = Set(template.variables.filter(\.isRequired).map(\.name))
        let drafts = try template.expanded(
            in: try TemplateTests.surroundings(), values: sample.values.filter { required.contains($0.key) },
            toASCII: TemplateTests.noIDNA)
        #expect(!drafts.isEmpty)
        #expect((drafts.count < sample.records.count) == template.variables.contains { !$0.isRequired })
    }
}
