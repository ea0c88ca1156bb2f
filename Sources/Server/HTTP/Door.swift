import API
import Backend
import Core
import HTTPTypes
import Hummingbird

/// Who stands at the door, and may they come in? Credentials, the client's address, and permissions before the body.
struct Door: Sendable {
    let authenticator: Authenticator
    let gate: AccessGate
    let proxies: [AddressPrefix]

    private static let apiKeyHeader = HTTPField.Name("X-API-Key")
    private static let forwardedFor = HTTPField.Name("X-Forwarded-For")

    /// The caller of a request.
    ///
    /// - Throws: ``AccessRefusal``
    func caller(of request: Request, _ context: ServerContext) async throws -> Caller {
        let apiKeys = Self.apiKeyHeader.map { request.headers[values: $0] } ?? []
        let authorization = request.headers[values: .authorization]
        guard apiKeys.isEmpty || authorization.isEmpty else {
            throw AccessRefusal.unauthenticated("Send one credential: Authorization or X-API-Key, not both.")
        }
        guard authorization.isEmpty else {
            throw AccessRefusal.unauthenticated("Bearer tokens are not taken yet: send X-API-Key.")
        }
        guard apiKeys.count == 1, let key = apiKeys.first else {
            throw AccessRefusal.unauthenticated("Send an API key in the header X-API-Key.")
        }
        let origin = RequestOrigin(
            requestID: context.requestID,
            address: clientAddress(of: request, peer: context.peerAddress),
            userAgent: request.headers[.userAgent]
        )
        return try await authenticator.caller(apiKey: key, origin: origin)
    }

    /// Lets the caller pass to an endpoint that takes a body: the permission on the zone that the path names, or on the
    /// caller's tenant where it names none.
    func require(_ permission: Permission, _ path: some PathParameters, _ caller: Caller) async throws {
        let domain = path.captures.first { $0.name == "domain_id" }?.value
        try await gate.require(permission, domain: domain, as: caller)
    }

    /// The right-most address of `X-Forwarded-For` that is not a trusted proxy's; only trusted proxies are believed.
    ///
    /// What is no address ends the search: whoever wrote it wrote what stands left of it, too.
    func clientAddress(of request: Request, peer: String?) -> String? {
        guard var client = peer.flatMap(Self.address) else { return nil }
        guard isProxy(client), let header = Self.forwardedFor else { return client.text }
        let hops = request.headers[values: header].joined(separator: ",").split(separator: ",").reversed()
        for hop in hops {
            guard let address = Self.address(String(hop.filter { $0 != " " && $0 != "\t" })) else { break }
            client = address
            guard isProxy(address) else { break }
        }
        return client.text
    }

    /// An IPv4 address in IPv6's clothes (`::ffff:192.0.2.1`, as dual-stack sockets show it) is that IPv4 address.
    private static func address(_ text: String) -> IPAddress? {
        // What is no address is nobody's.
        guard let address = try? IPAddress(text) else { return nil }
        let octets = address.octets
        let isMapped = octets.count == 16 && octets.starts(with: [UInt8](repeating: 0, count: 10) + [0xFF, 0xFF])
        return isMapped ? IPAddress(octets: octets.suffix(4)) : address
    }

    private func isProxy(_ address: IPAddress) -> Bool {
        proxies.contains { $0.contains(address.octets) }
    }
}
