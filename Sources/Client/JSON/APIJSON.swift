import API
import FoundationEssentials

/// Writes and reads the JSON of the wire.
enum APIJSON {
    /// Why bytes are not what was expected.
    enum Fault: Error, Equatable {
        case notJSON
        case tooDeep
        /// JSON, but not of the documented shape; where and why.
        case otherShape(String)

        var message: String {
            switch self {
            case .notJSON: "it is not JSON; is this the address of a ScaiDNS server?"
            case .tooDeep: "its JSON is nested more than \(APIJSON.maximumDepth) deep"
            case .otherShape(let reason):
                "its JSON has an unknown shape (\(reason)); client and server may differ in version"
            }
        }
    }

    /// How deep JSON may be nested, as in requests (`api.md` 1.10).
    static let maximumDepth = 32

    /// The body of a request: members in alphabetical order, absent ones left out; nil for ``Nothing``.
    static func encode(_ body: some Encodable) throws(ClientFailure) -> [UInt8]? {
        if body is Nothing { return nil }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        do { return [UInt8](try encoder.encode(body)) } catch {
            throw .invalidRequest("the request cannot be written as JSON")
        }
    }

    static func decode<Value: Decodable>(_ type: Value.Type, from body: [UInt8]) throws(Fault) -> Value {
        guard JSONText.depth(of: body, atMost: maximumDepth) != nil else { throw .tooDeep }
        do {
            return try JSONDecoder().decode(type, from: Data(body))
        } catch let error as DecodingError {
            throw fault(error)
        } catch {
            throw .notJSON
        }
    }

    private static func fault(_ error: DecodingError) -> Fault {
        let (path, reason): ([any CodingKey], String) =
            switch error {
            case .keyNotFound(let key, let context): (context.codingPath + [key], "is missing")
            case .valueNotFound(_, let context): (context.codingPath, "is null")
            case .typeMismatch(_, let context): (context.codingPath, "has another type")
            case .dataCorrupted(let context): (context.codingPath, "is not a value known here")
            @unknown default: ([], "cannot be read")
            }
        // At the top `dataCorrupted` means that the text is no JSON at all.
        if case .dataCorrupted = error, path.isEmpty { return .notJSON }
        return .otherShape(path.map(\.stringValue).joined(separator: ".") + " " + reason)
    }
}
