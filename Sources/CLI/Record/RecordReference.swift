import API
import Client

/// How a record is named on the command line: by its id, or by `NAME TYPE [CONTENT]`.
enum RecordReference: Equatable, Sendable {
    case id(String)
    /// `content` is nil where the type alone has to do.
    case data(name: String, type: String, content: String?)

    /// From the words after the zone: one is an id, two or more are name, type and content.
    init?(_ words: [String]) {
        switch words.count {
        case 0: return nil
        case 1: self = .id(words[0])
        default:
            let content = words.dropFirst(2).joined(separator: " ")
            self = .data(name: words[0], type: words[1].uppercased(), content: content.isEmpty ? nil : content)
        }
    }

    /// The one record of the zone that is meant.
    /// - Throws: ``CommandFailure``, not found or ambiguous (with the records to choose among), and `ClientFailure`.
    func record(in zone: String, of client: APIClient) async throws -> Record {
        switch self {
        case .id(let id):
            return try await client.call(RecordEndpoints.show, path: RecordPath(zone, id))
        case .data(let name, let type, let content):
            let query = RecordListQuery(type: type, includeSystem: true)
            let list = try await client.call(RecordEndpoints.list, path: DomainPath(zone), query: query)
            return try RecordReference.only(
                list.data.filter { RecordReference.isNamed($0, name) && RecordReference.holds($0, content) },
                what: [name, type, content].compactMap(\.self).joined(separator: " "),
                zone: list.domainName
            )
        }
    }

    private static func only(_ found: [Record], what: String, zone: String) throws(CommandFailure) -> Record {
        guard let record = found.first else {
            throw CommandFailure(
                .notFound,
                "there is no record \(what) in \(zone)",
                advice: "scaidns record list \(zone) shows what is there."
            )
        }
        guard found.count == 1 else {
            throw CommandFailure(
                .conflict,
                "\(found.count) records in \(zone) are \(what)",
                details: found.prefix(20).map { "\($0.id)  \($0.displayName) \($0.type) \($0.content)" },
                advice: "Name the record by its content too, or by its id."
            )
        }
        return record
    }

    /// Relative to the zone or in full, with or without the dot at the end, in any case.
    private static func isNamed(_ record: Record, _ name: String) -> Bool {
        let wanted = name.lowercased()
        return [record.displayName, record.name, record.name + "."].contains { $0.lowercased() == wanted }
    }

    /// As stored, or a text without the quotes it is stored in.
    private static func holds(_ record: Record, _ content: String?) -> Bool {
        guard let content else { return true }
        return record.content == content || record.content == "\"\(content)\""
    }
}
