import Core
import MariaDB

/// A row of ours that does not hold what we wrote there: a broken promise of the database, not of a caller.
struct BrokenRow: Error, CustomStringConvertible {
    let column: String
    let reason: String

    var description: String { "column \(column): \(reason)" }
}

extension Row {
    func id(_ column: String) throws -> Identifier {
        guard let id = Identifier(bytes: try bytes(column)) else {
            throw BrokenRow(column: column, reason: "not 16 octets")
        }
        return id
    }

    func optionalID(_ column: String) throws -> Identifier? {
        guard let bytes = try optionalBytes(column) else { return nil }
        guard let id = Identifier(bytes: bytes) else { throw BrokenRow(column: column, reason: "not 16 octets") }
        return id
    }

    func moment(_ column: String) throws -> Timestamp { Timestamp(microseconds: try time(column)) }

    func optionalMoment(_ column: String) throws -> Timestamp? {
        try optionalTime(column).map(Timestamp.init(microseconds:))
    }

    func domainName(_ column: String) throws -> DomainName {
        let text = try text(column)
        do {
            return try DomainName(text)
        } catch {
            throw BrokenRow(column: column, reason: error.message)
        }
    }

    /// The word of an enumeration.
    func word<Word: RawRepresentable<String>>(_ column: String) throws -> Word {
        let text = try text(column)
        guard let word = Word(rawValue: text) else { throw BrokenRow(column: column, reason: "unknown word \(text)") }
        return word
    }
}
