/// Asks the rules of a zone (`domain.md` 2, 1.3, 9) about the records that a change writes, on the state after it.
struct ZoneJudge {
    let before: ZoneState
    let after: ZoneState
    let limits: ZoneLimits
    var conflicts: ChangeConflicts
    /// What stands at the names that were asked about.
    private var nodes: [DomainName: NodeSummary] = [:]
    /// What the new delegations and redirections hide, by their names.
    private var hidden: [RecordSetKey: [Identifier]] = [:]

    init(before: ZoneState, after: ZoneState, limits: ZoneLimits, conflicts: ChangeConflicts) {
        self.before = before
        self.after = after
        self.limits = limits
        self.conflicts = conflicts
    }

    /// Adds every conflict of these steps, in their order, until there are too many.
    mutating func ask(about steps: [ResolvedChange.Step]) {
        askDuplicates(steps)
        askLimits(steps)
        for step in steps where !conflicts.isFull {
            if step.servesSomethingNew, let record = step.after {
                askAlias(record, step.item)
                askRedirection(record, step.item)
                askCuts(record, step.item)
                askDelegation(record, step.item)
                askSigner(record, step.item)
            }
            askRemoval(step)
        }
    }

    /// No two records are equal in name, type and content, whether they are served or not (RFC 2181 5).
    private mutating func askDuplicates(_ steps: [ResolvedChange.Step]) {
        let written = steps.filter { step in
            guard let after = step.after else { return false }
            return step.before.map { $0.content != after.content } ?? true
        }
        let ids = Set(written.compactMap { $0.after?.id })
        var seen: [RecordSetKey: [RecordContent: [Identifier]]] = [:]
        for step in written {
            guard let record = step.after else { continue }
            if seen[record.key] == nil {
                let standing = after.members(of: record.key).filter { !ids.contains($0.id) }
                seen[record.key] = Dictionary(grouping: standing, by: \.content).mapValues { $0.map(\.id) }
            }
            let doubles = seen[record.key]?[record.content] ?? []
            if doubles.isEmpty {
                seen[record.key]?[record.content] = [record.id]
            } else {
                refuse(record, step.item, .duplicate, doubles)
            }
        }
    }

    /// A CNAME stands alone at its name, but for DNSSEC's own types, and so never at the apex (RFC 1034 3.6.2).
    private mutating func askAlias(_ record: StoredRecord, _ item: Int) {
        guard !record.type.standsBesideAlias else { return }
        let node = summary(of: record.name)
        let otherAliases = node.aliases.filter { $0 != record.id }
        guard record.type == .cname else {
            if !node.aliases.isEmpty { refuse(record, item, .besideAlias, node.aliases) }
            return
        }
        if record.name == after.apex {
            refuse(record, item, .aliasAtApex, node.others)
        } else if !node.others.isEmpty {
            refuse(record, item, .aliasBesideOthers, node.others)
        }
        if !otherAliases.isEmpty { refuse(record, item, .aliasTwice, otherAliases) }
    }

    /// One DNAME a name (RFC 6672 2.4), nothing below it (2.3), and none at the apex (`domain.md` 2).
    private mutating func askRedirection(_ record: StoredRecord, _ item: Int) {
        if record.type == .dname {
            let node = summary(of: record.name)
            let others = node.redirections.filter { $0 != record.id }
            if record.name == after.apex {
                refuse(record, item, .redirectionAtApex, node.others.filter { $0 != record.id })
            } else if !before.redirections.contains(record.name) {
                let below = hidden(by: record)
                if !below.isEmpty { refuse(record, item, .redirectionOverOthers, below) }
            }
            if !others.isEmpty { refuse(record, item, .redirectionTwice, others) }
        }
        guard !after.redirections.isEmpty else { return }
        if let topmost = ancestors(of: record.name).last(where: { after.redirections.contains($0) }) {
            refuse(record, item, .belowRedirection, summary(of: topmost).redirections)
        }
    }

    /// At and below a zone of its own only the delegation and glue have a meaning (`domain.md` 1.3).
    private mutating func askCuts(_ record: StoredRecord, _ item: Int) {
        guard !after.cuts.isEmpty else { return }
        let names = [record.name] + ancestors(of: record.name)
        if let cut = names.last(where: { after.cuts.contains($0) }), !after.isKept(record, at: cut) {
            conflicts.add(.belowZoneCut(cut), item: item, set: record.key)
        }
    }

    /// At and below a delegation stand its NS and DS, and glue (RFC 1034 4.2.1); the topmost delegation is the one that
    /// counts.
    private mutating func askDelegation(_ record: StoredRecord, _ item: Int) {
        guard !after.delegations.isEmpty else { return }
        let names = [record.name] + ancestors(of: record.name)
        let topmost = names.last(where: { after.delegations.contains($0) })
        if let topmost, !after.isKept(record, at: topmost) {
            refuse(record, item, .belowDelegation, summary(of: topmost).servers)
        }
        guard record.type == .ns, record.name != after.apex, !before.delegations.contains(record.name) else { return }
        let below = hidden(by: record)
        if !below.isEmpty { refuse(record, item, .delegationOverOthers, below) }
    }

    /// A DS stands at a delegation only (RFC 4035 2.4).
    private mutating func askSigner(_ record: StoredRecord, _ item: Int) {
        guard record.type == .ds, !after.delegations.contains(record.name) else { return }
        refuse(record, item, record.name == after.apex ? .signerAtApex : .signerWithoutDelegation, [])
    }

    /// The last NS of a delegation does not leave a DS behind.
    private mutating func askRemoval(_ step: ResolvedChange.Step) {
        guard let gone = step.before, gone.type == .ns, !gone.isDisabled, step.after?.isDisabled != false,
            before.delegations.contains(gone.name), !after.delegations.contains(gone.name)
        else { return }
        let signers = summary(of: gone.name).signers
        if !signers.isEmpty { refuse(gone, step.item, .delegationLeavesSigner, signers) }
    }

    private mutating func refuse(
        _ record: StoredRecord,
        _ item: Int,
        _ rule: CoexistenceRule,
        _ inTheWay: [Identifier]
    ) {
        let listed = Array(inTheWay.prefix(RecordRefusal.mostListed))
        conflicts.add(.conflict(rule, with: listed), item: item, set: record.key)
    }

    /// The names above `name`, up to the apex.
    private func ancestors(of name: DomainName) -> [DomainName] {
        var names: [DomainName] = []
        var next = name.parent
        while let name = next, name.isAtOrBelow(after.apex) {
            names.append(name)
            next = name.parent
        }
        return names
    }

    /// What a new delegation or redirection at the record's name would hide, in canonical order; at most as many as are
    /// listed.
    private mutating func hidden(by record: StoredRecord) -> [Identifier] {
        if let known = hidden[record.key] { return known }
        let isDelegation = record.type == .ns
        let after = after
        let found = after.records(atOrBelow: record.name).lazy.filter { other in
            guard !other.isDisabled else { return false }
            return isDelegation ? !after.isKept(other, at: record.name) : other.name != record.name
        }
        let ids = found.prefix(RecordRefusal.mostListed).map(\.id)
        hidden[record.key] = Array(ids)
        return Array(ids)
    }

    private mutating func summary(of name: DomainName) -> NodeSummary {
        if let known = nodes[name] { return known }
        let summary = NodeSummary(after.records(at: name))
        nodes[name] = summary
        return summary
    }
}

/// The records of one name that are served, by the part that they play.
private struct NodeSummary {
    private(set) var aliases: [Identifier] = []
    /// Neither CNAME nor what may stand beside one.
    private(set) var others: [Identifier] = []
    private(set) var redirections: [Identifier] = []
    private(set) var servers: [Identifier] = []
    private(set) var signers: [Identifier] = []

    init(_ records: [StoredRecord]) {
        for record in records where !record.isDisabled {
            switch record.type {
            case .cname: aliases.append(record.id)
            case .dname: redirections.append(record.id)
            case .ns: servers.append(record.id)
            case .ds: signers.append(record.id)
            default: break
            }
            if record.type != .cname, !record.type.standsBesideAlias { others.append(record.id) }
        }
    }
}
