import Testing

@testable import Core

@Suite("Templates")
struct TemplateTests {
    static let noIDNA: IDNAConversion = { text throws(DomainNameError) in
        throw .notConvertible(text, reason: "no conversion in this test")
    }

    static func surroundings(
        nameservers: [String] = ["ns1.example.net", "ns2.example.net"]
    ) throws -> TemplateSurroundings {
        TemplateSurroundings(
            zone: try DomainName("example.org"), tenant: "acme",
            nameservers: try nameservers.map { try DomainName($0) },
            now: Timestamp(seconds: 1_795_497_622), serial: 2_026_112_401)
    }

    private func template(
        _ name: String, _ type: RecordType, _ content: String, _ variables: [TemplateVariable] = []
    )
        throws -> Template
    {
        try Template(
            records: [Template.Record(name: try TemplateText(name), type: type, content: try TemplateText(content))],
            variables: variables)
    }

    private func expand(_ template: Template, _ values: [String: String] = [:]) throws -> [TemplateDraft] {
        try template.expanded(in: try Self.surroundings(), values: values, toASCII: Self.noIDNA)
    }

    private func faults(_ body: () throws -> Void) -> TemplateFaults? {
        do {
            try body()
            return nil
        } catch {
            return error as? TemplateFaults
        }
    }

    @Test(
        "A text is read into what stands as it is and variables",
        arguments: [
            ("", []), ("a", [.literal("a")]), ("${a}", [.variable("a")]),
            ("a${b}c", [.literal("a"), .variable("b"), .literal("c")]),
            ("${a}${b}", [.variable("a"), .variable("b")]), ("$", [.literal("$")]), ("$a", [.literal("$a")]),
            ("a$", [.literal("a$")]), ("$${a}", [.literal("${a}")]), ("$$${a}", [.literal("$${a}")]),
            ("$$", [.literal("$$")]),
            ("$${", [.literal("${")]), ("}{", [.literal("}{")]), ("${_1}é", [.variable("_1"), .literal("é")]),
            ("{$}", [.literal("{$}")]),
        ] as [(String, [TemplateText.Part])]
    )
    func parses(text: String, parts: [TemplateText.Part]) throws {
        #expect(try TemplateText(text).parts == parts)
    }

    @Test(
        "A variable that is not closed or has no name is refused",
        arguments: [
            ("${", .unterminated(in: "${")), ("a${b", .unterminated(in: "a${b")), ("${}", .badName("")),
            ("${1a}", .badName("1a")),
            ("${a b}", .badName("a b")), ("${a-b}", .badName("a-b")), ("${${a}}", .badName("${a")),
            ("${é}", .badName("é")),
            ("${a\n}", .badName("a\n")), ("$${a}${", .unterminated(in: "$${a}${")),
        ] as [(String, TemplateTextError)]
    )
    func refusesText(text: String, reason: TemplateTextError) {
        #expect(throws: reason) { try TemplateText(text) }
        #expect(!reason.message.isEmpty)
    }

    @Test("A name of a variable has at most 64 characters")
    func nameLength() {
        #expect(TemplateVariable.isName(String(repeating: "a", count: 64)))
        #expect(!TemplateVariable.isName(String(repeating: "a", count: 65)))
    }

    @Test(
        "The built-in variables have the values of the zone, the tenant, the platform and the day",
        arguments: [
            ("${domain}", "example.org"), ("${domain_dashed}", "example-org"), ("${tenant}", "acme"),
            ("${nameserver1}", "ns1.example.net"), ("${nameserver2}", "ns2.example.net"), ("${date}", "2026-11-24"),
            ("${serial}", "2026112401"), ("$${domain}", "${domain}"),
        ]
    )
    func builtIns(text: String, value: String) throws {
        #expect(try expand(try template("@", .txt, "\"\(text)\"")).map(\.content.text) == ["\"\(value)\""])
    }

    @Test("A value is put in as it is: what looks like a variable in it is not expanded again")
    func noRecursion() throws {
        let template = try template("@", .txt, "\"${a}\"", [TemplateVariable("a", "")])
        #expect(try expand(template, ["a": "${a}${domain}$${x}"]).map(\.content.text) == ["\"${a}${domain}$${x}\""])
    }

    @Test("Names may have variables too, and stand where the zone puts them")
    func names() throws {
        let template = try template("${host}.${domain_dashed}", .a, "192.0.2.1", [TemplateVariable("host", "")])
        let drafts = try expand(template, ["host": "WWW"])
        #expect(drafts.map(\.name.text) == ["www.example-org.example.org"])
        #expect(drafts.map(\.ttl) == [nil])
    }

    @Test("Every unknown and every missing variable is named at once")
    func allAtOnce() throws {
        let template = try Template(
            records: [
                Template.Record(
                    name: try TemplateText("@"), type: .txt, content: try TemplateText("${b}${a}${c}"))
            ],
            variables: [
                TemplateVariable("b", ""), TemplateVariable("a", ""), TemplateVariable("c", "", isRequired: false),
            ])
        let found = faults { _ = try expand(template, ["a": "", "z": "1", "y": "2", "domain": "evil.example"]) }
        #expect(found?.unknown == ["domain", "y", "z"])
        #expect(found?.missing == ["a", "b"])
        #expect(found?.messages == ["Unknown variable: domain, y, z.", "Missing variable: a, b."])
    }

    @Test("A platform without a second nameserver lacks the variable where it is used, and only there")
    func missingNameserver() throws {
        let surroundings = try Self.surroundings(nameservers: ["ns1.example.net"])
        let uses = try template("child", .ns, "${nameserver2}.")
        let other = try template("child", .ns, "${nameserver1}.")
        #expect(throws: Never.self) { try other.expanded(in: surroundings, values: [:], toASCII: Self.noIDNA) }
        let found = faults { _ = try uses.expanded(in: surroundings, values: [:], toASCII: Self.noIDNA) }
        #expect(found?.missing == ["nameserver2"])
    }

    @Test("A record whose variable is not required and has no value is left out")
    func optional() throws {
        let template = try template("@", .a, "${ip}", [TemplateVariable("ip", "", isRequired: false)])
        #expect(try expand(template).isEmpty)
        #expect(try expand(template, ["ip": ""]).isEmpty)
        #expect(try expand(template, ["ip": "192.0.2.1"]).count == 1)
    }

    @Test("Expanded records are checked as those written by hand, and each fault is told with its record")
    func checks() throws {
        func record(_ name: String, _ type: RecordType, _ content: String) throws -> Template.Record {
            Template.Record(name: try TemplateText(name), type: type, content: try TemplateText(content))
        }
        let template = try Template(
            records: [
                try record("${v}", .a, "192.0.2.1"), try record("@", .a, "${v}"), try record("@", .a, "192.0.2.1"),
                try record("@", .mx, "10 ${v}"), try record("${v}.example.net.", .a, "192.0.2.1"),
            ], variables: [TemplateVariable("v", "")])
        let found = faults { _ = try expand(template, ["v": "a..b"]) }
        #expect(found?.records.map(\.index) == [0, 1, 3, 4])
        let relative = faults { _ = try expand(template, ["v": "mail"]) }
        #expect(relative?.records.map(\.index) == [1, 3, 4])
        #expect(relative?.records.last?.message == "mail.example.net does not lie in the zone.")
    }

    @Test("A template says at once what is wrong with it: undeclared, doubled, built-in and badly named variables")
    func faultyTemplate() throws {
        let record = Template.Record(
            name: try TemplateText("${n}"), type: .txt, content: try TemplateText("${m}${domain}"))
        let found = faults {
            _ = try Template(
                records: [record],
                variables: [
                    TemplateVariable("domain", ""), TemplateVariable("x", ""), TemplateVariable("x", ""),
                    TemplateVariable("a b", ""),
                ])
        }
        #expect(found?.unknown == ["m", "n"])
        #expect(found?.others.count == 3)
        #expect(faults { _ = try Template(records: [], variables: []) }?.others.count == 1)
        let many = Array(repeating: record, count: 10_001)
        #expect(faults { _ = try Template(records: many, variables: []) }?.others.count == 1)
    }

    @Test("Expansion is bounded: one content by 65,535 octets, all together by ten megabytes", .timeLimit(.minutes(1)))
    func bounded() throws {
        let text = String(repeating: "${v}", count: 2000)
        let long = Template.Record(name: try TemplateText("@"), type: .txt, content: try TemplateText(text))
        let template = try Template(
            records: Array(repeating: long, count: 1000), variables: [TemplateVariable("v", "")])
        let found = faults { _ = try expand(template, ["v": String(repeating: "x", count: 1_000_000)]) }
        #expect(found?.records.count == 1000)
        // 60,000 octets each: the 175th does not fit any more.
        let together = faults { _ = try expand(template, ["v": String(repeating: "x", count: 30)]) }
        #expect(together?.records.first?.index == 174)
    }
}
