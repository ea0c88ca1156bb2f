/// The parts of Core that are given any octets at all, to find what traps, hangs or contradicts itself.
///
/// The raw value is the name of the program that libFuzzer drives, and of the target's folder in `Tests/Fuzz/Corpus`.
public enum FuzzTarget: String, CaseIterable, Sendable {
    /// Names and addresses in presentation format and on the wire.
    case names
    /// Records: the first octet chooses the type and the form.
    case records
    /// Zone files.
    case zoneFiles
    /// DNS messages.
    case messages

    /// Reads the octets as the target's input and holds what must be true of everything that is read.
    ///
    /// - Throws: ``FuzzFinding`` for what is not true. A trap or a hang is a finding too.
    public func fuzz(_ octets: [UInt8]) throws(FuzzFinding) {
        switch self {
        case .names: try fuzzNames(octets)
        case .records: try fuzzRecords(octets)
        case .zoneFiles: try fuzzZoneFiles(octets)
        case .messages: try fuzzMessages(octets)
        }
    }
}

/// A promise of Core that an input breaks.
public struct FuzzFinding: Error, CustomStringConvertible {
    /// What should have been true, and what was.
    public let description: String

    init(_ description: String) {
        self.description = description
    }
}

func hold(_ isTrue: Bool, _ promise: @autoclosure () -> String) throws(FuzzFinding) {
    guard isTrue else { throw FuzzFinding(promise()) }
}

/// The value of what must not fail.
func mustWork<Value>(_ promise: @autoclosure () -> String, _ body: () throws -> Value) throws(FuzzFinding) -> Value {
    do {
        return try body()
    } catch {
        throw FuzzFinding("\(promise()): \(error)")
    }
}
