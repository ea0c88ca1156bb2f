import Core
public import Logging
public import MariaDB

/// Runs the jobs of one worker process: claims due rows under a lease, runs them, puts them back.
public struct JobRunner: Sendable {
    /// Seconds that a lease lasts; it is renewed at a third of that while the job runs.
    static let leaseSeconds: Int64 = 60
    /// Between two looks at the table: jobs become due by the clock, so there is nothing else to wait for.
    public static let pauseBetweenLooks = Duration.seconds(1)

    private let database: ConnectionPool
    private let jobs: [String: any Job]
    private let most: Int
    private let surroundings: Surroundings
    private let owner: String
    private let logger: Logger
    private let store = JobStore()

    /// `most` jobs run at once; `owner` names this process among the workers.
    public init(
        database: ConnectionPool,
        jobs: [any Job],
        most: Int,
        surroundings: Surroundings,
        owner: String,
        logger: Logger
    ) {
        self.database = database
        self.jobs = Dictionary(jobs.map { (type(of: $0).name, $0) }, uniquingKeysWith: { first, _ in first })
        self.most = max(1, most)
        self.surroundings = surroundings
        self.owner = owner
        self.logger = logger
    }

    /// Makes the rows of the periodic jobs, as soon as the database takes them.
    public func prepare() async {
        while !Task.isCancelled {
            do {
                try await database.withConnection { connection in
                    for kind in jobs.keys.sorted() {
                        let id = surroundings.newID()
                        try await store.ensure(kind, id: id, at: surroundings.now, on: connection)
                    }
                }
                return
            } catch {
                logger.warning("The worker waits for the database", metadata: ["error": "\(error)"])
                // A cancelled wait is over.
                try? await Task.sleep(for: Self.pauseBetweenLooks)
            }
        }
    }

    /// Runs whatever is due now, `most` at once; begins nothing more once `goesOn` says so. What runs is finished, and its
    /// lease let go of.
    public func runDueJobs(while goesOn: @Sendable () -> Bool = { true }) async {
        await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<most { group.addTask { await runOne() } }
            // A job that ran may have left more: its place is taken again until nothing is due.
            for await didRun in group where didRun && goesOn() && !Task.isCancelled {
                group.addTask { await runOne() }
            }
        }
    }

    private func runOne() async -> Bool {
        let kinds = jobs.keys.sorted()
        let claimed: ClaimedJob?
        do {
            let now = surroundings.now
            claimed = try await database.transaction { connection in
                try await store.claim(
                    kinds: kinds,
                    owner: owner,
                    now: now,
                    until: now.adding(seconds: Self.leaseSeconds),
                    on: connection
                )
            }
        } catch {
            if !Task.isCancelled { logger.warning("No job could be claimed", metadata: ["error": "\(error)"]) }
            return false
        }
        guard let claimed, let job = jobs[claimed.kind] else { return false }
        await run(job, claimed)
        return true
    }

    private func run(_ job: any Job, _ claimed: ClaimedJob) async {
        let (next, failure) = await withTaskGroup(of: (NextRun, String?)?.self) { group in
            group.addTask {
                do {
                    return (try await job.run(at: surroundings.now), nil)
                } catch {
                    return (backoff(claimed), "\(error)")
                }
            }
            group.addTask { await renewLease(of: claimed) }
            let outcome = await group.next() ?? nil
            group.cancelAll()
            return outcome ?? (backoff(claimed), "the lease was lost")
        }
        if let failure, !Task.isCancelled {
            logger.warning("A job failed", metadata: ["job": "\(claimed.kind)", "error": "\(failure)"])
        }
        await putBack(claimed, next, failure)
    }

    /// Keeps the lease while the job runs; ends when it is lost or the job is over.
    private func renewLease(of claimed: ClaimedJob) async -> (NextRun, String?)? {
        while !Task.isCancelled {
            do {
                try await Task.sleep(for: .seconds(Self.leaseSeconds / 3))
                let until = surroundings.now.adding(seconds: Self.leaseSeconds)
                let isOurs = try await database.withConnection { connection in
                    try await store.renew(claimed, owner: owner, until: until, on: connection)
                }
                guard isOurs else { return nil }
            } catch is CancellationError {
                return nil
            } catch {
                logger.warning(
                    "A lease could not be renewed", metadata: ["job": "\(claimed.kind)", "error": "\(error)"])
            }
        }
        return nil
    }

    private func backoff(_ claimed: ClaimedJob) -> NextRun {
        let jitter = surroundings.randomness.bytes(1).first ?? 0
        return .after(seconds: PushBackoff.delay(afterFailures: claimed.attempts + 1, jitter: jitter))
    }

    private func putBack(_ claimed: ClaimedJob, _ next: NextRun, _ failure: String?) async {
        let now = surroundings.now
        let runAt: Timestamp
        switch next {
        case .now: runAt = now
        case .after(let seconds): runAt = now.adding(seconds: seconds)
        }
        do {
            try await database.withConnection { connection in
                try await store.release(claimed, owner: owner, runAt: runAt, error: failure, on: connection)
            }
        } catch {
            // Its lease ends by itself, and any worker takes it then.
            logger.warning("A job could not be put back", metadata: ["job": "\(claimed.kind)", "error": "\(error)"])
        }
    }
}
