import API
import Backend
import Core
import HTTPTypes
import Hummingbird

/// A request whose parts have been read.
struct Call<Path: Sendable, Query: Sendable, Body: Sendable>: Sendable {
    let path: Path
    let query: Query
    let body: Body
    let caller: Caller
}

/// A route as the contract names it.
struct ServedRoute: Sendable, Equatable {
    let method: API.Method
    /// The path with its captures in braces.
    let template: String
    /// Nil where any caller will do, or none is asked for.
    let permission: String?
}

/// Serves endpoints: the one file that knows Hummingbird's router.
final class Routes {
    private let router = Router(context: ServerContext.self)
    private let door: Door
    private(set) var served: [ServedRoute] = []

    init(door: Door) {
        self.door = door
    }

    /// Serves an endpoint for callers who show a credential.
    func on<Path, Query, Body, Reply>(
        _ endpoint: Endpoint<Path, Query, Body, Reply>,
        _ serve: @escaping @Sendable (Call<Path, Query, Body>) async throws -> Reply
    ) {
        let door = door
        add(endpoint.method, endpoint.template, endpoint.permission) { request, context in
            let caller = try await door.caller(of: request, context)
            let path = try Path(captures: try Self.captures(context))
            let query: Query
            let body: Body
            do {
                query = try Query(query: try Self.query(of: request))
                if Body.self != Nothing.self, let permission = endpoint.permission {
                    try await door.require(permission, path, caller)
                }
                body = try await JSONBody.read(from: request)
            } catch let fault as SchemaError {
                // 403 and 404 come before anything is said about query and body (`api.md` 1.3).
                if Body.self == Nothing.self, let permission = endpoint.permission, !path.captures.isEmpty {
                    try await door.require(permission, path, caller)
                }
                throw fault
            }
            let reply = try await serve(Call(path: path, query: query, body: body, caller: caller))
            return try JSONBody.response(reply)
        }
    }

    /// Serves an endpoint for everybody; the status says what became of it.
    func open<Query, Reply>(
        _ endpoint: Endpoint<Nothing, Query, Nothing, Reply>,
        _ serve: @escaping @Sendable (Query) async throws -> (Reply, HTTPResponse.Status)
    ) {
        add(endpoint.method, endpoint.template, endpoint.permission) { request, _ in
            let (reply, status) = try await serve(try Query(query: try Self.query(of: request)))
            var response = try JSONBody.response(reply)
            response.status = status
            return response
        }
    }

    /// What answers requests: the routes, with the request log and the mapping of errors around them.
    func responder(log: RequestLog) -> some HTTPResponder<ServerContext> {
        let served = served
        router.add(middleware: log)
        router.add(middleware: RequestBounds())
        router.add(middleware: UnknownRoutes(served: served))
        for add in pending { add(router) }
        return router.buildResponder()
    }

    /// Middleware counts for routes added after it, so routes wait here until the responder is made.
    private var pending: [(Router<ServerContext>) -> Void] = []

    private func add(
        _ method: API.Method,
        _ template: String,
        _ permission: Permission?,
        _ serve: @escaping @Sendable (Request, ServerContext) async throws -> Response
    ) {
        served.append(ServedRoute(method: method, template: template, permission: permission?.text))
        let path = RouterPath(template)
        pending.append { router in
            guard let verb = HTTPRequest.Method(rawValue: method.rawValue) else { return }
            router.on(path, method: verb) { request, context in try await serve(request, context) }
            guard method == .get else { return }
            router.on(path, method: .head) { request, context in try await serve(request, context) }
        }
    }

    /// Hummingbird hands captures over as they were sent; they are percent-decoded here, exactly once.
    private static func captures(_ context: ServerContext) throws(SchemaError) -> Captures {
        var values: [String: String] = [:]
        for (name, value) in context.parameters {
            guard let text = PercentEncoding.decode(value) else {
                throw SchemaError(["path", String(name)], "is not percent-encoded UTF-8")
            }
            values[String(name)] = text
        }
        return Captures(values)
    }

    private static func query(of request: Request) throws(SchemaError) -> QueryReader {
        guard let query = request.uri.query else { return QueryReader([:]) }
        guard let reader = QueryReader(query) else { throw SchemaError(["query"], "is not percent-encoded UTF-8") }
        return reader
    }
}
