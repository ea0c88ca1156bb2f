import Core

extension Judge {
    /// Rules about whole record sets, as deSEC's tests state them.
    static let recordSetRules = Judge(
        file: "rrset_rules.jsonl",
        rule: "Record sets are taken and refused as by deSEC, all of a request at once",
        verdict: { row in
            let sample = try row.decoded(as: Sample.self)
            let refusal = try sample.refusal
            switch sample.valid {
            case .yes where refusal != nil: return .disagreed("\(sample.rule): refused, \(refusal ?? "")")
            case .no where refusal == nil: return .disagreed("\(sample.rule): taken, though \(sample.reason ?? "")")
            default: break
            }
            guard let strings = try sample.wrongStrings else { return .agreed }
            return .disagreed("\(sample.rule): strings of \(strings) octets")
        },
        reason: { row in
            let sample = try row.decoded(as: Sample.self)
            return switch sample.rule {
            case "records-required":
                "a create body is one record with its content (api.md 5); a set that is replaced by nothing goes"
            case "subname-lower-case":
                "capitals are taken and folded, since names compare without case (domain.md 1.1)"
            case "ttl-max":
                "deSEC's own limit: a TTL has 31 bits (RFC 2181 8), over 604800 is a lint warning (domain.md 2)"
            case "non-apex-cds-cdnskey-ok": "CDS and CDNSKEY stand at the apex only (RFC 7344 4.1, domain.md 2)"
            default: nil
            }
        }
    )

    private struct Sample: Decodable {
        let rule: String
        let zone: String
        let rrsets: [SetLine]
        let precondition: [SetLine]?
        let valid: Expectation
        let reason: String?
        let expectedChunks: [Int]?
        let expectedTokens: Int?

        enum CodingKeys: String, CodingKey {
            case rule, zone, rrsets, precondition, valid, reason
            case expectedChunks = "expected_chunks"
            case expectedTokens = "expected_tokens"
        }

        /// Why we refuse to replace these sets; nil when we take them.
        var refusal: String? {
            get throws {
                do {
                    _ = try applied
                    return nil
                } catch let error as ChangeConflicts {
                    return error.all.map(\.refusal.message).joined(separator: " ")
                } catch let error as DomainNameError {
                    return error.message
                } catch let error as RecordContentError {
                    return error.message
                } catch let error as VectorZoneFault {
                    return "\(error)"
                }
            }
        }

        private var applied: ZoneState {
            get throws {
                var zone = try VectorZone(self.zone)
                var state = ZoneState(apex: zone.apex, records: try zone.apexRecords())
                for sets in [precondition ?? [], rrsets] {
                    var items: [ChangeSet.Item] = []
                    for set in sets { items.append(try set.replacement(in: &zone)) }
                    state = try state.applying(ChangeSet(items)).state
                }
                return state
            }
        }

        /// The lengths of the strings of the first record, when they are not those that are expected.
        var wrongStrings: [Int]? {
            get throws {
                guard expectedChunks != nil || expectedTokens != nil else { return nil }
                let wire = try applied.records.first { $0.type == .txt }?.content.wire() ?? []
                var lengths: [Int] = []
                var rest = wire[...]
                while let length = rest.first {
                    lengths.append(Int(length))
                    rest = rest.dropFirst(1 + Int(length))
                }
                let isExpected =
                    (expectedChunks ?? lengths) == lengths && (expectedTokens ?? lengths.count) == lengths.count
                return isExpected ? nil : lengths
            }
        }
    }

    /// True, false, or `"policy"` where either is right.
    private enum Expectation: Decodable {
        case yes, no, either

        init(from decoder: any Decoder) throws {
            let value = try decoder.singleValueContainer()
            if let isValid = try? value.decode(Bool.self) {
                self = isValid ? .yes : .no
            } else {
                self = .either
            }
        }
    }

    private struct SetLine: Decodable {
        let subname: String
        let type: String
        let ttl: Int
        let records: [String]?
        let generate: String?

        /// The set in place of what is there.
        func replacement(in zone: inout VectorZone) throws -> ChangeSet.Item {
            guard let type = RecordType(self.type) else { throw VectorZoneFault.unsupportedType(self.type) }
            var members: [StoredRecord] = []
            for content in try contents { members.append(try zone.record(subname, self.type, ttl, content)) }
            let owner = subname.isEmpty ? "@" : subname
            let name = try DomainName(owner: owner, in: zone.apex, toASCII: VectorZone.refuseUnicode)
            return .replace(RecordSetKey(name: name, type: type), with: members)
        }

        private var contents: [String] {
            get throws {
                if let records { return records }
                let words = (generate ?? "").split(separator: " ")
                if words.first == "TXT", let total = words.last.flatMap({ Int($0) }) {
                    let strings = stride(from: 0, to: total, by: 255).map { min(255, total - $0) }
                    return [strings.map { "\"" + String(repeating: "A", count: $0) + "\"" }.joined(separator: " ")]
                }
                guard generate == "all 4096 addresses of 127.0.0.0/20" else {
                    throw VectorZoneFault.unsupportedType(generate ?? "")
                }
                return (0..<4096).map { "127.0.\($0 / 256).\($0 % 256)" }
            }
        }
    }
}
