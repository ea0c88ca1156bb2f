/// A template that is shipped with the product and cannot be edited (`domain.md` 7).
public struct SystemTemplate: Equatable, Sendable {
    /// How the command line and the first migration name it: `google-workspace`.
    public let name: String
    public let description: String
    public let template: Template

    /// Every system template, by name.
    ///
    /// Their texts are constants, and a test expands each of them: one that could not be read would be missing here.
    public static let all: [SystemTemplate] = sources.compactMap { source in
        // A broken constant is found by the test that counts them, not by whoever lists templates.
        guard let template = try? source.template() else { return nil }
        return SystemTemplate(name: source.name, description: source.description, template: template)
    }

    /// How many there should be.
    static var sourceCount: Int { sources.count }

    private struct Source {
        let name: String
        let description: String
        let records: [(name: String, type: RecordType, content: String)]
        let variables: [TemplateVariable]

        func template() throws -> Template {
            try Template(
                records: records.map { record in
                    Template.Record(
                        name: try TemplateText(record.name),
                        type: record.type,
                        content: try TemplateText(record.content)
                    )
                },
                variables: variables
            )
        }
    }

    private static let sources: [Source] = [
        basicMail, caaLetsEncrypt, delegation, googleWorkspace, microsoft365, noMail, web,
    ]

    private static let basicMail = Source(
        name: "basic-mail",
        description: "Mail through one host: MX, SPF and DMARC",
        records: [
            ("@", .mx, "10 ${mail_host}."), ("@", .txt, "\"v=spf1 mx -all\""),
            ("_dmarc", .txt, "\"v=DMARC1; p=quarantine; rua=mailto:${report_address}\""),
        ],
        variables: [
            TemplateVariable("mail_host", "The host that takes mail, without a trailing dot"),
            TemplateVariable("report_address", "The address that gets DMARC reports"),
        ]
    )

    private static let caaLetsEncrypt = Source(
        name: "caa-letsencrypt",
        description: "Certificates from Let's Encrypt alone (RFC 8659)",
        records: [
            ("@", .caa, "0 issue \"letsencrypt.org\""), ("@", .caa, "0 issuewild \"letsencrypt.org\""),
            ("@", .caa, "0 iodef \"mailto:${contact}\""),
        ],
        variables: [TemplateVariable("contact", "The address to tell of refused requests", isRequired: false)]
    )

    private static let delegation = Source(
        name: "delegation",
        description: "Hands a name below the zone over to other nameservers",
        records: [
            ("${child}", .ns, "${server1}."), ("${child}", .ns, "${server2}."), ("${child}", .ns, "${server3}."),
            ("${child}", .ds, "${ds}"),
        ],
        variables: [
            TemplateVariable("child", "The name that is handed over, relative to the zone"),
            TemplateVariable("server1", "Its first nameserver, without a trailing dot"),
            TemplateVariable("server2", "Its second nameserver, without a trailing dot"),
            TemplateVariable("server3", "Its third nameserver, without a trailing dot", isRequired: false),
            TemplateVariable("ds", "The content of its DS record, where it is signed", isRequired: false),
        ]
    )

    private static let googleWorkspace = Source(
        name: "google-workspace",
        description: "Mail through Google Workspace",
        records: [
            ("@", .mx, "1 smtp.google.com."), ("@", .txt, "\"v=spf1 include:_spf.google.com ~all\""),
            ("google._domainkey", .txt, "${dkim}"),
            ("@", .txt, "\"google-site-verification=${verification}\""),
        ],
        variables: [
            TemplateVariable("dkim", "The DKIM key that Google's console shows", isRequired: false),
            TemplateVariable("verification", "What follows google-site-verification=", isRequired: false),
        ]
    )

    private static let microsoft365 = Source(
        name: "microsoft-365",
        description: "Mail and devices with Microsoft 365",
        records: [
            ("@", .mx, "0 ${domain_dashed}.mail.protection.outlook.com."),
            ("@", .txt, "\"v=spf1 include:spf.protection.outlook.com -all\""),
            ("autodiscover", .cname, "autodiscover.outlook.com."),
            ("enterpriseregistration", .cname, "enterpriseregistration.windows.net."),
            ("enterpriseenrollment", .cname, "enterpriseenrollment-s.manage.microsoft.com."),
            ("selector1._domainkey", .cname, "selector1-${domain_dashed}._domainkey.${initial_domain}."),
            ("selector2._domainkey", .cname, "selector2-${domain_dashed}._domainkey.${initial_domain}."),
            ("@", .txt, "\"MS=${verification}\""),
        ],
        variables: [
            TemplateVariable(
                "initial_domain", "The first domain of the organisation, as in acme.onmicrosoft.com",
                isRequired: false),
            TemplateVariable("verification", "What follows MS=", isRequired: false),
        ]
    )

    private static let noMail = Source(
        name: "no-mail",
        description: "Says that the zone neither takes nor sends mail (RFC 7505)",
        records: [
            ("@", .mx, "0 ."), ("@", .txt, "\"v=spf1 -all\""),
            ("_dmarc", .txt, "\"v=DMARC1; p=reject; sp=reject; adkim=s; aspf=s\""),
        ],
        variables: []
    )

    private static let web = Source(
        name: "web",
        description: "A web server at the zone's name and at www",
        records: [("@", .a, "${ipv4}"), ("@", .aaaa, "${ipv6}"), ("www", .cname, "${domain}.")],
        variables: [
            TemplateVariable("ipv4", "The server's IPv4 address"),
            TemplateVariable("ipv6", "The server's IPv6 address", isRequired: false),
        ]
    )
}
