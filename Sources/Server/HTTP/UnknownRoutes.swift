import API
import HTTPTypes
import Hummingbird

/// Paths that no route has, and methods that a path does not take (`api.md` 1.1).
struct UnknownRoutes: RouterMiddleware {
    let served: [ServedRoute]

    func handle(
        _ request: Request,
        context: ServerContext,
        next: (Request, ServerContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let error as HTTPError where error.status == .notFound {
            let methods = allowedMethods(for: request.uri.path)
            throw methods.isEmpty ? RouteRefusal.noSuchPath : RouteRefusal.methodNotAllowed(methods)
        }
    }

    private func allowedMethods(for path: String) -> [String] {
        let segments = path.split(separator: "/")
        let methods = served.filter { Self.matches($0.template.split(separator: "/"), segments) }.map(\.method)
        let names = Set(methods.map(\.rawValue) + (methods.contains(.get) ? ["HEAD"] : []))
        return names.sorted()
    }

    private static func matches(_ template: [Substring], _ segments: [Substring]) -> Bool {
        template.count == segments.count
            && zip(template, segments).allSatisfy { $0.hasPrefix("{") || $0 == $1 }
    }
}

/// Why no route takes a request.
enum RouteRefusal: Error, Equatable {
    case noSuchPath
    /// With the methods that the path takes.
    case methodNotAllowed([String])
    /// 414
    case targetTooLong
    /// 431
    case headersTooLarge
}
