import Core

extension Judge {
    /// Sequences of desired states: each is planned from the one before, applied, and then there is nothing left to plan.
    static let desiredStates = Judge(
        file: "dnscontrol_states.jsonl",
        rule: "The plan from state to state makes each state; planned again it is empty, where nothing changes at once",
        verdict: { row in
            let group = try row.decoded(as: Group.self)
            guard !group.steps.flatMap(\.records).contains(where: { $0.content.contains("ech=IGNORE") }) else {
                return .notRun("ech=IGNORE is a word of DNSControl's own, for an ech that is left as it is")
            }
            let types = Set(group.steps.flatMap(\.records).map(\.type)).filter { RecordType($0) == nil }
            guard types.isEmpty else { return .notRun("records of type \(types.sorted().joined(separator: ", "))") }
            let played = try Play(group)
            guard played.fault == nil else { return .disagreed("\(group.group): \(played.fault ?? "")") }
            guard played.refused.isEmpty else {
                return .disagreed("\(group.group): refused \(played.refused.map(\.message).joined(separator: " "))")
            }
            return .agreed
        },
        reason: { row in
            // Whatever is refused for another reason is a fault of the play.
            let played = try Play(try row.decoded(as: Group.self))
            guard played.fault == nil, !played.refused.isEmpty else { return nil }
            return played.refused.map(\.reason).joined(separator: "; ")
        }
    )

    private struct Group: Decodable {
        let group: String
        let steps: [Step]
    }

    private struct Step: Decodable {
        let desc: String
        let expect: String
        let records: [Line]
        let ignore: [Pattern]?
    }

    private struct Line: Decodable {
        let name: String
        let type: String
        let ttl: Int
        let content: String
    }

    /// Records that a step leaves alone; an empty field matches anything.
    private struct Pattern: Decodable {
        let label: String
        /// Types with commas between them.
        let type: String
        let target: String

        func matches(_ record: StoredRecord, in apex: DomainName) -> Bool {
            let types = type.split(separator: ",").map(String.init)
            return glob(label, record.name.relativeText(to: apex)) && glob(target, record.content.text)
                && (types.isEmpty || types.contains(record.type.name))
        }

        private func glob(_ pattern: String, _ text: String) -> Bool {
            pattern.isEmpty || Self.glob(Array(pattern.utf8)[...], Array(text.utf8)[...])
        }

        /// `*` stands for any run of characters.
        private static func glob(_ pattern: ArraySlice<UInt8>, _ text: ArraySlice<UInt8>) -> Bool {
            guard let first = pattern.first else { return text.isEmpty }
            guard first == UInt8(ascii: "*") else {
                return text.first == first && glob(pattern.dropFirst(), text.dropFirst())
            }
            return (text.startIndex...text.endIndex).contains { glob(pattern.dropFirst(), text[$0...]) }
        }
    }

    /// What our rules refuse and DNSControl's providers take.
    private struct Refused: Equatable {
        let message: String
        let reason: String
    }

    /// A group, step by step.
    private struct Play {
        private(set) var refused: [Refused] = []
        private(set) var fault: String?
        private var zone: VectorZone
        private var state: ZoneState

        init(_ group: Group) throws {
            zone = try VectorZone("dcx.test")
            state = ZoneState(apex: zone.apex, records: try zone.apexRecords())
            for step in group.steps where fault == nil { try play(step, isFirst: step.desc == group.steps.first?.desc) }
        }

        private mutating func play(_ step: Step, isFirst: Bool) throws {
            var desired = try records(of: step)
            var next = ZoneState(apex: zone.apex, records: desired)
            var change = state.changes(to: next, by: .platform)
            let applied: AppliedChange
            do {
                applied = try state.applying(change)
            } catch {
                guard try leaveOut(error, of: &desired) else {
                    let messages = error.all.map(\.refusal.message).joined(separator: " ")
                    fault = "\(step.desc): \(messages)"
                    return
                }
                next = ZoneState(apex: zone.apex, records: desired)
                change = state.changes(to: next, by: .platform)
                applied = try state.applying(change)
            }
            if !applied.state.hasSameRecords(as: next) { fault = "\(step.desc): another state came" }
            if !applied.state.changes(to: next, by: .platform).isEmpty { fault = "\(step.desc): planned again" }
            // The first step changes what the group before left, which is not there.
            let isChange = step.expect == "change"
            if !isFirst, refused.isEmpty, change.isEmpty == isChange {
                fault = "\(step.desc): \(change.items.count) items"
            }
            state = applied.state
        }

        /// The desired records, those that are ignored as they are, and SOA and NS where the step names none.
        private mutating func records(of step: Step) throws -> [StoredRecord] {
            var records: [StoredRecord] = []
            for line in step.records {
                records.append(try zone.record(line.name, line.type, line.ttl, line.content))
            }
            let apexTypes = Set(records.filter { $0.name == zone.apex }.map(\.type))
            records += try zone.apexRecords().filter { !apexTypes.contains($0.type) }
            let named = Set(records.map { "\($0.name) \($0.type) \($0.content.text)" })
            let apex = zone.apex
            records += state.records.filter { record in
                record.type != .soa && !named.contains("\(record.name) \(record.type) \(record.content.text)")
                    && step.ignore?.contains { $0.matches(record, in: apex) } == true
            }
            return records
        }

        /// Gives a DS its delegation, and leaves out what may stand at the apex or below it only; false when something else
        /// is refused.
        private mutating func leaveOut(_ conflicts: ChangeConflicts, of desired: inout [StoredRecord]) throws -> Bool {
            for conflict in conflicts.all {
                guard let set = conflict.set else { return false }
                switch conflict.refusal {
                case .conflict(.signerWithoutDelegation, _):
                    note(
                        conflict, "a DS needs a delegation to speak of (RFC 4035 2.4, domain.md 2); played with its NS")
                    try delegate(set.name, in: &desired)
                case .conflict(.delegationLeavesSigner, _): try delegate(set.name, in: &desired)
                case .conflict(.signerAtApex, _):
                    note(conflict, "the DS of a zone stands in the zone above (RFC 4035 2.4); played without it")
                    desired.removeAll { $0.key == set }
                case .apexOnly:
                    note(conflict, "DNSKEY, CDS and CDNSKEY stand at the apex only (domain.md 2); played without them")
                    desired.removeAll { $0.key == set }
                default: return false
                }
            }
            return true
        }

        private mutating func delegate(_ name: DomainName, in desired: inout [StoredRecord]) throws {
            guard !desired.contains(where: { $0.name == name && $0.type == .ns }) else { return }
            desired.append(try zone.record(name.absoluteText, "NS", 300, "ns1.example.net."))
        }

        private mutating func note(_ conflict: ChangeConflict, _ reason: String) {
            let new = Refused(message: conflict.refusal.message, reason: reason)
            if !refused.contains(new) { refused.append(new) }
        }
    }
}
