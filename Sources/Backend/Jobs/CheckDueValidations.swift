import API
public import Core
public import Logging
public import MariaDB

/// Looks for the challenges whose time has come, and ends those whose life is over.
public struct CheckDueValidations: Job {
    public static let name = "validation_check"
    /// Challenges a look.
    static let challengesInLook = 50
    /// Checks at once.
    static let checksAtOnce = 8

    private let database: ConnectionPool
    private let validations: ValidationService
    private let logger: Logger
    private let store = ValidationStore()

    public init(database: ConnectionPool, validations: ValidationService, logger: Logger) {
        self.database = database
        self.validations = validations
        self.logger = logger
    }

    public func run(at now: Timestamp) async throws -> NextRun {
        let due = try await database.withConnection { connection in
            try await store.due(at: now, limit: Self.challengesInLook, on: connection)
        }
        await withTaskGroup(of: Void.self) { group in
            for (index, domain) in due.enumerated() {
                if index >= Self.checksAtOnce { await group.next() }
                group.addTask { await check(domain, at: now) }
            }
        }
        return due.count == Self.challengesInLook ? .now : .after(seconds: 1)
    }

    private func check(_ domain: Identifier, at now: Timestamp) async {
        do {
            if try await validations.expire(domain, at: now) { return }
            let system = Caller.system(tenant: .zero, requestID: Self.name)
            _ = try await validations.check(domain, as: system, isManual: false)
        } catch is ValidationRefusal {
            // Settled, replaced or cancelled since it was read.
        } catch is AccessRefusal {
            // The zone is gone.
        } catch {
            logger.warning("A check failed", metadata: ["domain": "\(domain)", "error": "\(error)"])
        }
    }
}

extension ValidationService {
    /// Ends a challenge whose life is over, or that belongs to a zone that waits for no proof; true when it did.
    func expire(_ id: Identifier, at now: Timestamp) async throws -> Bool {
        try await database.transaction { connection in
            guard let domain = try await domains.lock(id, on: connection),
                let row = try await store.open(of: id, on: connection)
            else { return true }
            if domain.status != .pendingValidation {
                try await store.cancelOpen(of: id, reason: "The zone waits for no proof", on: connection)
                return true
            }
            guard row.expiresAt <= now else { return false }
            let message = "The challenge was not met in time: ask for a new one"
            try await store.settle(row.id, .expired, message: message, nextCheckAt: nil, on: connection)
            try await tell(
                "domain.validation.failure", domain, row, message,
                by: .system(tenant: domain.tenant, requestID: CheckDueValidations.name), on: connection)
            return true
        }
    }
}
