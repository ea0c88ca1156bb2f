import Core
import Foundation

extension Judge {
    /// Whole zones of other people's tests.
    static let zones = Judge(
        file: "zones.jsonl",
        rule: "A zone that BIND takes is read without a fault, and reads back equal when it was written",
        verdict: { row in
            let sample = try row.decoded(as: ZoneSample.self)
            guard sample.origin != ".gitignore." else {
                return .notRun("the folder holds a .gitignore, which is no zone")
            }
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
            let sample = try row.decoded(as: ZoneSample.self)
            return sample.isTaken ? nil : try sample.reason(refusedByUs: sample.read(in: row.folder).faults.first)
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

    /// Why we see a zone otherwise that BIND refuses.
    func reason(refusedByUs fault: ImportFault?) -> String? {
        if let fault { return Self.refusals[file].flatMap { $0.code == fault.code ? $0.reason : nil } }
        if let reason = Self.acceptances[file] { return reason }
        guard !refusesText, !messages.isEmpty else { return nil }
        return "each record can be read: what a zone as a whole must hold is judged by its rules (domain.md 2)"
    }

    private static let noTTL =
        "no TTL is known (RFC 2308 4): BIND says so, too, in a line that the folder does not keep"

    /// Zones that BIND refuses for what else they hold, and we for a line.
    private static let refusals: [String: (code: ImportFault.Code, reason: String)] = [
        "ldns__test__08-zonereader.tpkg__08-zonereader.inputzone": (
            .invalidContent,
            "an A record without an address: BIND says so, too, in a line that the folder does not keep"
        ),
        "octodns-bind__tests__zones__unit.tests.": (
            .invalidContent, "a TLSA digest of 16 octets can be no SHA-256 (RFC 6698 2.1.3)"
        ),
        "octodns-bind__tests__zones__unit.tests.tst": (
            .invalidContent, "a TLSA digest of 16 octets can be no SHA-256 (RFC 6698 2.1.3)"
        ),
        "knot__tests__knot__semantic_check_data__deleg_apex.zone": (.unknownType, "DELEG is a draft: no type of ours"),
        "knot__tests__knot__semantic_check_data__soa.missing": (.ttlMissing, noTTL),
        "knot__tests__knot__semantic_check_data__soa.nonfirst": (.ttlMissing, noTTL),
        "knot__tests__knot__semantic_check_data__soa.relative": (.ttlMissing, noTTL),
        "pdns__regression-tests__zones__example.com": (
            .invalidContent, "tls-supported-groups is a draft's parameter, which has no name here (RFC 9460 14.3.2)"
        ),
    ]

    private static let longText = "a string of more than 255 octets is split (domain.md 2), as PowerDNS does"

    /// Zones with a line that BIND cannot read and we can.
    private static let acceptances = [
        "nsd__tpkg__unknown_rr.tdir__unknown_rr.zone":
            "types 200 to 202 are unassigned (RFC 6895 3.1): any RDATA may be theirs",
        "pdns__regression-tests__zones__addzone.com": longText,
        "pdns__regression-tests__zones__test.com": longText,
        "pdns__regression-tests__zones__test.dyndns.orig": longText,
    ]

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
