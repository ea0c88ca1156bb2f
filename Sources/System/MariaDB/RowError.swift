/// Why a column could not be read as what the caller asked for.
public enum RowError: Error, Equatable, Sendable {
    /// The statement returns no column of this name.
    case noColumn(String)
    /// The column is NULL where a value was asked for.
    case null(column: String)
    /// The column holds another kind of value, or an integer other than 0 and 1 where a truth value was asked for.
    case wrongType(column: String)
}
