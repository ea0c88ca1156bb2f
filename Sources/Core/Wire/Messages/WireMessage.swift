/// A DNS message that came from the network (RFC 1035 4.1), the EDNS part folded into the header fields.
public struct WireMessage: Hashable, Sendable {
    public let id: UInt16
    /// QR: this is a response.
    public let isResponse: Bool
    public let opcode: UInt8
    /// AA: the server has the zone.
    public let isAuthoritative: Bool
    /// TC: the answer did not fit; only a prefix of the records is here.
    public let isTruncated: Bool
    /// AD: the resolver validated all of the answer (RFC 4035 3.2.3).
    public let isAuthenticated: Bool
    public let responseCode: WireResponseCode
    public let questions: [WireQuestion]
    public let answers: [WireRecord]
    public let authority: [WireRecord]
    /// Without the OPT record.
    public let additional: [WireRecord]

    /// A message with more records than this is refused.
    public static let mostRecords = 4096

    /// Reads a message; octets after its last record are ignored.
    ///
    /// Of a truncated message (TC) the records that are whole are kept: servers cut where the octets end.
    ///
    /// - Throws: ``WireError``
    public init(decoding octets: [UInt8]) throws(WireError) {
        var reader = WireReader(message: octets)
        id = try reader.number16()
        let flags = try reader.number16()
        isResponse = flags & 0x8000 != 0
        opcode = UInt8(flags >> 11 & 0x0F)
        isAuthoritative = flags & 0x0400 != 0
        isTruncated = flags & 0x0200 != 0
        isAuthenticated = flags & 0x0020 != 0
        var counts: [Int] = []
        for _ in 0..<4 { counts.append(Int(try reader.number16())) }
        let total = counts.reduce(0, +)
        guard total <= Self.mostRecords else { throw .tooManyRecords(total) }

        var questions: [WireQuestion] = []
        for _ in 0..<counts[0] { questions.append(try WireQuestion(from: &reader)) }
        self.questions = questions

        var sections: [[WireRecord]] = [[], [], []]
        do throws(WireError) {
            for section in 0..<3 {
                for _ in 0..<counts[section + 1] { sections[section].append(try WireRecord(from: &reader)) }
            }
        } catch {
            guard isTruncated else { throw error }
        }
        answers = sections[0]
        authority = sections[1]
        additional = sections[2].filter { $0.type != .opt }
        // RFC 6891 6.1.3: the OPT record's first TTL octet holds the upper eight bits of the response code.
        let extended = sections[2].first { $0.type == .opt }.map { UInt16($0.ttl >> 24) } ?? 0
        responseCode = WireResponseCode(rawValue: extended << 4 | flags & 0x000F)
    }

    /// How a received message relates to the query it should answer.
    public enum Fit: Hashable, Sendable {
        /// Id, question and its spelling are those of the query.
        case answer
        /// Id and question are right, but the letters came back in another case: a server that folds case, or a guess.
        case otherSpelling
        /// Not an answer to this query.
        case stranger
    }

    /// Compares id, QR, opcode and the echoed question, letter by letter (RFC 5452 9.1, 0x20).
    public func fit(to query: WireQuery) -> Fit {
        guard id == query.id, isResponse, opcode == 0, questions.count == 1, let echo = questions.first,
            echo.isSame(as: query.question)
        else { return .stranger }
        return echo.spelling == query.question.spelling ? .answer : .otherSpelling
    }

    /// Follows the CNAMEs of the answer section from `name`: the names passed, and the records of `type` at the end.
    ///
    /// `limit` bounds the CNAMEs; `within` leaves out what the server does not speak for (nil: everything counts).
    public func following(
        _ name: DomainName,
        to type: WireType,
        within zone: DomainName? = nil,
        limit: Int = 8
    ) -> (chain: [DomainName], records: [WireRecord]) {
        var chain = [name]
        while let last = chain.last, zone.map({ last.isAtOrBelow($0) }) ?? true {
            let here = answers.filter { $0.owner == last && $0.recordClass == 1 }
            let records = here.filter { $0.type == type }
            guard records.isEmpty, let next = here.first(where: { $0.type == .cname })?.target,
                chain.count <= limit, !chain.contains(next)
            else { return (chain, records) }
            chain.append(next)
        }
        return (chain, [])
    }
}

extension WireQuestion {
    init(from reader: inout WireReader) throws(WireError) {
        let start = reader.offset
        let spelling = try reader.spelling()
        guard let name = DomainName(spelling: spelling) else { throw .nameTooLong(at: start) }
        let type = WireType(rawValue: try reader.number16())
        self.init(name: name, type: type, spelling: spelling, recordClass: try reader.number16())
    }
}
