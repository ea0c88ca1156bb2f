public import Core

/// The HTTP methods of the API.
public enum Method: String, Sendable, CaseIterable {
    case get = "GET"
    case post = "POST"
    case patch = "PATCH"
    case put = "PUT"
    case delete = "DELETE"
}

/// One operation of the API: the client prints it, the server serves it, the permission check reads it.
///
/// `Path` fills the captures of the template, `Query` what follows the `?`, `Body` is the JSON sent and `Reply` the JSON
/// answered (``Nothing`` for none: 204). `specification: api.md`.
public struct Endpoint<
    Path: PathParameters, Query: QueryParameters, Body: Codable & Sendable, Reply: Codable & Sendable
>:
    Sendable
{
    public let method: Method
    /// The path with its captures in braces: `/api/v1/domains/{domain_id}/records`.
    public let template: String
    /// The permission that the caller needs; nil where any caller will do, or none is asked for (``isPublic``).
    public let permission: Permission?
    /// Whether the route ignores credentials (scope `none`).
    public let isPublic: Bool

    /// An operation for callers who hold `permission`; nil for any caller.
    public init(_ method: Method, _ template: String, needs permission: Permission?) {
        self.method = method
        self.template = template
        self.permission = permission
        isPublic = false
    }

    /// An operation for everybody, without credentials.
    public init(publicly method: Method, _ template: String) {
        self.method = method
        self.template = template
        permission = nil
        isPublic = true
    }

    /// The target of a request: the template with its captures percent-encoded, and the query.
    public func target(_ path: Path, _ query: Query) -> String {
        var target = template
        for (name, value) in path.captures {
            target = replacing("{\(name)}", in: target, with: PercentEncoding.encode(value))
        }
        let items = query.items
        guard !items.isEmpty else { return target }
        return target + "?"
            + items.map { PercentEncoding.encode($0.name) + "=" + PercentEncoding.encode($0.value) }.joined(
                separator: "&"
            )
    }

    private func replacing(_ needle: String, in text: String, with value: String) -> String {
        guard let range = text.firstRange(of: needle) else { return text }
        return String(text[..<range.lowerBound]) + value + String(text[range.upperBound...])
    }
}

/// No body, no query, no captures, no answer.
public struct Nothing: Codable, Sendable, Equatable {
    public init() {}
}

/// What fills the captures of an endpoint's path.
public protocol PathParameters: Sendable {
    /// Name and value of each capture, not yet percent-encoded.
    var captures: [(name: String, value: String)] { get }
    /// Reads the captures, percent-decoded.
    init(captures: Captures) throws(SchemaError)
}

/// What an endpoint takes after the `?`.
public protocol QueryParameters: Sendable {
    /// Name and value of each parameter that is set, not yet percent-encoded.
    var items: [(name: String, value: String)] { get }
    /// Reads the parameters; unknown ones are ignored.
    init(query: QueryReader) throws(SchemaError)
}

extension Nothing: PathParameters {
    public var captures: [(name: String, value: String)] { [] }
    public init(captures: Captures) throws(SchemaError) {}
}

extension Nothing: QueryParameters {
    public var items: [(name: String, value: String)] { [] }
    public init(query: QueryReader) throws(SchemaError) {}
}
