import Core

/// A zone file. It may include itself, as the file `a`; its first octet says in what pieces it is read.
func fuzzZoneFiles(_ octets: [UInt8]) throws(FuzzFinding) {
    let whole = Reading(octets, piece: octets.count + 1)
    let pieces = Reading(octets, piece: 1 + Int(octets.first ?? 0) % 64)
    try hold(whole == pieces, "the file says the same in pieces: \(whole) and \(pieces)")
    try hold(whole.faults.count <= limits.faults, "at most \(limits.faults) faults are told")
    try hold(whole.entries.count <= limits.records, "at most \(limits.records) records are given")
    for fault in whole.faults {
        try hold(fault.line >= 1 && fault.column >= 1, "a fault has its place: \(fault)")
        try hold(!fault.message.isEmpty && (fault.offending ?? "").utf8.count <= 800, "a fault is short: \(fault)")
    }

    var written: [UInt8] = []
    for entry in whole.entries {
        _ = try holdContent(entry.content)
        let line = "\(entry.owner.absoluteText) \(entry.ttl) IN \(entry.type) \(entry.content.text)\n"
        written.append(contentsOf: line.utf8)
    }
    let again = Reading(written, piece: written.count + 1)
    try hold(again.faults.isEmpty, "records are read as they were written: \(again.faults.first.map { "\($0)" } ?? "")")
    try hold(again.entries.map(Row.init) == whole.entries.map(Row.init), "records are the same when they were written")
    try holdWriter(whole.entries, comment: String(decoding: octets, as: UTF8.self))
}

/// What is written for people says the same as well, whatever the comments are; disabled records are not said.
private func holdWriter(_ entries: [ZoneFileEntry], comment: String) throws(FuzzFinding) {
    guard let first = entries.first else { return }
    let zone = first.owner.parent ?? .root
    let records = entries.enumerated().map { index, entry in
        TransferRecord(
            owner: entry.owner,
            ttl: entry.ttl,
            content: entry.content,
            isDisabled: index % 3 == 2,
            comment: index % 2 == 1 ? comment : nil
        )
    }
    let file = ZoneFileWriter.file(zone: zone, defaultTTL: first.ttl, records: records)
    let reading = Reading(file, piece: file.count + 1)
    try hold(reading.faults.isEmpty, "a file that was written is read: \(reading.faults.first.map { "\($0)" } ?? "")")
    let enabled = records.filter { !$0.isDisabled }.sorted()
    try hold(
        reading.entries.map(TransferRecord.init) == enabled.map(\.uncommented),
        "a file that was written says its records")
}

extension TransferRecord {
    fileprivate var uncommented: TransferRecord { TransferRecord(owner: owner, ttl: ttl, content: content) }
}

private let limits: ZoneFileLimits = {
    var limits = ZoneFileLimits()
    limits.entryOctets = 2048
    limits.faults = 50
    limits.includeDepth = 3
    limits.generatedByDirective = 300
    limits.generated = 500
    limits.records = 5000
    return limits
}()

/// What a file says.
private struct Reading: Equatable {
    let entries: [ZoneFileEntry]
    let faults: [ImportFault]
    let warnings: [ImportFault]

    init(_ octets: [UInt8], piece: Int) {
        let source = ZoneFileSource { (request) throws(ZoneFileSource.Refusal) in
            guard request.path == "a" else { throw .refused(reason: "there is none") }
            var rest: [UInt8]? = octets
            return ZoneFileSource.File(name: "a") {
                defer { rest = nil }
                return rest
            }
        }
        var reader = ZoneFileReader(origin: .root, source: source, limits: limits)
        var entries: [ZoneFileEntry] = []
        var start = 0
        while start < octets.count {
            let end = min(octets.count, start + piece)
            reader.feed(octets[start..<end]) { entries.append($0) }
            start = end
        }
        reader.finish { entries.append($0) }
        self.entries = entries
        faults = reader.faults
        warnings = reader.warnings
    }
}

/// What a record is, wherever it stands.
private struct Row: Equatable {
    let owner: DomainName
    let ttl: UInt32
    let content: RecordContent

    init(_ entry: ZoneFileEntry) {
        owner = entry.owner
        ttl = entry.ttl
        content = entry.content
    }
}
