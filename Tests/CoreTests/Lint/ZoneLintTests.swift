import Testing

@testable import Core

@Suite("Zone lint")
struct ZoneLintTests {
    /// A zone that nothing is wrong with: the ground that each case adds to.
    static let sound = [
        "@ NS ns1.example.net.", "@ NS ns2.example.net.", "@ MX 10 mail.example.org.", "mail A 192.0.2.25",
        "@ TXT \"v=spf1 mx -all\"", "_dmarc TXT \"v=DMARC1; p=reject; rua=mailto:dmarc@example.org\"",
        "www CNAME web.example.org.", "web A 192.0.2.80", "@ CAA 0 issue \"letsencrypt.org\"",
        "sub NS ns.sub.example.org.", "ns.sub A 192.0.2.53",
    ]

    @Test("A sound zone gives no finding")
    func sound() throws {
        #expect(try findings(in: []) == [])
    }

    @Test(
        "What is most likely wrong is found by its code, at its name",
        arguments: [
            (["@ MX 20 alias.example.org.", "alias CNAME mail.example.org."], "target_is_alias", "example.org"),
            (["_sip._tcp SRV 1 1 5060 gone.example.org."], "target_without_address", "_sip._tcp.example.org"),
            (["@ MX 20 gone.example.org."], "target_without_address", "example.org"),
            (["@ MX 20 192.0.2.1."], "target_is_address", "example.org"),
            (["other MX 0 .", "other MX 10 mail.example.org."], "null_mx_not_alone", "other.example.org"),
            (["cut NS ns.cut.example.org."], "glue_missing", "cut.example.org"),
            (["loop CNAME pool.example.org.", "pool CNAME loop.example.org."], "alias_in_circle", "loop.example.org"),
            (
                (1...9).map { "a\($0) CNAME a\($0 + 1).example.org." } + ["a10 A 192.0.2.1"], "alias_chain",
                "a1.example.org"
            ),
            (["old CNAME gone.example.org."], "alias_to_nothing", "old.example.org"),
            (["@ TXT \"v=spf1 -all\""], "spf_twice", "example.org"),
            (["a TXT \"v=spf2 -all\""], "spf_without_version", "a.example.org"),
            (["a TXT \"v=spf1 mx all4:x -all\""], "spf_syntax", "a.example.org"),
            (["a TXT \"v=spf1 ip4:2001:db8::/32 -all\""], "spf_syntax", "a.example.org"),
            (["a TXT \"v=spf1 +all\""], "spf_passes_all", "a.example.org"),
            (["a TXT \"v=spf1 -all mx\""], "spf_after_all", "a.example.org"),
            (["a TXT \"v=spf1 mx\""], "spf_without_all", "a.example.org"),
            (["a TXT \"v=spf1 ptr -all\""], "spf_ptr", "a.example.org"),
            (
                [
                    "a TXT \"v=spf1 a mx include:a.example include:b.example include:c.example include:d.example "
                        + "include:e.example include:f.example include:g.example include:h.example exists:i.example -all\""
                ], "spf_lookups", "a.example.org"
            ),
            (["_dmarc.a TXT \"v=DMARC1; p=drop\""], "dmarc_syntax", "_dmarc.a.example.org"),
            (["_dmarc.a TXT \"p=none\""], "dmarc_syntax", "_dmarc.a.example.org"),
            (["_dmarc.a TXT \"v=DMARC1; p=none; pct=101\""], "dmarc_syntax", "_dmarc.a.example.org"),
            (["_dmarc.a TXT \"v=DMARC1; p=none; rua=a@example.org\""], "dmarc_syntax", "_dmarc.a.example.org"),
            (["_dmarc TXT \"v=DMARC1; p=none\""], "dmarc_twice", "_dmarc.example.org"),
            (["k._domainkey TXT \"v=DKIM1; k=rsa\""], "dkim_syntax", "k._domainkey.example.org"),
            (["a.b._domainkey TXT \"v=DKIM1; k=rsa\""], "dkim_syntax", "a.b._domainkey.example.org"),
            (["k._domainkey TXT \"v=DKIM1; p=@@@@\""], "dkim_syntax", "k._domainkey.example.org"),
            (["k._domainkey TXT \"k=dsa; p=AAAA\""], "dkim_syntax", "k._domainkey.example.org"),
            (["k._domainkey TXT \"k=ed25519; p=AAAA\""], "dkim_syntax", "k._domainkey.example.org"),
            (["shop CAA 0 issue \";\""], "caa_forbids_all", "shop.example.org"),
            (["shop CAA 128 isue \"letsencrypt.org\""], "caa_unknown_critical", "shop.example.org"),
            (["* A 192.0.2.1"], "wildcard_beside_delegation", "*.example.org"),
        ] as [([String], String, String)]
    )
    func found(lines: [String], code: String, name: String) throws {
        let findings = try findings(in: lines)
        #expect(findings.contains { $0.code == code && $0.name.text == name }, "\(findings.map(\.code))")
    }

    @Test(
        "What only looks wrong is left alone",
        arguments: [
            ["@ MX 20 mx.example.net."], ["_sip._tcp SRV 0 0 0 ."], ["a TXT \"v=spf1 redirect=example.net\""],
            ["k._domainkey TXT \"v=DKIM1; p=\""], ["_adsp._domainkey TXT \"dkim=all\""],
            ["a MX 10 b.wild.example.org.", "*.wild A 192.0.2.1"],
            ["a CNAME b.sub.example.org."], ["a MX 10 b.sub.example.org."],
            ["old CNAME ent.example.org.", "x.ent A 192.0.2.1"],
            ["d DNAME example.net.", "a CNAME b.d.example.org."], ["a TXT \"site-verification=-all\""],
        ]
    )
    func leftAlone(lines: [String]) throws {
        #expect(try findings(in: lines) == [])
    }

    @Test("A target that is no host's name is found where a zone that was taken over has one")
    func noHost() throws {
        var extra = try record("@ MX 20 mail.example.org.")
        extra.content = RecordContent(stored: "20 my_mail.example.net.", type: .mx)
        let findings = try ZoneLint(apex: DomainName("example.org"), records: Self.sound.map(record) + [extra]).findings
        #expect(findings.map(\.code) == ["target_not_host"])
    }

    @Test("A chain of eight aliases is taken, a circle of any length is found")
    func chains() throws {
        let eight = (1...8).map { "a\($0) CNAME a\($0 + 1).example.org." } + ["a9 A 192.0.2.1"]
        #expect(try findings(in: eight) == [])
        for length in [1, 2, 8] {
            let circle = (0..<length).map { "a\($0) CNAME a\(($0 + 1) % length).example.org." }
            #expect(try findings(in: circle).map(\.code) == Array(repeating: "alias_in_circle", count: length))
        }
    }

    @Test("Many records that point at a name with many records are looked over in one pass", .timeLimit(.minutes(2)))
    func crowded() throws {
        let records = try (0..<16_000).flatMap { number in
            [try record("m\(number) MX 10 host.example.org."), try record("host TXT \"\(number)\"")]
        }
        let findings = try ZoneLint(apex: DomainName("example.org"), records: records).findings
        #expect(findings.count { $0.code == "target_without_address" } == 999)
    }

    @Test("Disabled records take no part")
    func disabled() throws {
        var records = try Self.sound.map(record)
        var extra = try record("@ MX 20 gone.example.org.")
        extra.isDisabled = true
        records.append(extra)
        #expect(try ZoneLint(apex: DomainName("example.org"), records: records).findings == [])
    }

    @Test("TTLs outside 30 s to a week are found", arguments: [(29, "ttl_low"), (604_801, "ttl_high")])
    func ttls(ttl: UInt32, code: String) throws {
        var extra = try record("a A 192.0.2.1")
        extra.ttl = ttl
        let findings = try ZoneLint(apex: DomainName("example.org"), records: Self.sound.map(record) + [extra]).findings
        #expect(findings.map(\.code) == [code])
        #expect(findings.first?.recordIDs == [extra.id])
    }

    @Test("A zone without name servers, or with one, is told so")
    func nameservers() throws {
        let apex = try DomainName("example.org")
        #expect(ZoneLint(apex: apex, records: []).findings.map(\.code) == ["ns_missing"])
        let one = try [record("@ NS ns1.example.net.")]
        #expect(ZoneLint(apex: apex, records: one).findings.map(\.code) == ["ns_single"])
    }

    @Test(
        "How the parent delegates the zone decides what is found",
        arguments: [
            (DelegationState.ours, []), (.partly, ["delegation_partly"]), (.elsewhere, ["delegation_elsewhere"]),
            (.lame, ["delegation_lame"]), (.none, ["delegation_missing"]),
        ] as [(DelegationState, [String])]
    )
    func delegation(state: DelegationState, codes: [String]) throws {
        let lint = try ZoneLint(apex: DomainName("example.org"), records: Self.sound.map(record), delegation: state)
        #expect(lint.findings.map(\.code) == codes)
    }

    @Test("A zone below that is held here and not delegated is named")
    func cut() throws {
        let cuts = try [DomainName("sub.example.org"), DomainName("new.example.org")]
        let findings = try ZoneLint(apex: DomainName("example.org"), records: Self.sound.map(record), cuts: cuts)
            .findings
        #expect(findings.map(\.code) == ["delegation_missing"])
        #expect(findings.first?.name.text == "new.example.org")
    }

    @Test("Findings come worst first, and every one says what to do and where that stands")
    func order() throws {
        let findings = try findings(in: ["* A 192.0.2.1", "@ MX 20 192.0.2.1.", "a TXT \"v=spf1 +all\""])
        #expect(findings.map(\.severity) == [.error, .warning, .notice])
        for finding in findings {
            #expect(finding.message.hasSuffix("."))
            #expect(finding.hint.hasSuffix("."))
            #expect(finding.reference.hasPrefix("RFC "))
            #expect(!finding.recordIDs.isEmpty)
        }
    }

    private func findings(in lines: [String]) throws -> [LintFinding] {
        try ZoneLint(apex: DomainName("example.org"), records: (Self.sound + lines).map(record)).findings
    }

    private func record(_ line: String) throws -> StoredRecord {
        let words = line.split(separator: " ", maxSplits: 2).map(String.init)
        let zone = try DomainName("example.org")
        let type = try #require(RecordType(words[1]))
        return StoredRecord(
            id: try #require(Identifier(bytes: (0..<16).map { _ in UInt8.random(in: 0...255) })),
            name: words[0] == "@" ? zone : try DomainName(words[0] + ".example.org"),
            content: try RecordContent(type: type, text: words[2], zone: zone),
            ttl: 3600,
            createdAt: Timestamp(seconds: 0),
            updatedAt: Timestamp(seconds: 0)
        )
    }
}
