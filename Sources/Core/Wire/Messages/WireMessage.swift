/// A DNS message (RFC 1035 4.1): the header, the four sections, and apart from them what the OPT record says.
public struct WireMessage: Hashable, Sendable {
    public var header: WireHeader
    public var questions: [WireQuestion]
    public var answers: [WireRecord] = []
    public var authority: [WireRecord] = []
    /// Without the OPT record.
    public var additional: [WireRecord] = []
    /// What the OPT record says; nil for a message without EDNS.
    public var options: WireOptions?

    public init(header: WireHeader, questions: [WireQuestion] = [], options: WireOptions? = nil) {
        self.header = header
        self.questions = questions
        self.options = options
    }

    public var id: UInt16 { header.id }
    /// QR: this is a response.
    public var isResponse: Bool { header.flags.contains(.response) }
    /// AA: the server has the zone.
    public var isAuthoritative: Bool { header.flags.contains(.authoritative) }
    /// TC: the answer did not fit; only a prefix of the records is here.
    public var isTruncated: Bool { header.flags.contains(.truncated) }
    /// AD: the resolver validated all of the answer (RFC 4035 3.2.3).
    public var isAuthenticated: Bool { header.flags.contains(.authenticData) }
    public var responseCode: WireResponseCode { header.responseCode }

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
        guard id == query.id, isResponse, header.opcode == .query, questions.count == 1, let echo = questions.first,
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
