import API
import Core
import MariaDB
import TestSupport
import Testing

@testable import Backend

@Suite("Records and who may touch them")
struct RecordServiceTests {
    @Test("Writing a record that gives names away needs the zone's update besides, in a zone that is held")
    func challengeRecords() async throws {
        try await PushLab.with { lab in
            let zone = try await lab.zone("held.test", number: 0xA1)
            let editor = lab.caller(["domains:read", "records:*"])
            let draft = RecordDraft(name: "_scaidns-verify.sub", type: "TXT", content: "\"scaidns-verify=1\"")
            await #expect(throws: AccessRefusal.forbidden(.updateDomains)) {
                try await lab.records.create(draft, in: zone.text, as: editor)
            }
            let manager = lab.caller(["domains:*", "records:*"])
            let record = try await lab.records.create(draft, in: zone.text, as: manager)
            await #expect(throws: AccessRefusal.forbidden(.updateDomains)) {
                try await lab.records.delete(RecordPath(zone.text, record.id), as: editor)
            }
            await #expect(throws: AccessRefusal.forbidden(.updateDomains)) {
                try await lab.records.update(
                    RecordPath(zone.text, record.id), RecordUpdate(content: "\"scaidns-verify=2\""), as: editor)
            }
            try await lab.set(status: "pending_validation", of: zone)
            try await lab.records.delete(RecordPath(zone.text, record.id), as: editor)
        }
    }

    @Test("A grant on some records lists those alone: pages without holes, totals that count nothing else")
    func grantedPage() async throws {
        try await PushLab.with { lab in
            let zone = try await lab.zone("granted.test", number: 0xA2)
            for number in UInt8(3)...8 {
                try await lab.record("h\(number).dev.granted.test", .a, "192.0.2.\(number)", in: zone, number)
                try await lab.record("a\(number).granted.test", .a, "192.0.2.\(number)", in: zone, number + 20)
            }
            let grant = HeldGrant(
                id: .zero, role: "record_editor", permissions: [.readDomains, .readRecords], domain: zone,
                recordPattern: "*.dev", recordTypes: ["A"], expiresAt: nil)
            let reader = lab.caller([], grants: [grant])
            let query = RecordListQuery(page: PageRequest(page: 2, pageSize: 4))
            let list = try await lab.records.list("granted.test", query, as: reader)
            #expect(list.total == 6)
            #expect(list.totalPages == 2)
            #expect(list.data.map(\.displayName) == ["h7.dev", "h8.dev"])
        }
    }

    @Test("A user agent of any characters fits the audit log")
    func longUserAgent() async throws {
        try await PushLab.with { lab in
            _ = try await lab.zone("agent.test", number: 0xA3, status: "pending_validation")
            let family = "\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}\u{200D}\u{1F466}"
            let agent = String(repeating: family, count: 300)
            let caller = lab.caller(["*"], userAgent: agent)
            let draft = RecordDraft(name: "www", type: "A", content: "192.0.2.1")
            let record = try await lab.records.create(draft, in: "agent.test", as: caller)
            #expect(record.displayName == "www")
        }
    }

    @Test("LUA is for platform administrators: it is code")
    func lua() async throws {
        try await PushLab.with { lab in
            let zone = try await lab.zone("lua.test", number: 0xA4)
            let draft = RecordDraft(name: "www", type: "LUA", content: "A \"ifportup(443, {'192.0.2.1'})\"")
            let tenantAdmin = lab.caller(["*"])
            await #expect(throws: AccessRefusal.forbidden(.everything)) {
                try await lab.records.create(draft, in: zone.text, as: tenantAdmin)
            }
            let narrowed = lab.caller(["*"], at: .platform, keyScopes: ["records:*"])
            await #expect(throws: AccessRefusal.forbidden(.everything)) {
                try await lab.records.create(draft, in: zone.text, as: narrowed)
            }
            let platformAdmin = lab.caller(["*"], at: .platform)
            let record = try await lab.records.create(draft, in: zone.text, as: platformAdmin)
            await #expect(throws: AccessRefusal.forbidden(.everything)) {
                try await lab.records.update(RecordPath(zone.text, record.id), RecordUpdate(ttl: 60), as: tenantAdmin)
            }
            await #expect(throws: AccessRefusal.forbidden(.everything)) {
                try await lab.records.delete(RecordPath(zone.text, record.id), as: tenantAdmin)
            }
            try await lab.records.delete(RecordPath(zone.text, record.id), as: platformAdmin)
        }
    }

    @Test(
        "CDS, CDNSKEY and DNSKEY need dnssec:enable, stand at the apex, and are not written in a zone that is signed here"
    )
    func dnssecTypes() async throws {
        try await PushLab.with { lab in
            let zone = try await lab.zone("cds.test", number: 0xA5)
            let drafts = [
                RecordDraft(name: "@", type: "CDS", content: "0 0 0 00"),
                RecordDraft(name: "@", type: "CDNSKEY", content: "0 3 0 AA=="),
                RecordDraft(name: "@", type: "DNSKEY", content: "257 3 13 AA=="),
            ]
            let editor = lab.caller(["domains:*", "records:*"])
            let signer = lab.caller(["records:*", "dnssec:enable", "domains:read"])
            for draft in drafts {
                await #expect(throws: AccessRefusal.forbidden(.enableDNSSEC)) {
                    try await lab.records.create(draft, in: zone.text, as: editor)
                }
                let record = try await lab.records.create(draft, in: zone.text, as: signer)
                await #expect(throws: AccessRefusal.forbidden(.enableDNSSEC)) {
                    try await lab.records.delete(RecordPath(zone.text, record.id), as: editor)
                }
            }
            let below = RecordDraft(name: "sub", type: "CDS", content: "0 0 0 00")
            let cds = try #require(RecordType("CDS"))
            await #expect(throws: RecordRefusal.apexOnly(cds)) {
                try await lab.records.create(below, in: zone.text, as: signer)
            }
            try await lab.database.query("UPDATE domains SET dnssec_status = 'signed' WHERE id = ?", [.id(zone)])
            await #expect(throws: RecordWriteRefusal.managedByDNSSEC(cds)) {
                try await lab.records.create(drafts[0], in: zone.text, as: signer)
            }
        }
    }

    @Test("The obsolete SPF is not written, and types for zone files alone are not stored")
    func unwrittenTypes() async throws {
        try await PushLab.with { lab in
            let zone = try await lab.zone("spf.test", number: 0xA6)
            let editor = lab.caller(["*"])
            let spf = try #require(RecordType("SPF"))
            await #expect(throws: RecordRefusal.readOnly(spf)) {
                let draft = RecordDraft(name: "www", type: "SPF", content: "\"v=spf1 -all\"")
                return try await lab.records.create(draft, in: zone.text, as: editor)
            }
            await #expect(throws: RecordWriteRefusal.unsupportedType("AFSDB")) {
                let draft = RecordDraft(name: "www", type: "AFSDB", content: "1 a.example.")
                return try await lab.records.create(draft, in: zone.text, as: editor)
            }
        }
    }

    @Test("A target in Unicode is stored as A-labels, in creating and in changing a record")
    func unicodeTarget() async throws {
        try await PushLab.with { lab in
            let zone = try await lab.zone("idna.test", number: 0xA7)
            let editor = lab.caller(["*"])
            let draft = RecordDraft(name: "www", type: "CNAME", content: "Bücher.example.")
            let record = try await lab.records.create(draft, in: zone.text, as: editor)
            #expect(record.content == "xn--bcher-kva.example.")
            let update = RecordUpdate(content: "straße.example.")
            let after = try await lab.records.update(RecordPath(zone.text, record.id), update, as: editor)
            #expect(after.content == "xn--strae-oqa.example.")
        }
    }
}
