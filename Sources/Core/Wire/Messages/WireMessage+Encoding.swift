extension WireMessage {
    /// The message in at most `limit` octets, and never more than 65,535; names are compressed, OPT comes before the other
    /// additional records.
    ///
    /// What does not fit is left out by whole record sets (RFC 2181 5 and 9): the first set of the answer or authority section that
    /// does not fit, and all behind it, with TC set; of the additional section each set that does not fit, with TC only when it
    /// holds addresses that a delegation needs (RFC 9471 2). Header, questions and OPT are always there.
    ///
    /// - Throws: ``WireEncodingError``
    public func encoded(limit: Int = 65_535) throws(WireEncodingError) -> [UInt8] {
        let limit = min(limit, 65_535)
        let code = header.responseCode.rawValue
        guard code <= (options == nil ? 0x000F : 0x0FFF) else { throw .badResponseCode(code) }
        let opt = try options?.encoded(responseCode: header.responseCode) ?? []
        var writer = WireMessageWriter()
        writer.number16(header.id)
        writer.number16(header.flags.rawValue | UInt16(header.opcode.rawValue) << 11 | code & 0x000F)
        for _ in 0..<4 { writer.number16(0) }
        for question in questions {
            writer.question(question)
            guard writer.octets.count <= limit else { break }
        }
        let fixed = writer.octets.count + opt.count
        guard fixed <= limit else { throw .tooLong(octets: fixed, limit: limit) }

        var body = WireMessageBody(writer: writer, opt: opt, limit: limit)
        if try !body.append(all: self) {
            body = WireMessageBody(writer: writer, opt: opt, limit: limit)
            try body.append(whatFits: self)
        }
        return body.finished(questions: questions.count)
    }
}

/// The three sections of records behind header and questions, as far as they fit.
private struct WireMessageBody {
    var writer: WireMessageWriter
    let opt: [UInt8]
    /// In octets, OPT included.
    let limit: Int
    /// The records of each section, OPT included.
    private var counts = [0, 0, 0]
    private var isTruncated = false

    init(writer: WireMessageWriter, opt: [UInt8], limit: Int) {
        self.writer = writer
        self.opt = opt
        self.limit = limit
    }

    /// Writes every record in its order; false as soon as one does not fit.
    mutating func append(all message: WireMessage) throws(WireEncodingError) -> Bool {
        guard try append(message.answers, to: 0, reserving: opt.count) else { return false }
        guard try append(message.authority, to: 1, reserving: opt.count) else { return false }
        appendOptions()
        return try append(message.additional, to: 2)
    }

    /// Writes record sets, the records of each together, as far as they fit.
    mutating func append(whatFits message: WireMessage) throws(WireEncodingError) {
        for (section, records) in [message.answers, message.authority].enumerated() {
            for set in Self.sets(of: records) where !isTruncated {
                isTruncated = try !append(set, to: section, reserving: opt.count)
            }
        }
        appendOptions()
        // Addresses that a delegation needs go before those that are only a kindness.
        let sets = Self.sets(of: message.additional)
        let hosts = message.hostsNeedingGlue
        let isNeeded = sets.map { set in set.contains { $0.isAddress && hosts.contains($0.owner) } }
        for (set, isNeeded) in zip(sets, isNeeded) where isNeeded && !isTruncated {
            isTruncated = try !append(set, to: 2)
        }
        for (set, isNeeded) in zip(sets, isNeeded) where !isNeeded && !isTruncated {
            _ = try append(set, to: 2)
        }
    }

    /// The message, with what only the end knows written into its header.
    func finished(questions: Int) -> [UInt8] {
        var writer = writer
        if isTruncated {
            let flags = UInt16(writer.octets[2]) << 8 | UInt16(writer.octets[3])
            writer.number16(flags | WireFlags.truncated.rawValue, at: 2)
        }
        for (index, count) in ([questions] + counts).enumerated() {
            writer.number16(UInt16(truncatingIfNeeded: count), at: 4 + 2 * index)
        }
        return writer.octets
    }

    private mutating func appendOptions() {
        guard !opt.isEmpty else { return }
        writer.octets(opt)
        counts[2] += 1
    }

    /// All of the records, or none and false.
    private mutating func append(
        _ records: [WireRecord],
        to section: Int,
        reserving reserved: Int = 0
    ) throws(WireEncodingError) -> Bool {
        let mark = writer.octets.count
        for record in records {
            try writer.record(record)
            guard writer.octets.count <= limit - reserved else {
                writer.cut(to: mark)
                return false
            }
        }
        counts[section] += records.count
        return true
    }

    private struct SetKey: Hashable {
        let owner: DomainName
        let type: WireType
        let recordClass: UInt16
    }

    /// The record sets in the order in which their first records come.
    private static func sets(of records: [WireRecord]) -> [[WireRecord]] {
        var sets: [[WireRecord]] = []
        var places: [SetKey: Int] = [:]
        for record in records {
            let key = SetKey(owner: record.owner, type: record.type, recordClass: record.recordClass)
            if let place = places[key] {
                sets[place].append(record)
            } else {
                places[key] = sets.count
                sets.append([record])
            }
        }
        return sets
    }
}

extension WireMessage {
    /// The name servers below the delegation that the authority section holds: without their addresses the asker cannot go on
    /// (RFC 9471 2.1).
    fileprivate var hostsNeedingGlue: Set<DomainName> {
        guard answers.isEmpty else { return [] }
        var hosts: Set<DomainName> = []
        for record in authority where record.type == .ns {
            if let host = record.target, host.isAtOrBelow(record.owner) { hosts.insert(host) }
        }
        return hosts
    }
}

extension WireRecord {
    fileprivate var isAddress: Bool { type == .a || type == .aaaa }
}
