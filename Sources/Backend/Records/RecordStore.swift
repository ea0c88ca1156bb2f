import API
import Core
import Crypto
import MariaDB

/// Rows of records.
struct RecordStore: Sendable {
    private static let columns =
        "r.id, r.name, r.type, r.content, r.ttl, r.disabled, r.`system`, r.comment, r.created_at, r.updated_at"

    /// The record of that id in the zone.
    func record(_ id: Identifier, of domain: Identifier, on connection: Connection) async throws -> StoredRecord? {
        let sql = "SELECT \(Self.columns) FROM records r WHERE r.id = ? AND r.domain_id = ?"
        return try await connection.query(sql, [.id(id), .id(domain)]).rows.first.map(Self.record)
    }

    /// What decides about a record: all at its name, the NS and DNAME above it, for an NS or DNAME all below it, and where
    /// addresses may be glue the NS that name their hosts. A record may come twice.
    func neighbours(
        of record: StoredRecord,
        in domain: DomainRow,
        on connection: Connection
    ) async throws -> [StoredRecord] {
        let name = record.name
        let above = name.selfAndAncestors.dropFirst().filter { $0.isAtOrBelow(domain.name) }
        var sql = "SELECT \(Self.columns) FROM records r WHERE r.domain_id = ? AND (r.name = ?"
        var parameters: [Value] = [.id(domain.id), .name(name)]
        if !above.isEmpty {
            sql += " OR (r.name IN (\(DomainStore.marks(above.count))) AND r.type IN ('NS', 'DNAME'))"
            parameters += above.map(Value.name)
        }
        if record.type == .ns || record.type == .dname {
            sql += " OR r.name LIKE ? ESCAPE '|'"
            parameters.append(.text("%." + DomainStore.likeEscaped(name.text)))
        }
        sql += ")"
        if [.a, .aaaa, .ns].contains(record.type) {
            let target = name.absoluteText
            sql += """
                 UNION ALL SELECT \(Self.columns) FROM records r WHERE r.domain_id = ? AND r.type = 'NS'
                AND (r.content = ? OR r.content LIKE ? ESCAPE '|')
                """
            let below = record.type == .ns ? "%." + DomainStore.likeEscaped(target) : ""
            parameters += [.id(domain.id), .text(target), .text(below)]
        }
        return try await connection.query(sql, parameters).rows.map(Self.record)
    }

    /// What is served at and below a name; at most 1,000 records.
    func served(
        atOrBelow name: DomainName,
        of domain: Identifier,
        on connection: Connection
    ) async throws -> [StoredRecord] {
        let sql = """
            SELECT \(Self.columns) FROM records r
            WHERE r.domain_id = ? AND r.disabled = FALSE AND (r.name = ? OR r.name LIKE ? ESCAPE '|') LIMIT 1000
            """
        let below = Value.text("%." + DomainStore.likeEscaped(name.text))
        return try await connection.query(sql, [.id(domain), .name(name), below]).rows.map(Self.record)
    }

    /// The enabled members of a set.
    func members(of set: RecordSetKey, in domain: Identifier, on connection: Connection) async throws -> [StoredRecord]
    {
        let sql = """
            SELECT \(Self.columns) FROM records r
            WHERE r.domain_id = ? AND r.name = ? AND r.type = ? AND r.disabled = FALSE ORDER BY r.content
            """
        let parameters: [Value] = [.id(domain), .name(set.name), .text(set.type.name)]
        return try await connection.query(sql, parameters).rows.map(Self.record)
    }

    /// Every enabled record of the zone, grouped by name and type.
    func served(of domain: Identifier, on connection: Connection) async throws -> [StoredRecord] {
        let sql = """
            SELECT \(Self.columns) FROM records r WHERE r.domain_id = ? AND r.disabled = FALSE
            ORDER BY r.name, r.type, r.content
            """
        return try await connection.query(sql, [.id(domain)]).rows.map(Self.record)
    }

    func insert(_ record: StoredRecord, into domain: Identifier, on connection: Connection) async throws {
        let sql = """
            INSERT INTO records (id, domain_id, name, type, content, content_sha256, ttl, disabled, `system`, comment,
                created_at, updated_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """
        _ = try await connection.query(
            sql,
            [
                .id(record.id), .id(domain), .name(record.name), .text(record.type.name), .text(record.content.text),
                .bytes(Self.digest(record.content)), .int(Int64(record.ttl)), .flag(record.isDisabled),
                .flag(record.isSystem), .optional(record.comment), .at(record.createdAt), .at(record.updatedAt),
            ]
        )
    }

    func update(_ record: StoredRecord, on connection: Connection) async throws {
        let sql = """
            UPDATE records SET content = ?, content_sha256 = ?, ttl = ?, disabled = ?, comment = ?, updated_at = ?
            WHERE id = ?
            """
        _ = try await connection.query(
            sql,
            [
                .text(record.content.text), .bytes(Self.digest(record.content)), .int(Int64(record.ttl)),
                .flag(record.isDisabled), .optional(record.comment), .at(record.updatedAt), .id(record.id),
            ]
        )
    }

    func delete(_ id: Identifier, on connection: Connection) async throws {
        _ = try await connection.query("DELETE FROM records WHERE id = ?", [.id(id)])
    }

    /// One page of the zone's records, or all of them, and how many there are.
    func list(
        _ query: RecordListQuery,
        of domain: DomainRow,
        on connection: Connection
    ) async throws -> (records: [StoredRecord], total: Int) {
        var condition = "r.domain_id = ?"
        var parameters: [Value] = [.id(domain.id)]
        if !query.includeSystem { condition += " AND r.`system` = FALSE" }
        if let type = query.type {
            condition += " AND r.type = ?"
            parameters.append(.text(String(type.uppercased().unicodeScalars.filter(\.isASCII))))
        }
        if let name = query.name {
            condition += " AND r.name LIKE ? ESCAPE '|'"
            let isASCII = name.utf8.allSatisfy { $0 < 0x80 }
            parameters.append(.text(isASCII ? "%\(DomainStore.likeEscaped(name.lowercased()))%" : "\u{1}"))
        }
        if let disabled = query.disabled {
            condition += " AND r.disabled = ?"
            parameters.append(.flag(disabled))
        }
        let counted = try await connection.query(
            "SELECT COUNT(*) AS total FROM records r WHERE \(condition)", parameters)
        let total = Int(try counted.rows.first?.int("total") ?? 0)
        var sql = "SELECT \(Self.columns) FROM records r WHERE \(condition) ORDER BY \(Self.order(query.sort))"
        if query.sort == .name || query.sort == .nameDescending { parameters.append(.name(domain.name)) }
        if let page = query.page {
            sql += " LIMIT ? OFFSET ?"
            parameters += [.int(Int64(page.pageSize)), .int(Int64((page.page - 1) * page.pageSize))]
        }
        return (try await connection.query(sql, parameters).rows.map(Self.record), total)
    }

    /// The order; those by name put the apex, which is the one parameter, first or last.
    private static func order(_ sort: RecordListQuery.Sort) -> String {
        switch sort {
        case .name: "r.name <> ?, r.name, r.type, r.content, r.id"
        case .nameDescending: "r.name = ?, r.name DESC, r.type DESC, r.content DESC, r.id DESC"
        case .type: "r.type, r.name, r.content, r.id"
        case .typeDescending: "r.type DESC, r.name DESC, r.content DESC, r.id DESC"
        case .updatedAt: "r.updated_at, r.id"
        case .updatedAtDescending: "r.updated_at DESC, r.id DESC"
        }
    }

    private static func digest(_ content: RecordContent) -> [UInt8] {
        Array(SHA256.hash(data: Array(content.text.utf8)))
    }

    private static func record(_ row: Row) throws -> StoredRecord {
        let word = try row.text("type")
        guard let type = RecordType(word) else { throw BrokenRow(column: "type", reason: "unknown type \(word)") }
        return StoredRecord(
            id: try row.id("id"),
            name: try row.domainName("name"),
            content: RecordContent(stored: try row.text("content"), type: type),
            ttl: UInt32(clamping: try row.int("ttl")),
            isDisabled: try row.bool("disabled"),
            isSystem: try row.bool("system"),
            comment: try row.optionalText("comment"),
            createdAt: try row.moment("created_at"),
            updatedAt: try row.moment("updated_at")
        )
    }
}
