import API
import Core
import MariaDB

extension DomainStore {
    /// One page of the zones that `visibility` shows, and how many there are.
    func list(
        _ query: DomainListQuery,
        visibleTo visibility: Visibility,
        on connection: Connection
    ) async throws -> (rows: [DomainRow], total: Int) {
        let (condition, parameters) = Self.condition(query, visibility)
        let counted = try await connection.query(
            "SELECT COUNT(*) AS total FROM domains d WHERE \(condition)",
            parameters
        )
        let total = try counted.rows.first?.int("total") ?? 0
        let page = query.page
        let sql = """
            SELECT \(DomainRow.columns) FROM domains d WHERE \(condition)
            ORDER BY \(Self.order(query.sort)) LIMIT ? OFFSET ?
            """
        let window: [Value] = [.int(Int64(page.pageSize)), .int(Int64((page.page - 1) * page.pageSize))]
        let found = try await connection.query(sql, parameters + window)
        return (try found.rows.map(DomainRow.init), Int(total))
    }

    private static func condition(_ query: DomainListQuery, _ visibility: Visibility) -> (String, [Value]) {
        var parts: [String] = []
        var parameters: [Value] = []
        if !visibility.isEverything {
            var either: [String] = []
            if !visibility.tenants.isEmpty {
                either.append("d.tenant_id IN (\(marks(visibility.tenants.count)))")
                parameters += visibility.tenants.map(Value.id)
            }
            if !visibility.domains.isEmpty {
                either.append("d.id IN (\(marks(visibility.domains.count)))")
                parameters += visibility.domains.map(Value.id)
            }
            parts.append(either.isEmpty ? "FALSE" : "(\(either.joined(separator: " OR ")))")
        }
        if let status = query.status {
            parts.append("d.status = ?")
            parameters.append(.text(status.rawValue))
        } else {
            parts.append("d.status <> 'deleted'")
        }
        if let type = query.domainType {
            parts.append("d.type = ?")
            parameters.append(.text(type.rawValue))
        }
        if let search = query.search {
            parts.append("d.name LIKE ? ESCAPE '|'")
            // The column is ASCII: anything else cannot be part of a name.
            let isASCII = search.utf8.allSatisfy { $0 < 0x80 }
            parameters.append(.text(isASCII ? "%\(likeEscaped(search.lowercased()))%" : "\u{1}"))
        }
        return (parts.joined(separator: " AND "), parameters)
    }

    private static func order(_ sort: DomainListQuery.Sort) -> String {
        switch sort {
        case .name: "d.name, d.id"
        case .nameDescending: "d.name DESC, d.id DESC"
        case .createdAt: "d.created_at, d.id"
        case .createdAtDescending: "d.created_at DESC, d.id DESC"
        case .updatedAt: "d.updated_at, d.id"
        case .updatedAtDescending: "d.updated_at DESC, d.id DESC"
        }
    }
}
