import Core
import MariaDB
import TestSupport
import Testing

@testable import Backend

@Suite("Waiting for a push")
struct PushDeskTests {
    /// A desk at work for the time of the closure.
    private func working(_ lab: PushLab, _ body: @Sendable (PushDesk) async throws -> Void) async throws {
        let desk = PushDesk(pusher: lab.pusher, most: 2, logger: lab.pusher.logger)
        try await withThrowingTaskGroup { group in
            group.addTask { await desk.run() }
            do {
                try await body(desk)
            } catch {
                desk.stop()
                throw error
            }
            desk.stop()
            try await group.waitForAll()
        }
    }

    @Test("Many who wait for one zone are all served, and the zone is there then")
    func waiters() async throws {
        try await PushLab.with { lab in
            let zone = try await lab.zone("waited.test", number: 0xB1)
            try await working(lab) { (desk: PushDesk) async throws in
                let begin = ContinuousClock.now
                await withTaskGroup(of: Void.self) { group in
                    for _ in 0..<20 { group.addTask { await desk.push(zone, waiting: .seconds(60)) } }
                }
                #expect(ContinuousClock.now - begin < .seconds(50), "no waiter was forgotten")
                #expect(try await lab.there("waited.test")?.owner == zone)
                #expect(try await lab.number("SELECT COUNT(*) AS n FROM outbox") == 0)
            }
        }
    }

    @Test("Who waits while another process pushes is served when that one is done")
    func otherProcess() async throws {
        try await PushLab.with { lab in
            let zone = try await lab.zone("busy.test", number: 0xB2)
            let now = lab.clock.now
            let lease = try #require(
                try await lab.database.withConnection { connection in
                    try await PushLeaseStore().take(
                        zone, holder: "other", now: now, until: now.adding(seconds: 300), on: connection)
                })
            try await working(lab) { (desk: PushDesk) async throws in
                try await withThrowingTaskGroup { group in
                    group.addTask { await desk.push(zone, waiting: .seconds(60)) }
                    group.addTask {
                        try await lab.database.withConnection { connection in
                            try await PushLeaseStore().release(lease, on: connection)
                        }
                    }
                    try await group.waitForAll()
                }
                #expect(try await lab.there("busy.test")?.owner == zone)
            }
        }
    }

    @Test("Patience ends a wait; the push goes on without it")
    func patience() async throws {
        try await PushLab.with { lab in
            let zone = try await lab.zone("patient.test", number: 0xB3)
            try await working(lab) { (desk: PushDesk) async throws in
                await desk.push(zone, waiting: .zero)
                try await eventually { try await lab.there("patient.test")?.owner == zone }
            }
        }
    }

    @Test("What was handed in before a stop is pushed before the desk is done")
    func stop() async throws {
        try await PushLab.with { lab in
            var zones: [Identifier] = []
            for number in UInt8(0xC1)...0xC5 {
                zones.append(try await lab.zone("stop\(number).test", number: number))
            }
            let handedIn = zones
            try await working(lab) { (desk: PushDesk) async throws in
                for zone in handedIn { desk.push(zone) }
            }
            #expect(try await lab.number("SELECT COUNT(*) AS n FROM outbox") == 0)
        }
    }
}
