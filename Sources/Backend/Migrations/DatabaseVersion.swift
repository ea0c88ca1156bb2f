/// What a database server says of itself, such as `10.11.6-MariaDB-0+deb12u1` or `8.0.36`.
struct DatabaseVersion: Equatable {
    let isMariaDB: Bool
    /// Of MariaDB: major and minor number.
    let numbers: [Int]
    let text: String

    init(_ text: String) {
        self.text = text
        let parts = text.split(separator: "-")
        guard let mark = parts.firstIndex(where: { $0.lowercased() == "mariadb" }) else {
            (isMariaDB, numbers) = (false, [])
            return
        }
        isMariaDB = true
        // `5.5.5-10.11.6-MariaDB`: the first number is there for old replication clients.
        let number = mark > 0 ? parts[mark - 1] : ""
        numbers = number.split(separator: ".").prefix(2).compactMap { Int($0) }
    }

    /// - Throws: ``SchemaRefusal/notMariaDB``, ``SchemaRefusal/tooOld(_:)``
    func check() throws(SchemaRefusal) {
        guard isMariaDB else { throw .notMariaDB }
        guard numbers.count == 2, (numbers[0], numbers[1]) >= (10, 6) else { throw .tooOld(text) }
    }
}
