import Core

/// Asks one authoritative server for a challenge's TXT record, following CNAMEs that nobody but the zone's owner can have made.
struct AuthoritativeProbe: Sendable {
    let challenge: Challenge
    /// The zone whose server is asked; it speaks for names at and below this one.
    let zone: DomainName
    let client: DNSClient
    let lookup: RecursiveLookup
    let budget: QueryBudget
    let port: Int
    let randomness: Randomness

    /// The CNAMEs followed at most.
    static let mostLinks = 8

    /// Why a server's answer is no answer about the record.
    private enum Objection: Error {
        case refused
        /// Failing, not authoritative, too many CNAMEs.
        case unusable
        case failure(DNSFailure)
    }

    /// - Throws: ``DNSFailure/putOff(seconds:)`` alone; every other trouble is an outcome.
    func outcome(at server: PinnedServer) async throws(DNSFailure) -> ServerOutcome {
        let (name, address) = (server.host.text, server.address.text)
        do throws(Objection) {
            let texts = try await texts(at: server)
            return ServerOutcome(name: name, address: address, texts: texts, challenge: challenge)
        } catch {
            switch error {
            case .refused: return ServerOutcome(name: name, address: address, kind: .refused)
            case .failure(.timeout): return ServerOutcome(name: name, address: address, kind: .timeout)
            case .failure(.putOff(let seconds)): throw .putOff(seconds: seconds)
            case .failure, .unusable: return ServerOutcome(name: name, address: address, kind: .error)
            }
        }
    }

    private func texts(at server: PinnedServer) async throws(Objection) -> [[UInt8]] {
        let name = challenge.recordName
        var message = try await ask(name, at: server)
        guard let target = message.alias(of: name) else { return message.texts(at: name) }
        guard try await !isSynthesized(target, at: server) else { return [] }

        var links = 0
        var current = name
        while true {
            let (chain, records) = message.following(current, to: .txt, within: zone, limit: Self.mostLinks - links)
            if !records.isEmpty { return records.compactMap(\.joinedText) }
            links += chain.count - 1
            guard let next = chain.last, next != current else { return [] }
            guard links < Self.mostLinks else { throw .unusable }
            current = next
            guard current.isAtOrBelow(zone) else { return try await textsElsewhere(current, links: links) }
            message = try await ask(current, at: server)
        }
    }

    /// The TXT records of a name that the server does not speak for.
    private func textsElsewhere(_ name: DomainName, links: Int) async throws(Objection) -> [[UInt8]] {
        guard let message = await lookup.answer(name, .txt) else { throw .unusable }
        let (chain, records) = message.following(name, to: .txt, limit: Self.mostLinks - links)
        guard !records.isEmpty || chain.count - 1 + links < Self.mostLinks else { throw .unusable }
        return records.compactMap(\.joinedText)
    }

    /// Whether a name that nobody can have written has the same CNAME: then a wildcard or a DNAME made it, and who holds the
    /// target would hold the zone.
    private func isSynthesized(_ target: DomainName, at server: PinnedServer) async throws(Objection) -> Bool {
        let label = randomness.bytes(8).flatMap { octet in Array("0123456789abcdef".utf8).digits(of: octet) }
        guard let sibling = try? DomainName(labels: [label] + challenge.zone.labels) else { throw .unusable }
        guard let other = try await ask(sibling, at: server).alias(of: sibling) else { return false }
        // A DNAME puts each name's own label in front of one target.
        let isMoved =
            other.labels.first == label && target.labels.first == Array(Challenge.label.utf8)
            && other.parent == target.parent
        return other == target || isMoved
    }

    /// The server's own word about a name.
    private func ask(_ name: DomainName, at server: PinnedServer) async throws(Objection) -> WireMessage {
        let request = DNSClient.Request(
            name: name,
            type: .txt,
            server: DNSEndpoint(address: server.address, port: port),
            deadline: lookup.deadline,
            budget: budget
        )
        let message: WireMessage
        do {
            message = try await client.ask(request)
        } catch {
            throw .failure(error)
        }
        switch message.responseCode {
        case .noError, .nameError: break
        case .refused, .notAuthoritative: throw .refused
        default: throw .unusable
        }
        // A cache that answers in a server's place is no witness.
        guard message.isAuthoritative else { throw .unusable }
        return message
    }
}

extension WireMessage {
    /// Where a CNAME of exactly this name points.
    func alias(of name: DomainName) -> DomainName? {
        answers.first { $0.owner == name && $0.type == .cname }?.target
    }

    /// The joined texts of the TXT records of exactly this name.
    func texts(at name: DomainName) -> [[UInt8]] {
        answers.filter { $0.owner == name && $0.type == .txt }.compactMap(\.joinedText)
    }
}

extension [UInt8] {
    /// The two hexadecimal digits of an octet, out of these sixteen.
    fileprivate func digits(of octet: UInt8) -> [UInt8] { [self[Int(octet >> 4)], self[Int(octet & 0x0F)]] }
}
