import Core

extension Judge {
    /// RFC 9460 appendix D: what is valid and its wire form, what is not.
    static let svcb = Judge(
        file: "svcb_rfc9460.jsonl",
        rule: "Samples of RFC 9460 are read as they are meant, and give the RFC's RDATA"
    ) { row in
        let sample = try row.decoded(as: Sample.self)
        guard let type = RecordType(sample.type) else { return .notRun("unknown type \(sample.type)") }
        // Parentheses belong to the master file around the content.
        let text = sample.content.filter { $0 != "(" && $0 != ")" }
        do {
            let content = try RecordContent(type: type, text: text, zone: nil)
            guard sample.valid else { return .disagreed("\(type) \(text): taken as \(content.text)") }
            let wire = try content.wire().map { hexadecimal($0) }.joined()
            let again = try RecordContent(type: type, wire: try content.wire()).text
            guard again == content.text else { return .disagreed("\(type) \(text): read back as \(again)") }
            return wire == sample.wireHex ? .agreed : .disagreed("\(type) \(text): RDATA \(wire)")
        } catch let error as RecordContentError {
            return sample.valid ? .disagreed("\(type) \(text): refused, \(error.message)") : .agreed
        }
    }

    private struct Sample: Decodable {
        let type: String
        let content: String
        let valid: Bool
        let wireHex: String?

        enum CodingKeys: String, CodingKey {
            case type, content, valid
            case wireHex = "wire_hex"
        }
    }
}

/// An octet as two hexadecimal digits.
func hexadecimal(_ octet: UInt8) -> String {
    let digits = String(octet, radix: 16)
    return digits.count == 1 ? "0" + digits : digits
}
