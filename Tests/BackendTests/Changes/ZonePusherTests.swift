import Core
import MariaDB
import TestSupport
import Testing

@testable import Backend

@Suite("Pushing a zone")
struct ZonePusherTests {
    @Test("One refused set is set aside; the rest of the zone goes into service")
    func refusedSet() async throws {
        try await PushLab.with { lab in
            let zone = try await lab.zone("refused.test", number: 0x11)
            try await lab.record("www.refused.test", .a, "192.0.2.1", in: zone, 3)
            try await lab.record("bad.refused.test", .a, "not an address", in: zone, 4)
            #expect(try await lab.pusher.push(zone) == .done)
            #expect(try await lab.services.dig("www.refused.test", "A") == ["192.0.2.1"])
            let parked = try await lab.database.query("SELECT name, parked FROM outbox")
            #expect(try parked.rows.map { try $0.text("name") } == ["bad.refused.test"])
            #expect(try parked.rows.map { try $0.bool("parked") } == [true])
        }
    }

    @Test("A zone that others made is not touched")
    func foreignZone() async throws {
        try await PushLab.with { lab in
            let stranger = try await lab.zone("foreign.test", number: 0x21)
            #expect(try await lab.pusher.push(stranger) == .done)
            try await lab.database.query("UPDATE zone_push SET verify = TRUE")
            let before = try await lab.there("foreign.test")
            // The stranger holds the name still, so this one cannot be its new holder.
            try await lab.database.query("UPDATE domains SET name = 'other.test'")
            let zone = try await lab.zone("foreign.test", number: 0x22, tenant: 1)
            try await lab.record("www.foreign.test", .a, "192.0.2.1", in: zone, 3)
            try await lab.database.query("UPDATE zone_push SET verify = TRUE")
            #expect(try await lab.pusher.push(zone) == .done)
            #expect(try await lab.there("foreign.test") == before)
            #expect(try await lab.number("SELECT MIN(parked) AS n FROM outbox") == 1)
        }
    }

    @Test("A new holder waits for the former one's last call, then makes the zone anew with a higher serial")
    func newHolder() async throws {
        try await PushLab.with { lab in
            let former = try await lab.zone("passed.test", number: 0x31)
            #expect(try await lab.pusher.push(former) == .done)
            try await lab.database.query("UPDATE domains SET serial = 2026112477, status = 'pending_validation'")
            let until = lab.clock.now.adding(seconds: 12)
            let taken = try await lab.database.withConnection { connection in
                try await PushLeaseStore().take(
                    former, holder: "third", now: lab.clock.now, until: until, on: connection)
            }
            try #require(taken != nil)
            let zone = try await lab.zone("passed.test", number: 0x32, tenant: 1)
            #expect(
                try await lab.pusher.push(zone) == .failed("The push of the name's former holder has not ended yet"))
            #expect(try await lab.there("passed.test")?.owner == former)
            lab.clock.move(seconds: 14)
            #expect(try await lab.pusher.push(zone) == .done)
            let there = try await lab.there("passed.test")
            #expect(there?.owner == zone)
            #expect(there?.serial ?? 0 > 2_026_112_477)
        }
    }

    @Test("A deleted zone leaves the zone of the name's new holder alone")
    func deletedZone() async throws {
        try await PushLab.with { lab in
            let former = try await lab.zone("deleted.test", number: 0x41, status: "deleted")
            let zone = try await lab.zone("deleted.test", number: 0x42, tenant: 1)
            #expect(try await lab.pusher.push(zone) == .done)
            try await lab.set(status: "deleted", of: zone)
            #expect(try await lab.pusher.push(former) == .done)
            #expect(try await lab.there("deleted.test")?.owner == zone)
        }
    }

    @Test("A zone that is deleted before it was ever pushed is not made")
    func deletedBeforePush() async throws {
        try await PushLab.with { lab in
            let zone = try await lab.zone("never.test", number: 0x51, status: "deleted")
            #expect(try await lab.pusher.push(zone) == .done)
            #expect(try await lab.there("never.test") == nil)
        }
    }

    @Test("A zone removed for good leaves neither a zone in PowerDNS nor a row of its lease")
    func removedZone() async throws {
        try await PushLab.with { lab in
            let zone = try await lab.zone("gone.test", number: 0x61)
            #expect(try await lab.pusher.push(zone) == .done)
            try await lab.queue(.delete, "gone.test", in: zone)
            try await lab.database.query("DELETE FROM domains")
            #expect(try await lab.pusher.push(zone) == .done)
            #expect(try await lab.there("gone.test") == nil)
            #expect(try await lab.number("SELECT COUNT(*) AS n FROM zone_push") == 0)
            #expect(try await lab.pusher.push(zone) == .done)
        }
    }

    @Test("A zone removed in PowerDNS by hand is made anew and answers")
    func removedThere() async throws {
        try await PushLab.with { lab in
            let zone = try await lab.zone("byhand.test", number: 0x71)
            #expect(try await lab.pusher.push(zone) == .done)
            try await lab.powerDNS.delete(try DomainName("byhand.test"), timeout: .seconds(10))
            try await lab.record("www.byhand.test", .a, "192.0.2.7", in: zone, 3)
            try await lab.queue(.set, "www.byhand.test", type: "A", in: zone)
            _ = try await lab.pusher.push(zone)
            #expect(try await lab.services.dig("www.byhand.test", "A") == ["192.0.2.7"])
        }
    }

    @Test("The lease of a process that died is taken after its end, and what is there is verified")
    func deadHolder() async throws {
        try await PushLab.with { lab in
            let zone = try await lab.zone("died.test", number: 0x81)
            try await lab.record("www.died.test", .a, "192.0.2.8", in: zone, 3)
            #expect(try await lab.pusher.push(zone) == .done)
            let now = lab.clock.now
            _ = try await lab.database.withConnection { connection in
                try await PushLeaseStore().take(
                    zone, holder: "dead", now: now, until: now.adding(seconds: 15), on: connection)
            }
            try await lab.queue(.set, "died.test", type: "NS", in: zone)
            #expect(try await lab.pusher.push(zone) == .busy)
            // The dead one's request lands late, with older content.
            let key = RecordSetKey(name: try DomainName("www.died.test"), type: .a)
            let late = PowerDNSSet(key, ttl: 300, contents: ["192.0.2.99"], isDisabled: false)
            try await lab.powerDNS.replace([late], in: try DomainName("died.test"), timeout: .seconds(10))
            lab.clock.move(seconds: 16)
            #expect(try await lab.pusher.push(zone) == .done)
            #expect(try await lab.services.dig("www.died.test", "A") == ["192.0.2.8"])
            #expect(try await lab.number("SELECT verify AS n FROM zone_push") == 0)
        }
    }

    @Test("A pass whose lease went to another sends nothing more")
    func lostLease() async throws {
        try await PushLab.with { lab in
            let zone = try await lab.zone("lost.test", number: 0x91)
            let now = lab.clock.now
            let lease = try #require(
                try await lab.database.withConnection { connection in
                    try await PushLeaseStore().take(
                        zone, holder: "slow", now: now, until: now.adding(seconds: 15), on: connection)
                })
            let calls = LeasedPowerDNS(
                lab.powerDNS, lease: lease, until: now.adding(seconds: 15), callSeconds: 10, database: lab.database,
                clock: lab.clock.wall)
            #expect(try await calls.zone(try DomainName("lost.test")) == nil)
            lab.clock.move(seconds: 16)
            #expect(try await lab.secondPusher().push(zone) == .done)
            await #expect(throws: LeaseLost.self) { try await calls.delete(try DomainName("lost.test")) }
            #expect(try await lab.there("lost.test")?.owner == zone)
        }
    }
}
