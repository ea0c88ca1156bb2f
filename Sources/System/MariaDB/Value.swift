/// A parameter of a statement, or a column of a row.
///
/// Columns arrive so: integers of every width as ``int(_:)``; `FLOAT` and `DOUBLE` as ``double(_:)``; `DATETIME` and
/// `TIMESTAMP` as ``time(_:)``; `BINARY`, `VARBINARY`, `BLOB` and `BIT` as ``bytes(_:)``; all others, also `DECIMAL`,
/// `DATE` and `TIME`, as ``text(_:)``.
public enum Value: Sendable, Equatable {
    case null
    case int(Int64)
    case double(Double)
    case text(String)
    case bytes([UInt8])
    /// A `DATETIME(6)` in UTC, as microseconds since 1970-01-01T00:00:00Z; years 1 to 9999.
    case time(Int64)
}
