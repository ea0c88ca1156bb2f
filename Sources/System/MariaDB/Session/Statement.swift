import CMariaDB

/// A prepared statement of one session.
final class Statement {
    private let handle: UnsafeMutablePointer<MYSQL_STMT>
    /// An error left rows unread on the connection, which can then only be closed.
    private(set) var isMidResult = false

    private init(handle: UnsafeMutablePointer<MYSQL_STMT>) {
        self.handle = handle
    }

    deinit {
        mysql_stmt_close(handle)
    }

    static func prepare(_ sql: String, on mysql: UnsafeMutablePointer<MYSQL>) throws(DatabaseError) -> Statement {
        guard let handle = mysql_stmt_init(mysql) else { throw DatabaseError(mysql) }
        // From here on the statement frees itself, also when preparing fails.
        let statement = Statement(handle: handle)
        guard mysql_stmt_prepare(handle, sql, UInt(sql.utf8.count)) == 0 else { throw DatabaseError(handle) }
        return statement
    }

    /// Runs the statement. A result larger than `limit` bytes is an error that leaves the rest unread.
    func run(_ parameters: [Value], limit: Int) throws(DatabaseError) -> ResultSet {
        let count = Int(mysql_stmt_param_count(handle))
        guard count == parameters.count else {
            throw DatabaseError(
                code: DatabaseError.Code.parameterCount,
                sqlState: "07001",
                message: "The statement has \(count) parameters, \(parameters.count) were given."
            )
        }
        let buffers = try ParameterBuffers.filled(with: parameters)
        if count > 0, mysql_stmt_bind_param(handle, buffers.binds) != 0 { throw DatabaseError(handle) }
        // The library reads the parameters through pointers: they live until it has sent them.
        let status = withExtendedLifetime(buffers) { mysql_stmt_execute(handle) }
        guard status == 0 else { throw DatabaseError(handle) }

        let rows = try fetchRows(limit: limit)
        let affected = mysql_stmt_affected_rows(handle)
        let result = ResultSet(
            rows: rows ?? [],
            affectedRows: rows?.count ?? Int(exactly: affected) ?? 0,
            lastInsertID: mysql_stmt_insert_id(handle)
        )
        try discardFurtherResults()
        return result
    }

    /// The rows of the result; nil when the statement has none to give.
    private func fetchRows(limit: Int) throws(DatabaseError) -> [Row]? {
        let count = Int(mysql_stmt_field_count(handle))
        guard count > 0, let fields = mariadb_stmt_fetch_fields(handle) else { return nil }
        let columns = ColumnBuffers(UnsafeBufferPointer(start: fields, count: count))
        guard mysql_stmt_bind_result(handle, columns.binds) == 0 else { throw DatabaseError(handle) }
        var rows: [Row] = []
        var size = 0
        var problem: DatabaseError?
        isMidResult = true
        while try fetch() {
            size += columns.rowSize
            guard size <= limit else {
                throw DatabaseError(
                    code: DatabaseError.Code.resultTooLarge,
                    sqlState: "54000",
                    message: "The result is larger than \(limit) bytes."
                )
            }
            guard problem == nil else { continue }
            do {
                var values: [Value] = []
                values.reserveCapacity(count)
                for index in 0..<count { values.append(try columns.value(index, of: handle)) }
                rows.append(Row(columns: columns.names, values: values))
            } catch {
                // Read to the end all the same: the connection stays in step.
                problem = error
            }
        }
        isMidResult = false
        mysql_stmt_free_result(handle)
        if let problem { throw problem }
        return rows
    }

    /// False after the last row.
    private func fetch() throws(DatabaseError) -> Bool {
        switch mysql_stmt_fetch(handle) {
        case 0, MYSQL_DATA_TRUNCATED: true
        case MYSQL_NO_DATA: false
        default: throw fetchError()
        }
    }

    /// The error that came instead of a row, such as a lock wait. The library leaves it with the connection and not with
    /// the statement; one from the server ends the result, so that the connection is in step.
    private func fetchError() -> DatabaseError {
        let found = DatabaseError(handle)
        guard found.code == 0, let mysql = handle.pointee.mysql else { return found }
        let error = DatabaseError(mysql)
        if error.isFromServer && !error.endsConnection {
            mysql_stmt_free_result(handle)
            isMidResult = false
        }
        return error
    }

    /// A CALL answers with more than one result; only the first is of interest.
    private func discardFurtherResults() throws(DatabaseError) {
        while mysql_stmt_more_results(handle) != 0 {
            guard mysql_stmt_next_result(handle) <= 0 else { throw DatabaseError(handle) }
            mysql_stmt_free_result(handle)
        }
    }
}
