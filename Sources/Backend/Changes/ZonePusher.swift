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

    /// One pass: the rows that are open now, sent as their sets are now, then exactly those rows cleared.
    func push(_ domain: Identifier) async throws -> PushOutcome {
        let now = surroundings.now
        let until = now.adding(seconds: timing.callSeconds + LeasedPowerDNS.marginSeconds)
        let (taken, isHeld) = try await database.withConnection { connection in
            let lease = try await leases.take(domain, holder: holder, now: now, until: until, on: connection)
            guard lease == nil else { return (lease, true) }
            return (nil, try await leases.end(of: domain, on: connection) != nil)
        }
        guard let lease = taken else { return isHeld ? .busy : .done }
        let calls = LeasedPowerDNS(
            powerDNS,
            lease: lease,
            until: until,
            callSeconds: timing.callSeconds,
            database: database,
            clock: surroundings.clock
        )
        do {
            return try await work(with: calls)
        } catch is LeaseLost {
            return .busy
        } catch let wait as FormerHolderPushes {
            return try await postpone(lease, wait)
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

    private func work(with calls: LeasedPowerDNS) async throws -> PushOutcome {
        let domain = calls.lease.domain
        let (row, open) = try await database.withConnection { connection in
            let open = try await outbox.open(of: domain, on: connection)
            return (try await domains.row(domain, on: connection), open)
        }
        let serial = open.isEmpty ? nil : try await send(open, of: row, with: calls)
        try await finish(calls.lease, cleared: open, serial: serial, isGone: row == nil)
        return open.count == OutboxStore.rowsInPush ? .more : .done
    }

    /// Clears what was sent, unless the lease went to another meanwhile: then that one sends it again.
    ///
    /// The zone's row is locked first, as by everybody who writes to a zone.
    private func finish(
        _ lease: PushLease,
        cleared rows: [OutboxRow],
        serial: Int64?,
        isGone: Bool
    ) async throws {
        try await database.transaction { connection in
            if serial != nil { _ = try await domains.lock(lease.domain, on: connection) }
            guard try await leases.isHeld(lease, on: connection) else { return }
            if let serial { try await domains.setSerial(serial, of: lease.domain, on: connection) }
            try await outbox.clear(rows, on: connection)
            if isGone {
                try await leases.remove(lease, on: connection)
            } else {
                try await leases.release(lease, on: connection)
            }
        }
    }

    private func postpone(_ lease: PushLease, _ wait: FormerHolderPushes) async throws -> PushOutcome {
        let reason = "The push of the name's former holder has not ended yet"
        try await database.withConnection { connection in
            try await leases.fail(lease, reason: reason, nextAt: wait.until.adding(seconds: 1), on: connection)
        }
        return .failed(reason)
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
