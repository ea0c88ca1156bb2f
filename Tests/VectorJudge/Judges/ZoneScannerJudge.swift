import Core

extension Judge {
    /// Knot DNS's scanner: the exact sequence of records and faults of whole zone files.
    static let zoneScanner = Judge(
        file: "zscanner.jsonl",
        rule: "A zone file gives the records and faults of Knot DNS's scanner in its order, to the octet",
        verdict: { row in
            let sample = try row.decoded(as: ScannerSample.self)
            if sample.needsFiles { return .notRun("the files that it includes are not in the folder") }
            let differences = try sample.differences()
            return differences.isEmpty
                ? .agreed : .disagreed("\(sample.name): " + differences.map(\.text).joined(separator: "; "))
        },
        reason: { row in
            let sample = try row.decoded(as: ScannerSample.self)
            let reasons = try sample.differences().map { ScannerDeviation.reason(for: $0, in: sample.name) }
            guard !reasons.contains(nil) else { return nil }
            return Set(reasons.compactMap { $0 }).sorted().joined(separator: "; ")
        }
    )
}

/// A row: a zone file and what Knot DNS makes of it.
struct ScannerSample: Decodable {
    let name: String
    private let zone: String
    private let expect: [Expected]

    enum CodingKeys: String, CodingKey {
        case zone, expect
        case name = "case"
    }

    private struct Expected: Decodable {
        let kind: String
        let owner: String?
        let ttl: UInt32?
        let type: String?
        let rdata: String?
        let code: String?
    }

    /// Where we see a line differently.
    struct Difference {
        /// Our line; 0 at the file's end.
        let line: Int
        let knot: String
        let ours: String
        var text: String { "line \(line): \(knot) expected, \(ours) came" }
    }

    private enum Event {
        case record(ZoneFileEntry)
        case fault(ImportFault)

        var line: Int {
            switch self {
            case .record(let entry): entry.line
            case .fault(let fault): fault.line
            }
        }

        var text: String {
            switch self {
            case .record(let entry): "\(entry.owner) \(entry.ttl) \(entry.type) \(entry.content.text.prefix(60))"
            case .fault(let fault): fault.code.rawValue
            }
        }
    }

    /// Whether it includes files that exist for Knot DNS only.
    var needsFiles: Bool {
        zone.contains("$INCLUDE")
            && !expect.contains { $0.code == "ZS_BAD_INCLUDE_ORIGIN" || $0.code == "ZS_FILE_OPEN" }
    }

    /// What differs, line by line; after a difference both go on with the next line.
    func differences() throws -> [Difference] {
        var differences: [Difference] = []
        var events = try ours().filter { !ScannerDeviation.isExtra($0.line, in: name) }[...]
        for expected in expect {
            guard let event = events.popFirst() else {
                differences.append(Difference(line: 0, knot: expected.code ?? "a record", ours: "nothing"))
                continue
            }
            if !(try Self.agree(expected, event)) {
                let knot =
                    expected.code
                    ?? "\(expected.owner ?? "") \(expected.ttl ?? 0) \(expected.type ?? "") \(expected.rdata ?? "")"
                differences.append(Difference(line: event.line, knot: String(knot.prefix(120)), ours: event.text))
            }
            // Knot DNS stops at an error; we go on, to tell all faults at once.
            if expected.kind == "error" { return differences }
        }
        for event in events { differences.append(Difference(line: event.line, knot: "nothing", ours: event.text)) }
        return differences
    }

    /// Records and faults by line: no line of the samples has both.
    private func ours() throws -> [Event] {
        var reader = ZoneFileReader(origin: .root, fallbackTTL: 0)
        var events: [Event] = []
        reader.read(zone.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }) { events.append(.record($0)) }
        events += reader.faults.map { .fault($0) }
        return events.enumerated().sorted { ($0.element.line, $0.offset) < ($1.element.line, $1.offset) }.map(\.element)
    }

    private static func agree(_ expected: Expected, _ event: Event) throws -> Bool {
        switch event {
        case .fault: return expected.kind != "rr"
        case .record(let entry):
            guard expected.kind == "rr", let owner = octets(expected.owner), let rdata = octets(expected.rdata),
                entry.ttl == expected.ttl, entry.owner == (try DomainName(wire: owner)),
                RecordType(masterFile: expected.type ?? "").map({ $0 == entry.type }) ?? true
            else { return false }
            if try entry.content.wire() == rdata { return true }
            // Knot DNS keeps the case of names.
            return try RecordContent(type: entry.type, wire: rdata) == entry.content
        }
    }

    private static func octets(_ hexadecimal: String?) -> [UInt8]? {
        guard let hexadecimal else { return nil }
        return stride(from: 0, to: hexadecimal.count, by: 2).compactMap { start in
            UInt8(hexadecimal.dropFirst(start).prefix(2), radix: 16)
        }
    }
}
