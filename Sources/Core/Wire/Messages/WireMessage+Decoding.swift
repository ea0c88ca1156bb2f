extension WireMessage {
    /// A message with more records than this is refused.
    public static let mostRecords = 4096

    /// Reads a message; octets behind its last record are refused.
    ///
    /// Of a truncated message (TC) the records that are whole are kept: servers cut where the octets end.
    ///
    /// - Throws: ``WireError``
    public init(decoding octets: [UInt8]) throws(WireError) {
        var reader = WireReader(message: octets)
        let id = try reader.number16()
        let word = try reader.number16()
        var counts: [Int] = []
        for _ in 0..<4 { counts.append(Int(try reader.number16())) }
        let total = counts.reduce(0, +)
        guard total <= Self.mostRecords else { throw .tooManyRecords(total) }

        header = WireHeader(
            id: id,
            flags: WireFlags(rawValue: word),
            opcode: WireOpcode(flagsOfHeader: word),
            responseCode: WireResponseCode(rawValue: word & 0x000F)
        )
        var questions: [WireQuestion] = []
        for _ in 0..<counts[0] { questions.append(try WireQuestion(from: &reader)) }
        self.questions = questions
        do throws(WireError) {
            for _ in 0..<counts[1] { answers.append(try Self.record(from: &reader)) }
            for _ in 0..<counts[2] { authority.append(try Self.record(from: &reader)) }
            for _ in 0..<counts[3] { try readAdditional(from: &reader) }
            try reader.end()
        } catch {
            guard header.flags.contains(.truncated), error.isMissingOctets else { throw error }
        }
    }

    /// A record of a section in which OPT may not stand (RFC 6891 6.1.1).
    private static func record(from reader: inout WireReader) throws(WireError) -> WireRecord {
        let start = reader.offset
        let record = try WireRecord(from: &reader)
        guard record.type != .opt else { throw .badOptions(at: start) }
        return record
    }

    private mutating func readAdditional(from reader: inout WireReader) throws(WireError) {
        let start = reader.offset
        let record = try WireRecord(from: &reader)
        guard record.type == .opt else {
            additional.append(record)
            return
        }
        guard options == nil else { throw .badOptions(at: start) }
        options = try WireOptions(record, at: start)
        // RFC 6891 6.1.3: the OPT record's first TTL octet holds the upper eight bits of the response code.
        header.responseCode = WireResponseCode(
            rawValue: UInt16(truncatingIfNeeded: record.ttl >> 24) << 4 | header.responseCode.rawValue
        )
    }
}

extension WireError {
    /// Whether more octets would have helped.
    fileprivate var isMissingOctets: Bool {
        if case .endsEarly = self { true } else { false }
    }
}

extension WireQuestion {
    init(from reader: inout WireReader) throws(WireError) {
        let spelling = try reader.spelling()
        let name = DomainName(checkedWire: spelling.map(asciiLowercased))
        let type = WireType(rawValue: try reader.number16())
        self.init(name: name, type: type, spelling: spelling, recordClass: try reader.number16())
    }
}
