import Testing

@testable import Core

/// Zones and change sets in short notation, for the tables of the tests.
///
/// A record is `NAME TTL TYPE CONTENT` in example.org, with `!` before it when it is disabled. The records of a zone have
/// the ids 1 (SOA), 2 (apex NS), and then 3, 4 and so on as they are listed.
struct ZoneSample {
    static let apex = "example.org"
    static let apexRecords = [
        "@ 3600 SOA ns1.example.net. hostmaster.example.org. 1 10800 3600 604800 3600", "@ 3600 NS ns1.example.net.",
    ]

    let state: ZoneState

    init(_ lines: [String], cuts: [String] = []) throws {
        let records = try (Self.apexRecords + lines).enumerated().map { number, line in
            try Self.record(line, id: number + 1)
        }
        state = ZoneState(
            apex: try DomainName(Self.apex),
            cuts: Set(try cuts.map { try DomainName($0 + "." + Self.apex) }),
            records: records
        )
    }

    /// A change set of lines: `+ RECORD` creates (ids from 101), `- ID` deletes, `~ ID TTL CONTENT` updates, `on ID` and
    /// `off ID` enable and disable, `= NAME TYPE` followed by records between `|` replaces (ids from 201).
    func change(_ lines: [String], by writer: ChangeSet.Writer = .caller) throws -> ChangeSet {
        var next = 100
        let items = try lines.map { line -> ChangeSet.Item in
            let words = line.split(separator: " ", maxSplits: 1).map(String.init)
            let rest = words.count > 1 ? words[1] : ""
            next += 1
            switch words[0] {
            case "+": return .create(try Self.record(rest, id: next))
            case "-":
                let number = try #require(Int(rest))
                return .delete(numbered(number))
            case "=": return try replacement(rest, from: next + 100)
            default: return .update(try updated(words[0], rest))
            }
        }
        return ChangeSet(items, by: writer)
    }

    private func replacement(_ text: String, from first: Int) throws -> ChangeSet.Item {
        let parts = text.split(separator: "|").map { $0.trimmingSpaces }
        let words = parts[0].split(separator: " ").map(String.init)
        let set = RecordSetKey(name: try Self.name(words[0]), type: try #require(RecordType(words[1])))
        let members = try parts.dropFirst().enumerated().map { try Self.record($1, id: first + $0) }
        return .replace(set, with: members)
    }

    private func updated(_ verb: String, _ text: String) throws -> StoredRecord {
        let words = text.split(separator: " ", maxSplits: 2).map(String.init)
        let number = try #require(Int(words[0]))
        var record = try #require(state.record(numbered(number)))
        record.updatedAt = Timestamp(seconds: 60)
        switch verb {
        case "on": record.isDisabled = false
        case "off": record.isDisabled = true
        default:
            record.ttl = try #require(UInt32(words[1]))
            record.content = try RecordContent(type: record.type, text: words[2], zone: state.apex)
        }
        return record
    }

    static func record(_ line: String, id: Int) throws -> StoredRecord {
        let isDisabled = line.hasPrefix("!")
        let words = line.drop { $0 == "!" || $0 == " " }.split(separator: " ", maxSplits: 3).map(String.init)
        let type = try #require(RecordType(words[2]))
        let name = try name(words[0])
        let zone = try DomainName(apex)
        return StoredRecord(
            id: numbered(id),
            name: name,
            content: try RecordContent(type: type, text: words[3], zone: zone),
            ttl: try #require(UInt32(words[1])),
            isDisabled: isDisabled,
            isSystem: id <= 2,
            createdAt: Timestamp(seconds: 0),
            updatedAt: Timestamp(seconds: 0)
        )
    }

    static func name(_ text: String) throws -> DomainName {
        try DomainName(owner: text, in: try DomainName(apex), toASCII: refuseUnicode)
    }
}

/// A zone's records, a change, and the conflicts that it meets (none: it is applied).
struct ChangeCase: Sendable, CustomTestStringConvertible {
    let zone: [String]
    let change: [String]
    let conflicts: [String]

    init(_ zone: [String], _ change: [String], _ conflicts: [String] = []) {
        self.zone = zone
        self.change = change
        self.conflicts = conflicts
    }

    var testDescription: String { "\(zone) \(change)" }
}

/// An id of that number.
func numbered(_ number: Int) -> Identifier {
    let octets = stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: number >> $0) }
    return Identifier(bytes: [UInt8](repeating: 0, count: 8) + octets) ?? .zero
}

extension Identifier {
    /// The number that ``numbered(_:)`` made it of.
    var number: Int { bytes.suffix(8).reduce(0) { $0 << 8 | Int($1) } }
}

extension ChangeConflicts {
    /// `ITEM RULE ID...` of each conflict; other refusals by their message.
    var lines: [String] {
        all.map { conflict in
            guard case .conflict(let rule, let ids) = conflict.refusal else {
                return "\(conflict.item) \(conflict.refusal.message)"
            }
            return (["\(conflict.item)", rule.rawValue] + ids.map { "\($0.number)" }).joined(separator: " ")
        }
    }
}

extension StoredRecord {
    /// `NAME TTL TYPE CONTENT #ID` as in ``ZoneSample``.
    var line: String {
        let owner = name.relativeText(to: (try? DomainName(ZoneSample.apex)) ?? .root)
        return "\(isDisabled ? "! " : "")\(owner) \(ttl) \(type.name) \(content.text) #\(id.number)"
    }
}

extension Substring {
    var trimmingSpaces: String {
        var text = self
        while text.first == " " { text.removeFirst() }
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}
