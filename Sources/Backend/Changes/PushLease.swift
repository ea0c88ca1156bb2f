import Core
import MariaDB

/// The right to push one zone: held by one process at a time, for the time of its calls (`domain.md` 3.2).
struct PushLease: Sendable, Equatable {
    let domain: Identifier
    let epoch: Int64
    /// Whether the outcome of the last call is not known: what is sent now is read back.
    let mustVerify: Bool
    /// How often pushing this zone has failed in a row.
    let attempts: Int64
}

/// Rows of `zone_push`.
struct PushLeaseStore: Sendable {
    /// Takes the lease unless another holds it; nil then.
    ///
    /// One that is taken from a holder who let it end is to be verified: nobody knows what that one's last call did.
    func take(
        _ domain: Identifier,
        holder: String,
        now: Timestamp,
        until: Timestamp,
        on connection: Connection
    ) async throws -> PushLease? {
        let taken = try await connection.query(
            """
            UPDATE zone_push SET verify = verify OR holder IS NOT NULL, holder = ?, epoch = epoch + 1, until = ?
            WHERE domain_id = ? AND (holder IS NULL OR until < ?)
            """,
            [.text(holder), .at(until), .id(domain), .at(now)]
        )
        guard taken.affectedRows == 1 else { return nil }
        let sql = "SELECT epoch, verify, attempts FROM zone_push WHERE domain_id = ? AND holder = ?"
        guard let row = try await connection.query(sql, [.id(domain), .text(holder)]).rows.first else { return nil }
        return PushLease(
            domain: domain,
            epoch: try row.int("epoch"),
            mustVerify: try row.bool("verify"),
            attempts: try row.int("attempts")
        )
    }

    /// When the zone's lease ends, whoever holds it; nil when nobody does, or when the zone is gone.
    func end(of domain: Identifier, on connection: Connection) async throws -> Timestamp? {
        let sql = "SELECT until FROM zone_push WHERE domain_id = ? AND holder IS NOT NULL"
        return try await connection.query(sql, [.id(domain)]).rows.first?.optionalMoment("until")
    }

    /// Makes the lease end later; false when it went to another.
    func renew(_ lease: PushLease, until: Timestamp, on connection: Connection) async throws -> Bool {
        let sql = "UPDATE zone_push SET until = ? WHERE domain_id = ? AND epoch = ?"
        let parameters: [Value] = [.at(until), .id(lease.domain), .int(lease.epoch)]
        return try await connection.query(sql, parameters).affectedRows == 1
    }

    /// Whether the lease is still this one's; locks the row.
    func isHeld(_ lease: PushLease, on connection: Connection) async throws -> Bool {
        let sql = "SELECT epoch FROM zone_push WHERE domain_id = ? FOR UPDATE"
        return try await connection.query(sql, [.id(lease.domain)]).rows.first?.int("epoch") == lease.epoch
    }

    /// Gives the lease back after a push that went through.
    func release(_ lease: PushLease, on connection: Connection) async throws {
        let sql = """
            UPDATE zone_push SET holder = NULL, until = NULL, verify = FALSE, attempts = 0, next_at = NULL,
                last_error = NULL
            WHERE domain_id = ? AND epoch = ?
            """
        _ = try await connection.query(sql, [.id(lease.domain), .int(lease.epoch)])
    }

    /// Ends the lease for good, with the zone that it was for.
    func remove(_ lease: PushLease, on connection: Connection) async throws {
        let sql = "DELETE FROM zone_push WHERE domain_id = ? AND epoch = ?"
        _ = try await connection.query(sql, [.id(lease.domain), .int(lease.epoch)])
    }

    /// Gives the lease back after a push that failed; the worker comes again at `nextAt`.
    func fail(_ lease: PushLease, reason: String, nextAt: Timestamp, on connection: Connection) async throws {
        let sql = """
            UPDATE zone_push SET holder = NULL, until = NULL, attempts = attempts + 1, next_at = ?, last_error = ?
            WHERE domain_id = ? AND epoch = ?
            """
        _ = try await connection.query(sql, [.at(nextAt), .text(reason), .id(lease.domain), .int(lease.epoch)])
    }

    /// After a call whose outcome is not known: the lease stays until its deadline, since that call may still land.
    func doubt(_ lease: PushLease, reason: String, nextAt: Timestamp, on connection: Connection) async throws {
        let sql = """
            UPDATE zone_push SET verify = TRUE, attempts = attempts + 1, next_at = ?, last_error = ?
            WHERE domain_id = ? AND epoch = ?
            """
        _ = try await connection.query(sql, [.at(nextAt), .text(reason), .id(lease.domain), .int(lease.epoch)])
    }

    /// Zones with something open that nobody pushes and whose time has come.
    func due(at now: Timestamp, limit: Int, on connection: Connection) async throws -> [Identifier] {
        let sql = """
            SELECT DISTINCT o.domain_id FROM outbox o JOIN zone_push p ON p.domain_id = o.domain_id
            WHERE o.parked = FALSE AND (p.holder IS NULL OR p.until < ?) AND (p.next_at IS NULL OR p.next_at <= ?)
            LIMIT ?
            """
        let rows = try await connection.query(sql, [.at(now), .at(now), .int(Int64(limit))]).rows
        return try rows.map { try $0.id("domain_id") }
    }
}
