import Core
import MariaDB

/// A job that this worker may run until its lease ends.
struct ClaimedJob: Sendable, Equatable {
    let id: Identifier
    let kind: String
    /// How often it failed in a row.
    let attempts: Int64
}

/// Rows of `jobs`.
struct JobStore: Sendable {
    /// Makes the one row of a periodic job, unless it is there.
    func ensure(_ kind: String, id: Identifier, at now: Timestamp, on connection: Connection) async throws {
        let sql = """
            INSERT INTO jobs (id, kind, dedup_key, args, run_at, state, created_at) VALUES (?, ?, ?, '{}', ?, 'queued', ?)
            ON DUPLICATE KEY UPDATE kind = VALUES(kind)
            """
        _ = try await connection.query(sql, [.id(id), .text(kind), .text("periodic:\(kind)"), .at(now), .at(now)])
    }

    /// Takes the due job that has waited longest, or one whose worker let its lease end; nil when there is none.
    func claim(
        kinds: [String],
        owner: String,
        now: Timestamp,
        until: Timestamp,
        on connection: Connection
    ) async throws -> ClaimedJob? {
        let sql = """
            SELECT id, kind, attempts FROM jobs
            WHERE kind IN (\(DomainStore.marks(kinds.count)))
              AND ((state = 'queued' AND run_at <= ?) OR (state = 'running' AND lease_until < ?))
            ORDER BY run_at LIMIT 1 FOR UPDATE SKIP LOCKED
            """
        let parameters: [Value] = kinds.map { .text($0) } + [.at(now), .at(now)]
        guard let row = try await connection.query(sql, parameters).rows.first else { return nil }
        let job = ClaimedJob(id: try row.id("id"), kind: try row.text("kind"), attempts: try row.int("attempts"))
        _ = try await connection.query(
            "UPDATE jobs SET state = 'running', lease_owner = ?, lease_until = ? WHERE id = ?",
            [.text(owner), .at(until), .id(job.id)]
        )
        return job
    }

    /// Renews the lease; false when another worker has the job.
    func renew(_ job: ClaimedJob, owner: String, until: Timestamp, on connection: Connection) async throws -> Bool {
        let sql = "UPDATE jobs SET lease_until = ? WHERE id = ? AND lease_owner = ? AND state = 'running'"
        return try await connection.query(sql, [.at(until), .id(job.id), .text(owner)]).affectedRows == 1
    }

    /// Puts the job back; `error` is what went wrong, nil when it went well.
    func release(
        _ job: ClaimedJob,
        owner: String,
        runAt: Timestamp,
        error: String?,
        on connection: Connection
    ) async throws {
        let sql = """
            UPDATE jobs SET state = 'queued', lease_owner = NULL, lease_until = NULL, run_at = ?, last_error = ?,
                attempts = IF(? IS NULL, 0, attempts + 1)
            WHERE id = ? AND lease_owner = ?
            """
        let words = Value.optional(error)
        _ = try await connection.query(sql, [.at(runAt), words, words, .id(job.id), .text(owner)])
    }
}
