public import Core
public import MariaDB

/// Answers 403 and 404 before a request's body is read; the service asks again under the zone's lock.
public struct AccessGate: Sendable {
    private let database: ConnectionPool
    private let clock: WallClock
    private let finder: DomainFinder

    public init(database: ConnectionPool, clock: WallClock) {
        self.database = database
        self.clock = clock
        finder = DomainFinder(store: DomainStore(), clock: clock)
    }

    /// Requires the permission on the zone; where there is none, that it is held in some tenant: the body may name one.
    ///
    /// - Throws: ``AccessRefusal``
    public func require(_ permission: Permission, domain reference: String?, as caller: Caller) async throws {
        guard let reference else {
            guard !caller.visibility(of: permission, at: clock.now()).isNothing else {
                throw AccessRefusal.forbidden(permission)
            }
            return
        }
        try await database.withConnection { connection in
            let domain = try await finder.find(reference, for: caller, on: connection)
            try caller.require(permission, on: domain.target, what: "domain", at: clock.now())
        }
    }
}
