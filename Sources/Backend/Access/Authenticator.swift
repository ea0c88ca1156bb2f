public import Core
import Crypto
import FoundationEssentials
public import MariaDB

/// Finds out who a credential belongs to.
public struct Authenticator: Sendable {
    private let database: ConnectionPool
    private let pepper: [UInt8]
    private let clock: WallClock
    private let store = CallerStore()

    /// `pepper` is `API_KEY_PEPPER`: without it, a copy of the table gives no key away.
    public init(database: ConnectionPool, pepper: String, clock: WallClock) {
        self.database = database
        self.pepper = Array(pepper.utf8)
        self.clock = clock
    }

    /// The digest under which a key is kept.
    public static func digest(of key: APIKeySecret, pepper: some Sequence<UInt8>) -> [UInt8] {
        Array(HMAC<SHA256>.authenticationCode(for: Array(key.text.utf8), using: SymmetricKey(data: Array(pepper))))
    }

    /// The caller who sent this API key: checksum first, then the key by its digest, then who owns it.
    ///
    /// - Throws: ``AccessRefusal``
    public func caller(apiKey text: String, origin: RequestOrigin) async throws -> Caller {
        guard let key = APIKeySecret(text) else {
            throw AccessRefusal.unauthenticated("The API key is not one: check that it was copied whole.")
        }
        let digest = Self.digest(of: key, pepper: pepper)
        return try await database.withConnection { connection in
            guard let row = try await store.apiKey(digest: digest, on: connection) else {
                throw AccessRefusal.unauthenticated("The API key is not known.")
            }
            try admit(row, from: origin)
            let holdings = try await store.holdings(of: row.source, keyScopes: row.scopes, on: connection)
            return Caller(
                kind: .apiKey,
                id: row.id.text,
                email: row.email,
                tenant: row.tenant,
                holdings: holdings,
                origin: origin
            )
        }
    }

    private func admit(_ row: APIKeyRow, from origin: RequestOrigin) throws(AccessRefusal) {
        guard row.isActive else { throw .unauthenticated("The API key is revoked.") }
        guard row.expiresAt.map({ clock.now() < $0 }) ?? true else {
            throw .unauthenticated("The API key has expired.")
        }
        guard row.ownerIsActive else { throw .unauthenticated("The API key's owner is not active.") }
        guard row.tenantIsActive else { throw .tenantSuspended }
        guard row.allowedAddresses.isEmpty || isAllowed(origin.address, by: row.allowedAddresses) else {
            throw .addressNotAllowed
        }
    }

    private func isAllowed(_ address: String?, by prefixes: [String]) -> Bool {
        // What is no address stands on no list.
        guard let address, let octets = try? IPAddress(address).octets else { return false }
        return prefixes.contains { AddressPrefix($0)?.contains(octets) ?? false }
    }
}
