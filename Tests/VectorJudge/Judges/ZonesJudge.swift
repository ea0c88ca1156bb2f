import Core
import Foundation

extension Judge {
    /// Whole zones of other people's tests.
    static let zones = Judge(
        file: "zones.jsonl",
        rule: "A zone that BIND takes is read without a fault, and reads back equal when it was written",
        verdict: { row in
            let sample = try row.decoded(as: ZoneSample.self)
            let outcome = try sample.read(in: row.folder)
            switch (sample.isTaken, outcome.faults.first) {
            case (true, nil):
                return try sample.isKept(outcome.entries) ? .agreed : .disagreed("\(sample.file): written otherwise")
            case (false, nil):
                return .disagreed("\(sample.file): taken; BIND: \(sample.messages.joined(separator: " / "))")
            case (true, let fault?): return .disagreed("\(sample.file): refused, \(fault.line): \(fault.message)")
            case (false, let fault?):
                return sample.refusesText
                    ? .agreed : .disagreed("\(sample.file): refused, \(fault.line): \(fault.message)")
            }
        },
        reason: { row in
            nil
        }
    )
}

/// A zone file, and what BIND says of it.
struct ZoneSample: Decodable {
    let file: String
    let origin: String
    let isTaken: Bool
    let messages: [String]

    enum CodingKeys: String, CodingKey {
        case file, origin
        case isTaken = "bind_9_18"
        case messages = "bind_msg"
    }

    struct Outcome {
        var entries: [ZoneFileEntry] = []
        var faults: [ImportFault] = []
    }

    /// Whether BIND cannot read a line, for other reasons than what else the zone holds.
    var refusesText: Bool {
        messages.contains {
            $0.hasPrefix("dns_rdata_fromtext") || $0.contains("label too long") || $0.contains("file not found")
        }
    }

    func read(in folder: URL) throws -> Outcome {
        try read(try Data(contentsOf: folder.appending(path: "zones/\(file)")))
    }

    private func read(_ octets: some Sequence<UInt8>) throws -> Outcome {
        var outcome = Outcome()
        var reader = ZoneFileReader(origin: try DomainName(origin))
        reader.read(Array(octets)) { outcome.entries.append($0) }
        outcome.faults = reader.faults
        return outcome
    }

    /// Whether the records read back as they are when they were written.
    func isKept(_ entries: [ZoneFileEntry]) throws -> Bool {
        let records = entries.map { TransferRecord($0) }.sorted()
        let octets = ZoneFileWriter.file(zone: try DomainName(origin), defaultTTL: 3600, records: records)
        let again = try read(octets)
        return again.faults.isEmpty && again.entries.map { TransferRecord($0) } == records
    }
}
