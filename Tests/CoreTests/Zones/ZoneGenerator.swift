@testable import Core

/// Random zones: few names, types and contents, so that two of them have much in common and meet every rule.
enum ZoneGenerator {
    private static let names = ["@", "a", "b", "x.a", "y.x.a", "*.b", "s", "ns.s", "d"]
    private static let contents = [
        "A 192.0.2.1", "A 192.0.2.2", "A 192.0.2.3", "AAAA 2001:db8::1", "TXT \"one\"", "TXT \"two\"",
        "CNAME a.example.org.", "CNAME b.example.net.", "NS ns.s.example.org.", "NS ns.example.net.",
        "DNAME example.net.", "MX 10 a.example.org.",
        "DS 1 13 2 0101010101010101010101010101010101010101010101010101010101010101",
    ]

    /// A random line of a record.
    static func line(using generator: inout SeededGenerator) -> String {
        let name = names.randomElement(using: &generator) ?? "@"
        let content = contents.randomElement(using: &generator) ?? "A 192.0.2.1"
        let isDisabled = Int.random(in: 0..<5, using: &generator) == 0
        let ttl = [60, 300].randomElement(using: &generator) ?? 60
        return "\(isDisabled ? "! " : "")\(name) \(ttl) \(content)"
    }

    /// A zone that keeps all rules: of up to 60 random records those that can be added to what is there.
    static func zone(firstID: Int, using generator: inout SeededGenerator) throws -> ZoneState {
        var state = ZoneState(
            apex: try DomainName(ZoneSample.apex),
            records: try ZoneSample.apexRecords.enumerated().map { number, line in
                try ZoneSample.record(line, id: firstID + number)
            }
        )
        for number in 0..<Int.random(in: 0...60, using: &generator) {
            var record = try ZoneSample.record(line(using: &generator), id: firstID + 10 + number)
            if Int.random(in: 0..<4, using: &generator) == 0 { record.comment = "random" }
            // What cannot be added is left out.
            guard let applied = try? state.applying(ChangeSet([.create(record)])) else { continue }
            state = applied.state
        }
        return state
    }
}
