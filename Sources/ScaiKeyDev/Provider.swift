import FoundationEssentials
import HTTPTypes
import Hummingbird
import NIOCore

/// A tenant of the stand-in.
struct Tenant: Sendable {
    /// `tnt_…`, case-sensitive.
    let id: String
    let slug: String
}

/// What the stand-in knows, and the paths under which it tells it.
struct Provider: Sendable {
    /// Its own public URL, without a slash at the end: the issuer of platform tokens.
    let url: String
    let key: SigningKey
    let tenants: [Tenant]

    func router() -> Router<BasicRequestContext> {
        let router = Router()
        router.add(middleware: DetailErrors())
        let platform = "/api/v1/platform"
        router.get("\(platform)/oauth/.well-known/openid-configuration") { _, _ in
            let base = url + platform
            return try json(
                Discovery(issuer: url, oauth: "\(base)/oauth", jwks: "\(base)/.well-known/jwks.json")
            )
        }
        router.get("\(platform)/.well-known/jwks.json") { _, _ in
            try json(JSONWebKeySet(keys: [key.publicKey]))
        }
        router.get("/api/v1/auth/tenants/{slug}/.well-known/openid-configuration") { _, context in
            let tenant = try tenant(in: context)
            let base = "\(url)/api/v1/auth/tenants/\(tenant.slug)"
            return try json(
                Discovery(
                    issuer: "\(url)/tenants/\(tenant.id)",
                    oauth: "\(base)/oauth",
                    jwks: "\(base)/.well-known/jwks.json"
                )
            )
        }
        router.get("/api/v1/auth/tenants/{slug}/.well-known/jwks.json") { _, context in
            _ = try tenant(in: context)
            return try json(JSONWebKeySet(keys: [key.publicKey]))
        }
        return router
    }

    /// The tenant that the path names.
    private func tenant(in context: BasicRequestContext) throws -> Tenant {
        let slug = context.parameters.get("slug")
        guard let tenant = tenants.first(where: { $0.slug == slug }) else {
            throw HTTPError(.notFound, message: "Tenant not found")
        }
        return tenant
    }
}

/// Answers errors the way ScaiKey does: `{"detail":"Not Found"}`.
private struct DetailErrors: RouterMiddleware {
    private struct Body: Encodable {
        let detail: String
    }

    func handle(
        _ request: Request,
        context: BasicRequestContext,
        next: (Request, BasicRequestContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let error as HTTPError {
            return try json(Body(detail: error.body ?? error.status.reasonPhrase), status: error.status)
        }
    }
}

private func json(_ value: some Encodable, status: HTTPResponse.Status = .ok) throws -> Response {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return Response(
        status: status,
        headers: [.contentType: "application/json"],
        body: ResponseBody(byteBuffer: ByteBuffer(bytes: try encoder.encode(value)))
    )
}
