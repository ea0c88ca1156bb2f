import Core
public import Logging
public import MariaDB

/// What became of one pass over a zone's outbox.
enum PushOutcome: Sendable, Equatable {
    /// Nothing is open any more, but for what PowerDNS refuses.
    case done
    /// Something is still open: more rows than one pass takes, or rows that came meanwhile.
    case more
    /// Another process pushes this zone.
    case busy
    /// PowerDNS did not take it; the worker comes again.
    case failed(String)
}

/// Brings one zone's open changes to PowerDNS: one pusher a zone, no lock held over HTTP (`domain.md` 3.2).
public struct ZonePusher: Sendable {
    /// How long one call to PowerDNS may take.
    public struct Timing: Sendable {
        /// Seconds.
        public let callSeconds: Int64

        public init(callSeconds: Int64) {
            self.callSeconds = callSeconds
        }
    }

    let database: ConnectionPool
    let powerDNS: PowerDNSClient
    let surroundings: Surroundings
    let timing: Timing
    /// Names this process among those that push.
    let holder: String
    let logger: Logger
    let leases = PushLeaseStore()
    let outbox = OutboxStore()
    let domains = DomainStore()
    let records = RecordStore()
    let changes: ChangeStore

    public init(
        database: ConnectionPool,
        powerDNS: PowerDNSClient,
        surroundings: Surroundings,
        timing: Timing,
        holder: String,
        logger: Logger
    ) {
        self.database = database
        self.powerDNS = powerDNS
        self.surroundings = surroundings
        self.timing = timing
        self.holder = holder
        self.logger = logger
        changes = ChangeStore(surroundings: surroundings)
    }

    var timeout: Duration { .seconds(timing.callSeconds) }

    /// One pass: the rows that are open now, sent as their sets are now, then exactly those rows cleared.
    func push(_ domain: Identifier) async throws -> PushOutcome {
        let now = surroundings.now
        // The lease outlives the longest run of calls: two attempts at the zone, a read-back, a rectify.
        let until = now.adding(seconds: timing.callSeconds * 4 + 2)
        let lease = try await database.withConnection { connection in
            try await leases.take(domain, holder: holder, now: now, until: until, on: connection)
        }
        guard let lease else { return .busy }
        do {
            return try await work(under: lease)
        } catch let failure as PowerDNSFailure {
            return try await giveUp(lease, failure)
        } catch {
            try await database.withConnection { connection in
                let next = nextAttempt(after: lease)
                try await leases.fail(lease, reason: "internal error", nextAt: next, on: connection)
            }
            throw error
        }
    }

    private func work(under lease: PushLease) async throws -> PushOutcome {
        let (row, open) = try await database.withConnection { connection in
            let open = try await outbox.open(of: lease.domain, on: connection)
            return (try await domains.row(lease.domain, on: connection), open)
        }
        guard !open.isEmpty else {
            try await finish(lease, cleared: [], serial: nil)
            return .done
        }
        let serial = try await send(open, of: row, under: lease)
        try await finish(lease, cleared: open, serial: serial)
        return open.count == OutboxStore.rowsInPush ? .more : .done
    }

    /// Clears what was sent, unless the lease went to another meanwhile: then that one sends it again.
    private func finish(_ lease: PushLease, cleared rows: [OutboxRow], serial: Int64?) async throws {
        try await database.transaction { connection in
            guard try await leases.isHeld(lease, on: connection) else { return }
            try await outbox.clear(rows, on: connection)
            if let serial { try await domains.setSerial(serial, of: lease.domain, on: connection) }
            try await leases.release(lease, on: connection)
        }
    }

    private func giveUp(_ lease: PushLease, _ failure: PowerDNSFailure) async throws -> PushOutcome {
        let next = nextAttempt(after: lease)
        try await database.withConnection { connection in
            switch failure {
            case .unknownOutcome, .badAnswer:
                try await leases.doubt(lease, reason: failure.reason, nextAt: next, on: connection)
            case .unreachable, .refused, .noSuchZone, .zoneExists, .wrongKey, .broken:
                try await leases.fail(lease, reason: failure.reason, nextAt: next, on: connection)
            }
        }
        logger.warning(
            "A push waits for PowerDNS",
            metadata: ["domain": "\(lease.domain)", "attempts": "\(lease.attempts + 1)", "reason": "\(failure.reason)"]
        )
        return .failed(failure.reason)
    }

    private func nextAttempt(after lease: PushLease) -> Timestamp {
        let jitter = surroundings.randomness.bytes(1).first ?? 0
        return surroundings.now.adding(seconds: PushBackoff.delay(afterFailures: lease.attempts + 1, jitter: jitter))
    }
}
