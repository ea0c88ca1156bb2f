import Testing

@testable import Core

@Suite("What can stand beside what")
struct CoexistenceTests {
    static let aliases: [ChangeCase] = [
        ChangeCase(["www 60 CNAME a.example.net."], ["+ www 60 A 192.0.2.1"], ["0 besideAlias 3"]),
        ChangeCase(["www 60 A 192.0.2.1"], ["+ www 60 CNAME a.example.net."], ["0 aliasBesideOthers 3"]),
        ChangeCase(["www 60 CNAME a.example.net."], ["+ www 60 CNAME b.example.net."], ["0 aliasTwice 3"]),
        ChangeCase(
            [], ["+ www 60 CNAME a.example.net.", "+ www 60 CNAME b.example.net."],
            ["0 aliasTwice 102", "1 aliasTwice 101"]
        ), ChangeCase([], ["+ @ 60 CNAME a.example.net."], ["0 aliasAtApex 2 1"]),
        ChangeCase(["www 60 A 192.0.2.1"], ["- 3", "+ www 60 CNAME a.example.net."]),
        ChangeCase(["www 60 A 192.0.2.1"], ["+ www 60 CNAME a.example.net.", "- 3"]),
        ChangeCase(["www 60 CNAME a.example.net."], ["+ www 60 A 192.0.2.1", "+ www 60 AAAA 2001:db8::1", "off 3"]),
        ChangeCase(["www 60 CNAME a.example.net."], ["= www CNAME", "= www A | www 60 A 192.0.2.1"]),
        ChangeCase(["www 60 CNAME a.example.net."], ["~ 3 60 b.example.net."]),
        ChangeCase(["www 60 CNAME a.example.net."], ["+ ! www 60 A 192.0.2.1"]),
        ChangeCase(["www 60 CNAME a.example.net.", "! www 60 A 192.0.2.1"], ["on 4"], ["0 besideAlias 3"]),
        ChangeCase(["www 60 A 192.0.2.1", "! www 60 CNAME a.example.net."], ["on 4"], ["0 aliasBesideOthers 3"]),
        ChangeCase(["www 60 A 192.0.2.1", "! www 60 CNAME a.example.net."], ["on 4", "off 3"]),
        ChangeCase(["x.www 60 A 192.0.2.1"], ["+ www 60 CNAME a.example.net."]),
        ChangeCase(["* 60 CNAME a.example.net."], ["+ www 60 A 192.0.2.1"]),
    ]

    static let doubles: [ChangeCase] = [
        ChangeCase(["www 60 A 192.0.2.1"], ["+ www 60 A 192.0.2.1"], ["0 duplicate 3"]),
        ChangeCase(["www 60 A 192.0.2.1"], ["+ WWW 60 A 192.0.2.1"], ["0 duplicate 3"]),
        ChangeCase(["www 60 AAAA 2001:db8::1"], ["+ www 60 AAAA 2001:DB8:0::1"], ["0 duplicate 3"]),
        ChangeCase([], ["+ www 60 A 192.0.2.1", "+ www 60 A 192.0.2.1"], ["1 duplicate 101"]),
        ChangeCase(["! www 60 A 192.0.2.1"], ["+ www 60 A 192.0.2.1"], ["0 duplicate 3"]),
        ChangeCase(["www 60 A 192.0.2.1"], ["- 3", "+ www 60 A 192.0.2.1"]),
        ChangeCase(["www 60 A 192.0.2.1", "www 60 A 192.0.2.2"], ["~ 3 60 192.0.2.2"], ["0 duplicate 4"]),
        ChangeCase(["www 60 A 192.0.2.1", "www 60 A 192.0.2.2"], ["~ 3 60 192.0.2.2", "~ 4 60 192.0.2.1"]),
        ChangeCase(["www 60 A 192.0.2.1"], ["+ w 60 A 192.0.2.1"]),
    ]

    static let redirections: [ChangeCase] = [
        ChangeCase([], ["+ @ 60 DNAME example.net."], ["0 redirectionAtApex 2 1"]),
        ChangeCase(["d 60 DNAME example.net."], ["+ d 60 DNAME example.com."], ["0 redirectionTwice 3"]),
        ChangeCase(["d 60 DNAME example.net."], ["+ d 60 A 192.0.2.1"]),
        ChangeCase(["d 60 DNAME example.net."], ["+ d 60 CNAME example.net."], ["0 aliasBesideOthers 3"]),
        ChangeCase(["d 60 DNAME example.net."], ["+ a.b.d 60 A 192.0.2.1"], ["0 belowRedirection 3"]),
        ChangeCase(
            ["a.b.d 60 A 192.0.2.1", "ad 60 A 192.0.2.1"], ["+ d 60 DNAME example.net."], ["0 redirectionOverOthers 3"]),
        ChangeCase(["! a.d 60 A 192.0.2.1"], ["+ d 60 DNAME example.net."]),
        ChangeCase(["! a.d 60 A 192.0.2.1", "d 60 DNAME example.net."], ["on 3"], ["0 belowRedirection 4"]),
        ChangeCase(["a.d 60 A 192.0.2.1"], ["+ d 60 DNAME example.net.", "- 3"]),
    ]

    static let delegations: [ChangeCase] = [
        ChangeCase(["s 60 NS ns.example.net."], ["+ www.s 60 TXT \"x\""], ["0 belowDelegation 3"]),
        ChangeCase(["s 60 NS ns.example.net."], ["+ s 60 TXT \"x\""], ["0 belowDelegation 3"]),
        ChangeCase(["s 60 NS ns.example.net."], ["+ www.s 60 A 192.0.2.1"], ["0 belowDelegation 3"]),
        ChangeCase(["s 60 NS ns.s.example.org."], ["+ ns.s 60 A 192.0.2.1", "+ ns.s 60 AAAA 2001:db8::1"]),
        ChangeCase(["s 60 NS s.example.org."], ["+ s 60 A 192.0.2.1"]),
        ChangeCase(["s 60 NS ns.example.net.", "t 60 NS ns.s.example.org."], ["+ ns.s 60 A 192.0.2.1"]),
        ChangeCase(["s 60 NS ns.example.net."], ["+ s 60 NS ns2.example.net."]),
        ChangeCase(["s 60 NS ns.example.net."], ["+ t.s 60 NS ns.example.net."], ["0 belowDelegation 3"]),
        ChangeCase(["ns.s 60 A 192.0.2.1"], ["+ s 60 NS ns.s.example.org."]),
        ChangeCase(["www.s 60 TXT \"x\""], ["+ s 60 NS ns.example.net."], ["0 delegationOverOthers 3"]),
        ChangeCase(
            ["s 60 TXT \"x\"", "a.s 60 A 192.0.2.1"], ["+ s 60 NS ns.example.net."], ["0 delegationOverOthers 3 4"]),
        ChangeCase(["s 60 TXT \"x\""], ["+ s 60 NS ns.example.net.", "- 3"]),
        ChangeCase(
            [], ["+ s 60 NS ns.example.net.", "+ s 60 TXT \"x\""],
            ["0 delegationOverOthers 102", "1 belowDelegation 101"]
        ), ChangeCase(["! s 60 NS ns.example.net."], ["+ www.s 60 TXT \"x\""]),
        ChangeCase(["! s 60 NS ns.example.net.", "www.s 60 TXT \"x\""], ["on 3"], ["0 delegationOverOthers 4"]),
        ChangeCase(["s 60 NS ns1.s.example.org.", "ns1.s 60 A 192.0.2.1"], ["~ 3 60 ns2.s.example.org."]),
        ChangeCase(["s 60 NS ns1.s.example.org.", "ns1.s 60 A 192.0.2.1"], ["- 3"]),
    ]

    static let digest = "DS 1 13 2 0101010101010101010101010101010101010101010101010101010101010101"

    static let signers: [ChangeCase] = [
        ChangeCase([], ["+ s 60 \(digest)"], ["0 signerWithoutDelegation"]),
        ChangeCase([], ["+ @ 60 \(digest)"], ["0 signerAtApex"]),
        ChangeCase(["s 60 NS ns.example.net."], ["+ s 60 \(digest)"]),
        ChangeCase([], ["+ s 60 \(digest)", "+ s 60 NS ns.example.net."]),
        ChangeCase(["! s 60 NS ns.example.net."], ["+ s 60 \(digest)"], ["0 signerWithoutDelegation"]),
        ChangeCase(["s 60 NS ns.example.net.", "s 60 \(digest)"], ["- 3"], ["0 delegationLeavesSigner 4"]),
        ChangeCase(["s 60 NS ns.example.net.", "s 60 \(digest)"], ["off 3"], ["0 delegationLeavesSigner 4"]),
        ChangeCase(["s 60 NS ns.example.net.", "s 60 \(digest)"], ["- 3", "- 4"]),
        ChangeCase(["s 60 NS ns.example.net.", "s 60 \(digest)"], ["- 3", "+ s 60 NS ns2.example.net."]),
        ChangeCase(["s 60 NS ns.example.net.", "s 60 NS ns2.example.net.", "s 60 \(digest)"], ["- 3"]),
    ]

    @Test("A change is judged by what it leaves", arguments: [aliases, doubles, redirections, delegations, signers])
    func judged(cases: [ChangeCase]) throws {
        for sample in cases {
            let zone = try ZoneSample(sample.zone)
            let change = try zone.change(sample.change)
            #expect(zone.conflicts(of: change) == sample.conflicts, "\(sample.testDescription)")
        }
    }

    @Test("The order of a change's items changes nothing but their numbers")
    func reversed() throws {
        for sample in Self.aliases + Self.doubles + Self.redirections + Self.delegations + Self.signers {
            let zone = try ZoneSample(sample.zone)
            var change = try zone.change(sample.change)
            change.items.reverse()
            #expect(zone.conflicts(of: change).isEmpty == sample.conflicts.isEmpty, "\(sample.testDescription)")
        }
    }

    @Test("Every rule has its case here, and says what is wrong and where that is laid down")
    func complete() {
        let cases = [Self.aliases, Self.doubles, Self.redirections, Self.delegations, Self.signers].joined()
        let shown = Set(cases.flatMap(\.conflicts).map { $0.split(separator: " ")[1] })
        #expect(CoexistenceRule.allCases.filter { !shown.contains(Substring($0.rawValue)) } == [])
        #expect(CoexistenceRule.allCases.allSatisfy { $0.message.hasSuffix(".") && !$0.reference.isEmpty })
    }

    @Test("What stood there before and is not written does not hinder")
    func standing() throws {
        let zone = try ZoneSample(["www 60 CNAME a.example.net.", "www 60 A 192.0.2.1", "www 60 A 192.0.2.2"])
        for change in [["- 4"], ["~ 4 300 192.0.2.1"], ["off 5"], ["+ w 60 A 192.0.2.1"]] {
            #expect(zone.conflicts(of: try zone.change(change)) == [], "\(change)")
        }
    }

    @Test(
        "At and below a zone of its own only delegation and glue are taken",
        arguments: [
            (["+ www.c 60 TXT \"x\""], false), (["+ c 60 TXT \"x\""], false), (["+ c 60 NS ns.example.net."], true),
            (["+ c 60 NS ns.c.example.org.", "+ ns.c 60 A 192.0.2.1"], true), (["+ ns.c 60 A 192.0.2.1"], false),
            (["+ ! www.c 60 TXT \"x\""], true), (["+ cc 60 TXT \"x\""], true),
        ]
    )
    func cuts(change: [String], isTaken: Bool) throws {
        let zone = try ZoneSample([], cuts: ["c"])
        let conflicts = zone.conflicts(of: try zone.change(change))
        let refusal = RecordRefusal.belowZoneCut(try DomainName("c.example.org"))
        #expect(conflicts == (isTaken ? [] : ["0 \(refusal.message)"]))
    }
}

extension ZoneSample {
    /// The conflicts that the change meets, as lines; none when it is applied.
    func conflicts(of change: ChangeSet, limits: ZoneLimits = .standard) -> [String] {
        do {
            _ = try state.applying(change, limits: limits)
            return []
        } catch {
            return error.lines
        }
    }
}
