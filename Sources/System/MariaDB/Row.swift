/// One row of a result, its columns read by the names of the statement. Of two columns of one name the first is read.
public struct Row: Sendable, Equatable {
    /// The names of the columns, in the statement's order.
    public let columns: [String]
    /// The values, in the order of ``columns``.
    public let values: [Value]

    init(columns: [String], values: [Value]) {
        self.columns = columns
        self.values = values
    }

    public subscript(_ column: String) -> Value {
        get throws(RowError) {
            guard let index = columns.firstIndex(of: column) else { throw .noColumn(column) }
            return values[index]
        }
    }

    public func int(_ column: String) throws(RowError) -> Int64 {
        try present(optionalInt(column), column)
    }

    public func optionalInt(_ column: String) throws(RowError) -> Int64? {
        switch try self[column] {
        case .int(let number): number
        case .null: nil
        case .double, .text, .bytes, .time: throw .wrongType(column: column)
        }
    }

    public func double(_ column: String) throws(RowError) -> Double {
        try present(optionalDouble(column), column)
    }

    public func optionalDouble(_ column: String) throws(RowError) -> Double? {
        switch try self[column] {
        case .double(let number): number
        case .null: nil
        case .int, .text, .bytes, .time: throw .wrongType(column: column)
        }
    }

    public func text(_ column: String) throws(RowError) -> String {
        try present(optionalText(column), column)
    }

    public func optionalText(_ column: String) throws(RowError) -> String? {
        switch try self[column] {
        case .text(let text): text
        case .null: nil
        case .int, .double, .bytes, .time: throw .wrongType(column: column)
        }
    }

    public func bytes(_ column: String) throws(RowError) -> [UInt8] {
        try present(optionalBytes(column), column)
    }

    public func optionalBytes(_ column: String) throws(RowError) -> [UInt8]? {
        switch try self[column] {
        case .bytes(let bytes): bytes
        case .null: nil
        case .int, .double, .text, .time: throw .wrongType(column: column)
        }
    }

    /// Microseconds since 1970-01-01T00:00:00Z.
    public func time(_ column: String) throws(RowError) -> Int64 {
        try present(optionalTime(column), column)
    }

    /// Microseconds since 1970-01-01T00:00:00Z.
    public func optionalTime(_ column: String) throws(RowError) -> Int64? {
        switch try self[column] {
        case .time(let microseconds): microseconds
        case .null: nil
        case .int, .double, .text, .bytes: throw .wrongType(column: column)
        }
    }

    /// False for 0, true for 1.
    public func bool(_ column: String) throws(RowError) -> Bool {
        try present(optionalBool(column), column)
    }

    /// False for 0, true for 1.
    public func optionalBool(_ column: String) throws(RowError) -> Bool? {
        switch try optionalInt(column) {
        case nil: nil
        case 0: false
        case 1: true
        default: throw .wrongType(column: column)
        }
    }

    private func present<T>(_ value: T?, _ column: String) throws(RowError) -> T {
        guard let value else { throw .null(column: column) }
        return value
    }
}
