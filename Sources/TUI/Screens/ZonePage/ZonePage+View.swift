import API
import Core
import Terminal

extension ZonePage {
    static func view(_ state: State, size: Size) -> Canvas {
        var canvas = Canvas(size: size)
        for (row, spans) in lines(of: state, width: size.columns).dropFirst(state.scroll).enumerated() {
            var column = 0
            for span in spans { column += canvas.write(span.text, row: row, column: column, role: span.role) }
        }
        return canvas
    }

    /// The page's lines, each as its parts from left to right.
    static func lines(of state: State, width: Int) -> [[Span]] {
        guard let summary = state.detail?.summary ?? state.summary else {
            let text = state.failure == nil ? "Loading \(state.reference)…" : "There is nothing to show yet."
            return [[Span("  " + text, .dim)]]
        }
        return facts(summary, state.detail?.more, at: state.now) + challenge(state, width: width)
            + outcome(state.check, width: width)
    }

    private static func facts(_ zone: DomainSummary, _ more: DomainDetail.More?, at now: Timestamp) -> [[Span]] {
        var lines: [[Span]] = [[Span(zone.name, .title)]]
        if let unicode = zone.unicodeName { lines.append([Span(unicode, .dim)]) }
        lines.append(fact("State", zone.status.span, Span(zone.status == .pendingValidation ? " validation" : "")))
        lines.append(fact("Sync", zone.syncStatus.span, Span(more?.syncError.map { "  \($0)" } ?? "", .bad)))
        lines.append(fact("Type", Span(zone.domainType.words)))
        lines.append(fact("DNSSEC", zone.dnssecEnabled ? Span("signed", .good) : Span("off")))
        if let more {
            lines.append(fact("Records", Span("\(more.recordCount)"), Span("  revision \(more.revision)", .dim)))
            lines.append(fact("Serial", more.serial.map { Span("\($0)") } ?? Span("not served yet", .dim)))
            lines.append(fact("Nameservers", Span(more.nameservers.joined(separator: " "))))
        }
        lines.append(fact("Default TTL", Span("\(zone.defaultTTL) s")))
        if let description = zone.description, !description.isEmpty {
            lines.append(fact("Description", Span(description)))
        }
        let changed = Span("  \(Age.text(since: zone.updatedAt, at: now)) ago", .dim)
        lines.append(fact("Changed", Span(zone.updatedAt.description), changed))
        for warning in more?.warnings ?? [] { lines.append(fact("Warning", Span(warning.message, .waiting))) }
        return lines
    }

    private static func fact(_ name: String, _ values: Span...) -> [Span] {
        [Span(TerminalText(name).padded(to: 14), .dim)] + values
    }

    /// The record to publish: name, type and value stand alone on their lines from the first column on, so that the
    /// terminal's own selection copies each whole.
    private static func challenge(_ state: State, width: Int) -> [[Span]] {
        guard state.status == .pendingValidation, let more = state.detail?.more else { return [] }
        guard let validation = more.validation else {
            return [[], [Span("There is no challenge at present: the last one expired or was cancelled.", .waiting)]]
        }
        let record = validation.dnsRecord
        var lines: [[Span]] = [[]]
        let sentence =
            "To prove that the zone is yours, publish this record with the DNS provider that serves it today (TTL "
            + "\(record.ttl) s is fine), then press c:"
        lines += TextBlock.lines(of: sentence, width: width).map { [Span($0, .dim)] }
        for text in [record.name, record.type, record.value] {
            lines.append([])
            lines += TextBlock.pieces(of: text, width: width).map { [Span($0)] }
        }
        lines.append([])
        var remarks = ["It expires in \(Age.text(since: state.now, at: validation.expiresAt))."]
        if validation.attempts > 0 { remarks.append("\(validation.attempts) looks so far.") }
        if let next = validation.nextCheckAt, next > state.now {
            remarks.append("The next one by itself in \(Age.text(since: state.now, at: next)).")
        }
        lines += TextBlock.lines(of: remarks.joined(separator: " "), width: width).map { [Span($0, .dim)] }
        if state.check == .none, let message = validation.lastMessage {
            lines += TextBlock.lines(of: "Last look: \(message)", width: width).map { [Span($0, .waiting)] }
        }
        return lines
    }

    /// What the look that was asked for here found, server by server.
    private static func outcome(_ check: Check, width: Int) -> [[Span]] {
        switch check {
        case .none: return []
        case .running: return [[], [Span("Asking the zone's nameservers…", .waiting)]]
        case .failed(let failure):
            return [[]] + TextBlock.lines(of: failure.message, width: width).map { [Span($0, .bad)] }
        case .done(let check):
            let role: Role = check.isValid ? .good : .bad
            let glyph = check.isValid ? Glyph.good : Glyph.bad
            let text = glyph.rawValue + " " + check.message
            return [[]] + TextBlock.lines(of: text, width: width).map { [Span($0, role)] }
                + check.servers.flatMap(lines(of:))
        }
    }

    private static func lines(of server: ValidationCheck.Server) -> [[Span]] {
        let (glyph, role, words) = words(for: server.outcome)
        let name = TerminalText(server.name).padded(to: 30)
        let address = TerminalText(server.address).padded(to: 16)
        let head = [Span("  \(name) \(address) ", .normal), Span("\(glyph.rawValue) \(words)", role)]
        return [head] + server.values.map { [Span("    found  ", .dim), Span($0)] }
    }

    private static func words(for outcome: String) -> (Glyph, Role, String) {
        switch outcome {
        case "match": (.good, .good, "serves the record")
        case "mismatch": (.bad, .bad, "serves another value")
        case "absent": (.bad, .bad, "does not serve it")
        case "refused": (.bad, .bad, "refused to answer")
        case "timeout": (.waiting, .waiting, "did not answer in time")
        case "forbidden_address": (.bad, .bad, "has an address that is not asked")
        default: (.bad, .bad, outcome)
        }
    }
}
