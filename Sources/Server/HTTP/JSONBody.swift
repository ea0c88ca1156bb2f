import API
import FoundationEssentials
import HTTPTypes
import Hummingbird
import NIOCore

/// Why a body cannot be taken.
enum BodyRefusal: Error, Equatable {
    /// 413
    case tooLarge
    /// 415
    case notJSON
    /// 400: no JSON, or nested deeper than 32.
    case malformed(String)
}

/// JSON bodies in and out (`api.md` 1.10).
enum JSONBody {
    static let octets = 10 * 1024 * 1024
    static let depth = 32

    /// Reads the body of an endpoint; of one that takes none nothing is read.
    ///
    /// - Throws: ``BodyRefusal``, `SchemaError`
    static func read<Body: Decodable>(from request: Request) async throws -> Body {
        if let nothing = Nothing() as? Body { return nothing }
        if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > octets {
            throw BodyRefusal.tooLarge
        }
        guard isJSON(request.headers[.contentType]) else { throw BodyRefusal.notJSON }
        let buffer: ByteBuffer
        do {
            buffer = try await request.body.collect(upTo: octets)
        } catch is NIOTooManyBytesError {
            throw BodyRefusal.tooLarge
        }
        return try decode(Body.self, from: Array(buffer.readableBytesView))
    }

    /// Decodes a body.
    ///
    /// - Throws: ``BodyRefusal/malformed(_:)`` for what is no JSON, `SchemaError` for JSON of another shape.
    static func decode<Body: Decodable>(_ type: Body.Type, from bytes: [UInt8]) throws -> Body {
        guard isShallow(bytes) else { throw BodyRefusal.malformed("The JSON is nested deeper than \(depth).") }
        do {
            return try JSONDecoder().decode(type, from: Data(bytes))
        } catch let error as DecodingError {
            throw refusal(error)
        }
    }

    /// A reply as JSON; 204 for ``Nothing``.
    static func response(_ reply: some Encodable) throws -> Response {
        guard !(reply is Nothing) else { return Response(status: .noContent) }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.withoutEscapingSlashes]
        let data = try encoder.encode(reply)
        var buffer = ByteBufferAllocator().buffer(capacity: data.count)
        buffer.writeBytes(data)
        return Response(
            status: .ok,
            headers: [.contentType: "application/json; charset=utf-8"],
            body: ResponseBody(byteBuffer: buffer)
        )
    }

    private static func isJSON(_ contentType: String?) -> Bool {
        let type = (contentType ?? "").split(separator: ";").first?.lowercased().filter { $0 != " " } ?? ""
        return type == "application/json" || (type.hasPrefix("application/") && type.hasSuffix("+json"))
    }

    /// Whether no more than ``depth`` brackets are open at once, outside strings.
    private static func isShallow(_ bytes: [UInt8]) -> Bool {
        var open = 0
        var inString = false
        var isEscaped = false
        for byte in bytes {
            if inString {
                if isEscaped {
                    isEscaped = false
                } else if byte == UInt8(ascii: "\\") {
                    isEscaped = true
                } else if byte == UInt8(ascii: "\"") {
                    inString = false
                }
                continue
            }
            switch byte {
            case UInt8(ascii: "\""): inString = true
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                open += 1
                if open > depth { return false }
            case UInt8(ascii: "}"), UInt8(ascii: "]"): open -= 1
            default: continue
            }
        }
        return true
    }

    private static func refusal(_ error: DecodingError) -> any Error {
        switch error {
        case .keyNotFound(let key, let context):
            return SchemaError(location(context, key), "field required", type: "value_error.missing")
        case .typeMismatch(let type, let context):
            return SchemaError(location(context), "value is not a valid \(word(for: type))", type: "type_error")
        case .valueNotFound(let type, let context):
            return SchemaError(
                location(context), "value is not a valid \(word(for: type)), got null", type: "type_error")
        case .dataCorrupted(let context):
            guard !context.codingPath.isEmpty else { return BodyRefusal.malformed("The body is not JSON.") }
            return SchemaError(location(context), context.debugDescription, type: "value_error")
        @unknown default:
            return BodyRefusal.malformed("The body is not JSON.")
        }
    }

    private static func location(_ context: DecodingError.Context, _ key: (any CodingKey)? = nil) -> [String] {
        ["body"]
            + (context.codingPath + (key.map { [$0] } ?? [])).map { $0.intValue.map(String.init) ?? $0.stringValue }
    }

    private static func word(for type: any Any.Type) -> String {
        switch type {
        case is String.Type: "string"
        case is Int.Type: "integer"
        case is Bool.Type: "boolean"
        case is [Any].Type: "list"
        default: "object"
        }
    }
}
