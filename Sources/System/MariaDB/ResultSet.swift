/// What a statement answered.
public struct ResultSet: Sendable, Equatable {
    public let rows: [Row]
    /// The rows an INSERT, UPDATE or DELETE matched, also those that already held the new values; an
    /// `INSERT ... ON DUPLICATE KEY UPDATE` counts 1 for a new row and 2 for a changed one. With a result: its rows.
    public let affectedRows: Int
    /// The `AUTO_INCREMENT` value of the first row inserted, 0 if there is none.
    public let lastInsertID: UInt64
}
