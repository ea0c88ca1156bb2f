import API
import Core

extension Console {
    /// Gives an answer to the pages that asked, wherever they lie in the stack; without one of them it is let go.
    static func take(_ answer: Answer, _ state: inout State) -> [Effect] {
        switch answer.call {
        case .zones(_, let page, let ticket):
            let result = answer.outcome.flatMap { $0.page }
            return onEach(&state) { $0.send(Zones.Message.loaded(page: page, ticket: ticket, result)) }
        case .zone(let reference):
            let result = answer.outcome.flatMap { $0.zone }
            return onEach(&state, about: reference) {
                $0.send(ZonePage.Message.loaded(result)) + $0.send(Records.Message.loadedZone(result))
            }
        case .records(let reference, _, let ticket):
            let result = answer.outcome.flatMap { $0.records }
            return onEach(&state, about: reference) {
                $0.send(Records.Message.loaded(ticket: ticket, result))
            }
        case .check(let reference):
            let result = answer.outcome.flatMap { $0.check }
            return onEach(&state, about: reference) { $0.send(ZonePage.Message.checked(result)) }
        case .createZone: return takeCreation(answer.outcome, &state)
        case .deleteZone, .createRecord, .updateRecord, .deleteRecord: return takeChange(answer, &state)
        }
    }

    private static func takeCreation(_ outcome: Result<CallReply, CallFailure>, _ state: inout State) -> [Effect] {
        let isFormOpen = if case .zoneForm = state.pages.last { true } else { false }
        switch outcome.flatMap({ $0.zone }) {
        case .failure(let failure):
            guard isFormOpen else {
                state.notice = .problem(failure.message)
                return []
            }
            return onTop(&state) { $0.send(ZoneForm.Message.refused(failure)) }
        case .success(let zone):
            let name = zone.summary.name
            let needsProof = zone.summary.status == .pendingValidation
            state.notice = .done(
                needsProof ? "\(name) was created and waits for its proof." : "\(name) was created and needs no proof."
            )
            let refresh = onEach(&state) { $0.send(Zones.Message.refresh) }
            guard isFormOpen else { return refresh }
            state.pages.removeLast()
            let page = ZonePage.State(
                reference: zone.summary.id,
                summary: zone.summary,
                isReadOnly: state.isReadOnly,
                now: state.now
            )
            return refresh + carryOut([.push(.zone(page))], &state)
        }
    }

    /// A change of records or the deletion of a zone: the question closes with the form below it, or both say why not.
    private static func takeChange(_ answer: Answer, _ state: inout State) -> [Effect] {
        let question: Confirmation.State? =
            if case .confirmation(let question) = state.pages.last, question.call == answer.call { question } else {
                nil
            }
        switch answer.outcome {
        case .failure(let failure):
            guard question != nil else {
                state.notice = .problem(failure.message)
                return []
            }
            guard state.pages.count > 1, case .recordForm = state.pages[state.pages.count - 2] else {
                return onTop(&state) { $0.send(Confirmation.Message.failed(failure)) }
            }
            state.pages.removeLast()
            return onTop(&state) { $0.send(RecordForm.Message.refused(failure)) }
        case .success(let reply):
            if question != nil { state.pages.removeLast() }
            if question != nil, case .recordForm = state.pages.last { state.pages.removeLast() }
            state.notice = .done((question?.doneText ?? "The change was made.") + remarks(on: reply))
            var made: String?
            if case .record(let record) = reply { made = record.id }
            return onEach(&state) { $0.send(Zones.Message.refresh) + $0.send(Records.Message.changed(made: made)) }
        }
    }

    /// What the server added to a change that it made.
    private static func remarks(on reply: CallReply) -> String {
        guard case .record(let record) = reply else { return "" }
        let sync = record.syncStatus == .pending ? [" It is on its way to PowerDNS."] : []
        return (sync + (record.warnings ?? []).map { " " + $0.message }).joined()
    }

    private static func onEach(
        _ state: inout State,
        about reference: String? = nil,
        _ change: (inout View) -> [View.Effect]
    ) -> [Effect] {
        var effects: [View.Effect] = []
        for place in state.pages.indices where reference == nil || state.pages[place].reference == reference {
            effects += change(&state.pages[place])
        }
        return carryOut(effects, &state)
    }
}

extension View {
    /// The zone that the page is about, as it asks for it.
    fileprivate var reference: String? {
        switch self {
        case .zone(let page): page.reference
        case .records(let page): page.reference
        case .zones, .recordForm, .zoneForm, .confirmation: nil
        }
    }
}

/// An answer's content as the one kind that was asked for; another kind is a broken promise of the server.
extension CallReply {
    fileprivate var page: Result<Page<DomainSummary>, CallFailure> {
        if case .zones(let page) = self { .success(page) } else { .failure(.unfitting) }
    }

    fileprivate var zone: Result<DomainDetail, CallFailure> {
        if case .zone(let zone) = self { .success(zone) } else { .failure(.unfitting) }
    }

    fileprivate var records: Result<RecordList, CallFailure> {
        if case .records(let list) = self { .success(list) } else { .failure(.unfitting) }
    }

    fileprivate var check: Result<ValidationCheck, CallFailure> {
        if case .checked(let check) = self { .success(check) } else { .failure(.unfitting) }
    }
}

extension CallFailure {
    fileprivate static let unfitting = CallFailure(.refused, "The server answered something else than was asked.")
}
