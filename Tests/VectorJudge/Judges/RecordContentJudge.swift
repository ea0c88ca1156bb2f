import Core

extension Judge {
    /// deSEC's record contents, with what PowerDNS 4.7.3 takes, prints and serves of them.
    static let recordContents = Judge(
        file: "desec.jsonl",
        rule:
            "A content is taken or refused as deSEC does, and what is taken is sent so that PowerDNS takes and serves it",
        verdict: { row in
            let sample = try row.decoded(as: ContentSample.self)
            let differences = try sample.differences()
            guard !differences.isEmpty else { return .agreed }
            return .disagreed("\(sample): " + differences.map(\.description).joined(separator: "; "))
        },
        reason: { row in
            let sample = try row.decoded(as: ContentSample.self)
            let reasons = try sample.differences().map { sample.reason(for: $0) }
            // One difference without a reason is enough.
            return reasons.contains(nil) ? nil : reasons.compactMap { $0 }.joined(separator: "; ")
        }
    )
}

/// A content, and what deSEC and PowerDNS make of it.
struct ContentSample: Decodable, CustomStringConvertible {
    let type: String
    let content: String
    /// Whether deSEC's API takes it.
    let isValid: Bool
    /// deSEC's form; nil where it states none.
    let canonical: String?
    let oracles: Oracles
    /// What PowerDNS takes with 204, if anything.
    let sent: String?
    /// What PowerDNS then shows.
    let shown: String?
    /// The RDATA that PowerDNS then serves, in hexadecimal.
    let rdata: String?

    struct Oracles: Decodable {
        let powerDNS: PowerDNS

        struct PowerDNS: Decodable {
            let status: Int
        }

        enum CodingKeys: String, CodingKey {
            case powerDNS = "pdns_4_7_3"
        }
    }

    enum CodingKeys: String, CodingKey {
        case type, content, canonical, oracles
        case isValid = "valid"
        case sent = "pdns_submit"
        case shown = "pdns_form"
        case rdata = "wire_hex"
    }

    var description: String {
        let start = content.prefix(60)
        return "\(type) \(start)\(start.endIndex < content.endIndex ? "…" : "")"
    }

    /// Whether PowerDNS takes the content as it stands.
    var isTakenByPowerDNS: Bool { oracles.powerDNS.status == 204 }
}

/// One thing in which we differ from deSEC or PowerDNS.
enum ContentDifference: CustomStringConvertible {
    /// deSEC takes it.
    case refused(RecordContentError)
    /// deSEC refuses it.
    case taken(RecordContent)
    /// deSEC refuses it, as we do, but PowerDNS takes it.
    case refusedAlone(RecordContentError)
    /// We take it, and PowerDNS was not seen to take it in any form.
    case neverSeen(RecordContent)
    /// deSEC's form is another.
    case canonical(RecordContent)
    /// PowerDNS was seen to take another form.
    case sent(RecordContent)
    /// What PowerDNS shows is not read as the same.
    case shown(RecordContent)
    /// What PowerDNS serves is not what we would.
    case rdata(String)

    var description: String {
        switch self {
        case .refused(let error): "refused, \(error.message)"
        case .taken(let content): "taken as \(content.text.prefix(80))"
        case .refusedAlone(let error): "refused, though PowerDNS takes it: \(error.message)"
        case .neverSeen(let content): "taken as \(content.text.prefix(80)), though PowerDNS was not seen to take it"
        case .canonical(let content): "deSEC's form is not ours, \(content.text.prefix(80))"
        case .sent(let content): "PowerDNS's form is not ours, \(content.powerDNSText.prefix(80))"
        case .shown(let content): "what PowerDNS shows is not read as \(content.text.prefix(80))"
        case .rdata(let ours): "our RDATA is \(ours)"
        }
    }
}

extension ContentSample {
    func differences() throws -> [ContentDifference] {
        guard let type = RecordType(masterFile: type) else { throw ContentSampleError.unknownType(type) }
        do {
            // Types for zone files alone are only read.
            let content = try RecordContent(readable: type, text: content, zone: nil)
            if type.use.isStorable { try content.requireStorable() }
            return try differences(of: content)
        } catch let error as RecordContentError {
            if isValid { return [.refused(error)] }
            return isTakenByPowerDNS ? [.refusedAlone(error)] : []
        }
    }

    private func differences(of ours: RecordContent) throws -> [ContentDifference] {
        var differences: [ContentDifference] = isValid ? [] : [.taken(ours)]
        if let canonical, !isSame(canonical, ours.text) { differences.append(.canonical(ours)) }
        guard let sent, let shown, let rdata else { return differences + [.neverSeen(ours)] }
        let form = ours.powerDNSText
        if !isSame(form, sent), !isSame(form, shown) { differences.append(.sent(ours)) }
        if try RecordContent(type: ours.type, powerDNS: shown) != ours { differences.append(.shown(ours)) }
        let wire = try ours.wire()
        // Case is folded by reading: PowerDNS serves names as they were sent.
        if try Self.folded(ours.type, Self.octets(rdata)) != wire {
            differences.append(.rdata(wire.map { hexadecimal($0) }.joined()))
        }
        return differences
    }

    /// The RDATA with names in lower case; nil for what is none of the type.
    private static func folded(_ type: RecordType, _ rdata: [UInt8]) throws -> [UInt8]? {
        do {
            return try RecordContent(type: type, wire: rdata).wire()
        } catch is WireError {
            return nil
        }
    }

    /// Whether two texts are the same but for the case of letters, which names are kept without; that of strings shows in
    /// the RDATA.
    private func isSame(_ one: String, _ other: String) -> Bool {
        one.lowercased() == other.lowercased()
    }

    private static func octets(_ hex: String) throws -> [UInt8] {
        let digits = Array(hex)
        guard digits.count % 2 == 0 else { throw ContentSampleError.badHexadecimal(hex) }
        return try stride(from: 0, to: digits.count, by: 2).map { index in
            guard let octet = UInt8(String(digits[index...(index + 1)]), radix: 16) else {
                throw ContentSampleError.badHexadecimal(hex)
            }
            return octet
        }
    }
}

enum ContentSampleError: Error {
    case unknownType(String)
    case badHexadecimal(String)
}
