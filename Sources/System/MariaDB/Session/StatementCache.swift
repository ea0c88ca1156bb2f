/// The prepared statements of a session by their text; the one unused for longest goes when there are too many.
struct StatementCache {
    private let capacity: Int
    private var entries: [String: (statement: Statement, use: UInt64)] = [:]
    private var uses: UInt64 = 0

    /// - Parameter capacity: the number of statements kept, at least 1.
    init(capacity: Int) {
        self.capacity = max(capacity, 1)
    }

    var count: Int { entries.count }

    /// The statement of this text, which now counts as used last; nil if there is none.
    mutating func statement(for sql: String) -> Statement? {
        guard let statement = entries[sql]?.statement else { return nil }
        uses += 1
        entries[sql]?.use = uses
        return statement
    }

    mutating func insert(_ statement: Statement, for sql: String) {
        if entries.count >= capacity, let oldest = entries.min(by: { $0.value.use < $1.value.use })?.key {
            entries[oldest] = nil
        }
        uses += 1
        entries[sql] = (statement, uses)
    }

    mutating func removeAll() {
        entries = [:]
    }
}
