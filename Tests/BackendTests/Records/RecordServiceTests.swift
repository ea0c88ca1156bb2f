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
}
