import API
import Core
import Terminal

extension View {
    /// Does what a key means here; nil when it means nothing.
    mutating func press(_ key: Key) -> [Effect]? {
        switch self {
        case .zones(let page): resolve(Zones.meaning(of: key, in: page)) { send($0) }
        case .zone(let page): resolve(ZonePage.bindings(page).meaning(of: key)) { send($0) }
        case .records(let page): resolve(Records.meaning(of: key, in: page)) { send($0) }
        case .recordForm(let form): resolve(RecordForm.meaning(of: key, in: form)) { send($0) }
        case .zoneForm(let form): resolve(ZoneForm.meaning(of: key, in: form)) { send($0) }
        case .confirmation(let question): resolve(Confirmation.meaning(of: key, in: question)) { send($0) }
        }
    }

    mutating func resize(to size: Size) -> [Effect] {
        switch self {
        case .zones: send(Zones.Message.sized(rows: size.rows))
        case .zone: send(ZonePage.Message.sized(size))
        case .records: send(Records.Message.sized(rows: size.rows))
        case .recordForm, .zoneForm, .confirmation: []
        }
    }

    mutating func tick(_ now: Timestamp) -> [Effect] {
        switch self {
        case .zones: send(Zones.Message.tick(now))
        case .zone: send(ZonePage.Message.tick(now))
        case .records: send(Records.Message.tick(now))
        case .recordForm, .zoneForm, .confirmation: []
        }
    }

    mutating func send(_ message: Zones.Message) -> [Effect] {
        guard case .zones(var page) = self else { return [] }
        let effects = Zones.update(&page, message)
        self = .zones(page)
        return effects.map { effect in
            switch effect {
            case .load(let query, let number, let ticket): .call(.zones(query, page: number, ticket: ticket))
            case .open(let zone):
                .push(
                    .zone(
                        ZonePage.State(
                            reference: zone.id,
                            summary: zone,
                            isReadOnly: page.isReadOnly,
                            now: page.now
                        )
                    )
                )
            case .openRecords(let zone):
                .push(
                    .records(
                        Records.State(
                            reference: zone.id,
                            name: zone.name,
                            isReadOnly: page.isReadOnly,
                            now: page.now
                        )
                    )
                )
            case .create: .push(.zoneForm(ZoneForm.State()))
            case .delete(let zone): .push(.confirmation(Zones.deletion(of: zone)))
            case .say(let notice): .say(notice)
            case .quit: .quit
            }
        }
    }

    mutating func send(_ message: ZonePage.Message) -> [Effect] {
        guard case .zone(var page) = self else { return [] }
        let effects = ZonePage.update(&page, message)
        self = .zone(page)
        return effects.map { effect in
            switch effect {
            case .load(let reference): .call(.zone(reference))
            case .check(let reference): .call(.check(zone: reference))
            case .openRecords(let reference, let name):
                .push(
                    .records(
                        Records.State(reference: reference, name: name, isReadOnly: page.isReadOnly, now: page.now)
                    )
                )
            case .say(let notice): .say(notice)
            case .close: .pop
            }
        }
    }

    mutating func send(_ message: Records.Message) -> [Effect] {
        guard case .records(var page) = self else { return [] }
        let effects = Records.update(&page, message)
        self = .records(page)
        return effects.map { effect in
            switch effect {
            case .loadZone(let reference): .call(.zone(reference))
            case .load(let reference, let includeSystem, let ticket):
                .call(.records(zone: reference, includeSystem: includeSystem, ticket: ticket))
            case .add(let zone, let records): .push(.recordForm(RecordForm.State(adding: zone, records: records)))
            case .edit(let record, let zone, let records):
                .push(.recordForm(RecordForm.State(editing: record, zone: zone, records: records)))
            case .delete(let record, let zone): .push(.confirmation(Records.deletion(of: record, in: zone)))
            case .say(let notice): .say(notice)
            case .close: .pop
            }
        }
    }

    mutating func send(_ message: RecordForm.Message) -> [Effect] {
        guard case .recordForm(var form) = self else { return [] }
        let effects = RecordForm.update(&form, message)
        self = .recordForm(form)
        return effects.map { effect in
            switch effect {
            case .confirm(let question): .push(.confirmation(question))
            case .say(let notice): .say(notice)
            case .close: .pop
            }
        }
    }

    mutating func send(_ message: ZoneForm.Message) -> [Effect] {
        guard case .zoneForm(var form) = self else { return [] }
        let effects = ZoneForm.update(&form, message)
        self = .zoneForm(form)
        return effects.map { effect in
            switch effect {
            case .create(let draft): .call(.createZone(draft))
            case .close: .pop
            }
        }
    }

    mutating func send(_ message: Confirmation.Message) -> [Effect] {
        guard case .confirmation(var question) = self else { return [] }
        let effects = Confirmation.update(&question, message)
        self = .confirmation(question)
        return effects.map { effect in
            switch effect {
            case .run(let call): .call(call)
            case .close: .pop
            }
        }
    }

    private func resolve<Message>(_ meaning: KeyMeaning<Message>, _ send: (Message) -> [Effect]) -> [Effect]? {
        switch meaning {
        case .send(let message): send(message)
        case .disabled(let label, let reason): [.say(.problem("Not now (\(label)): \(reason)."))]
        case .nothing: nil
        }
    }
}
