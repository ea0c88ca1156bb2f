import Foundation

/// One line of a file of JSON lines.
public struct VectorRow: Sendable {
    /// Counted from 1, as editors do.
    public let line: Int
    /// Where the file lies, for what belongs to it.
    let folder: URL
    let octets: Data

    /// The row as a value.
    func decoded<Value: Decodable>(as type: Value.Type = Value.self) throws -> Value {
        try JSONDecoder().decode(type, from: octets)
    }

    /// The rows of a file, empty lines left out.
    static func rows(of file: URL) throws -> [VectorRow] {
        try Data(contentsOf: file).split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            .enumerated()
            .filter { !$0.element.isEmpty }
            .map { VectorRow(line: $0.offset + 1, folder: file.deletingLastPathComponent(), octets: Data($0.element)) }
    }
}
