import API
import Core
import MariaDB
import TestSupport
import Testing

@testable import Backend

@Suite("Zones and who sees them")
struct DomainServiceTests {
    @Test("A name is found however often the zone was deleted and made again")
    func deletedNamesakes() async throws {
        try await PushLab.with { lab in
            for number in UInt8(1)...101 {
                let id = try await lab.zone("again.test", number: number, status: "pending_validation")
                try await lab.set(status: "deleted", of: id)
            }
            let last = try await lab.zone("again.test", number: 0xFF, status: "pending_validation")
            #expect(try await lab.domains.show("again.test", as: lab.caller(["*"])).summary.id == last.text)
        }
    }

    @Test("Among zones of one name the caller's own comes first, then the holder")
    func preference() async throws {
        try await PushLab.with { lab in
            let own = try await lab.zone("same.test", number: 1, status: "pending_validation")
            let other = try await lab.zone("same.test", number: 2, tenant: 1)
            let everywhere = lab.caller(["*"], at: .platform)
            #expect(try await lab.domains.show("same.test", as: everywhere).summary.id == own.text)
            try await lab.set(status: "deleted", of: own)
            #expect(try await lab.domains.show("same.test", as: everywhere).summary.id == other.text)
            await #expect(throws: AccessRefusal.notFound("domain")) {
                try await lab.domains.show("same.test", as: lab.caller(["*"]))
            }
            await #expect(throws: AccessRefusal.notFound("domain")) {
                try await lab.domains.show(other.text, as: lab.caller(["*"]))
            }
        }
    }

    @Test("Who may create zones elsewhere only is not stopped before the body says where")
    func creatorElsewhere() async throws {
        try await PushLab.with { lab in
            try await lab.setNameservers()
            let gate = AccessGate(database: lab.database, clock: lab.clock.wall)
            let creator = lab.caller(["domains:create"], at: .tenant(lab.tenants[1]))
            try await gate.require(.createDomains, domain: nil, as: creator)
            let there = DomainDraft(name: "elsewhere.test", tenantID: lab.tenants[1].text)
            #expect(try await lab.domains.create(there, as: creator).more.tenantID == lab.tenants[1].text)
            await #expect(throws: AccessRefusal.forbidden(.createDomains)) {
                try await lab.domains.create(DomainDraft(name: "here.test"), as: creator)
            }
            await #expect(throws: AccessRefusal.forbidden(.createDomains)) {
                try await gate.require(.createDomains, domain: nil, as: lab.caller(["domains:read"]))
            }
        }
    }

    @Test("A tenant in which the caller holds nothing cannot be named")
    func otherTenant() async throws {
        try await PushLab.with { lab in
            try await lab.setNameservers()
            let draft = DomainDraft(name: "other.test", tenantID: lab.tenants[1].text)
            await #expect(throws: AccessRefusal.otherTenant) {
                try await lab.domains.create(draft, as: lab.caller(["*"]))
            }
        }
    }

    @Test("A description over 4096 octets is refused, and nothing is written")
    func longDescription() async throws {
        try await PushLab.with { lab in
            try await lab.setNameservers()
            let draft = DomainDraft(name: "long.test", description: String(repeating: "d", count: 4097))
            await #expect(
                throws: DomainRefusal.invalidValue(field: "description", "must have at most 4096 octets")
            ) { try await lab.domains.create(draft, as: lab.caller(["*"])) }
            #expect(try await lab.number("SELECT COUNT(*) AS n FROM domains") == 0)
        }
    }

    @Test("A key narrowed to records lists no zones and says so")
    func narrowKey() async throws {
        try await PushLab.with { lab in
            let narrow = lab.caller(["*"], keyScopes: ["records:read"])
            await #expect(throws: AccessRefusal.forbidden(.readDomains)) {
                try await lab.domains.list(DomainListQuery(), as: narrow)
            }
        }
    }

    @Test("Percent and underscore in a search are letters like others")
    func search() async throws {
        try await PushLab.with { lab in
            _ = try await lab.zone("a_b.test", number: 1, status: "pending_validation")
            _ = try await lab.zone("axb.test", number: 2, status: "pending_validation")
            for (search, found) in [("a_b", ["a_b.test"]), ("%", []), ("A", ["a_b.test", "axb.test"]), ("é", [])] {
                let page = try await lab.domains.list(DomainListQuery(search: search), as: lab.caller(["*"]))
                #expect(page.data.map(\.name) == found)
            }
        }
    }

    @Test("The far end of the pages is empty and counts right")
    func farPage() async throws {
        try await PushLab.with { lab in
            _ = try await lab.zone("one.test", number: 1, status: "pending_validation")
            let query = DomainListQuery(page: PageRequest(page: 1_000_000, pageSize: 100))
            let page = try await lab.domains.list(query, as: lab.caller(["*"]))
            #expect(page.data.isEmpty)
            #expect(page.total == 1)
        }
    }

    @Test("Removing a zone for good leaves one row that takes it out of PowerDNS")
    func hardDelete() async throws {
        try await PushLab.with { lab in
            let zone = try await lab.zone("hard.test", number: 1)
            try await lab.domains.delete(zone.text, hard: true, as: lab.caller(["*"]))
            #expect(try await lab.number("SELECT COUNT(*) AS n FROM records") == 0)
            let rows = try await lab.database.query("SELECT op FROM outbox").rows
            #expect(try rows.map { try $0.text("op") } == ["delete"])
            #expect(try await lab.number("SELECT COUNT(*) AS n FROM audit_logs WHERE action = 'domain.delete'") == 1)
        }
    }
}
