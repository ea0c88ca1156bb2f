/// The body of every error (`api.md` 1.3).
///
/// ```json
/// {"detail":{"message":"Record conflicts with existing entries","field":"content","conflicts":["0193…"]},
///  "code":"record_conflict","request_id":"8f14e45f"}
/// ```
public struct Problem: Codable, Error, Equatable, Sendable {
    public let detail: Detail
    /// The stable word for the error (`api.md` 14).
    public let code: String
    public var requestID: String?

    /// What is said about the error, in one of the three documented shapes.
    public enum Detail: Equatable, Sendable {
        /// A sentence.
        case text(String)
        /// A sentence, the field of the request it is about, and the ids of the objects in the way.
        case structured(message: String, field: String?, conflicts: [String])
        /// The faults of a request that does not have the documented shape (422).
        case schema([SchemaError.Fault])
    }

    public init(_ code: String, _ detail: Detail, requestID: String? = nil) {
        self.code = code
        self.detail = detail
        self.requestID = requestID
    }

    private enum CodingKeys: String, CodingKey {
        case detail, code
        case requestID = "request_id"
    }
}

extension Problem {
    /// The error in one line for people.
    public var message: String {
        switch detail {
        case .text(let text): text
        case .structured(let message, _, _): message
        case .schema(let faults):
            faults.map { "\($0.loc.joined(separator: ".")): \($0.msg)" }.joined(separator: "; ")
        }
    }
}

extension Problem.Detail: Codable {
    private struct Structured: Codable {
        let message: String
        let field: String?
        let conflicts: [String]?
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        // Three shapes under one key: the first that fits is the one that was sent.
        if let text = try? container.decode(String.self) {
            self = .text(text)
        } else if let faults = try? container.decode([SchemaError.Fault].self) {
            self = .schema(faults)
        } else {
            let structured = try container.decode(Structured.self)
            self = .structured(
                message: structured.message,
                field: structured.field,
                conflicts: structured.conflicts ?? []
            )
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .text(let text): try container.encode(text)
        case .schema(let faults): try container.encode(faults)
        case .structured(let message, let field, let conflicts):
            try container.encode(
                Structured(message: message, field: field, conflicts: conflicts.isEmpty ? nil : conflicts)
            )
        }
    }
}
