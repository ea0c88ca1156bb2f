import HTTPTypes
import Hummingbird

/// Refuses heads of requests that are larger than `api.md` 1.10 says; the parser's own bounds lie above these.
struct RequestBounds: RouterMiddleware {
    /// Octets of the target, and of all header fields together.
    static let target = 8 * 1024
    static let headers = 32 * 1024

    func handle(
        _ request: Request,
        context: ServerContext,
        next: (Request, ServerContext) async throws -> Response
    ) async throws -> Response {
        guard request.uri.string.utf8.count <= Self.target else { throw RouteRefusal.targetTooLong }
        let octets = request.headers.reduce(0) { $0 + $1.name.rawName.utf8.count + $1.value.utf8.count + 4 }
        guard octets <= Self.headers else { throw RouteRefusal.headersTooLarge }
        return try await next(request, context)
    }
}
