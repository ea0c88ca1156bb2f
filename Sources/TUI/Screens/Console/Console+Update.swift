import API
import Core
import Terminal

extension Console {
    static func update(_ state: inout State, _ message: Message) -> [Effect] {
        switch message {
        case .key(let key): return press(key, &state)
        case .resized(let size):
            state.size = size
            if case .help(var help) = state.overlay {
                help.rows = state.bodySize.rows
                _ = Help.update(&help, .scroll(0))
                state.overlay = .help(help)
            }
            return state.pages.indices.flatMap { place in
                let effects = state.pages[place].resize(to: state.bodySize)
                return carryOut(effects, &state)
            }
        case .tick(let now):
            state.now = now
            state.ticks += 1
            return onTop(&state) { $0.tick(now) }
        case .answered(let answer):
            state.openCalls = max(0, state.openCalls - 1)
            noteConnection(answer.outcome, &state)
            return take(answer, &state)
        }
    }

    private static func press(_ key: Key, _ state: inout State) -> [Effect] {
        if key == .control("l") { return [.redraw] }
        state.notice = nil
        switch state.overlay {
        case .palette(var palette):
            let effects = Palette.update(&palette, Palette.message(for: key, in: palette))
            state.overlay = .palette(palette)
            return effects.flatMap { run($0, &state) }
        case .help(var help):
            guard case .send(let message) = Help.bindings(help).meaning(of: key) else { return [] }
            state.overlay = Help.update(&help, message) ? nil : .help(help)
            return []
        case nil: break
        }
        let top = state.pages.count - 1
        if let effects = state.pages[top].press(key) { return carryOut(effects, &state) }
        guard case .send(let message) = globalBindings.meaning(of: key) else { return [] }
        switch message {
        case .palette: state.overlay = .palette(Palette.State(zones: knownZones(state)))
        case .help:
            let page = state.pages[top]
            let help = Help.State(
                title: page.helpTitle,
                hints: page.hints,
                globalHints: globalBindings.map(\.hint),
                rows: state.bodySize.rows
            )
            state.overlay = .help(help)
        case .redraw: return [.redraw]
        }
        return []
    }

    private static func run(_ effect: Palette.Effect, _ state: inout State) -> [Effect] {
        switch effect {
        case .close:
            state.overlay = nil
            return []
        case .say(let notice):
            state.notice = notice
            return []
        case .run(.quit): return [.quit]
        case .run(.help): return press(.character("?"), &state)
        case .run(.zones):
            state.pages.removeLast(state.pages.count - 1)
            return onTop(&state) { [now = state.now] in $0.tick(now) }
        case .run(.zone(let text)):
            return open(text, &state) { reference, name, state in
                .zone(ZonePage.State(reference: reference, isReadOnly: state.isReadOnly, now: state.now))
            }
        case .run(.records(let text)):
            return open(text, &state) { reference, name, state in
                .records(Records.State(reference: reference, name: name, isReadOnly: state.isReadOnly, now: state.now))
            }
        }
    }

    /// Opens a page on a zone that was named in the palette.
    private static func open(
        _ text: String,
        _ state: inout State,
        _ page: (_ reference: String, _ name: String, State) -> View
    ) -> [Effect] {
        do throws(DomainNameError) {
            let name = try NameCheck.zone(text)
            // The API takes a single label for an id unless a dot follows.
            let reference = name.labelCount == 1 ? name.absoluteText : name.text
            state.pages.removeLast(state.pages.count - 1)
            return carryOut([.push(page(reference, name.text, state))], &state)
        } catch {
            state.notice = .problem(error.message)
            return []
        }
    }

    private static func knownZones(_ state: State) -> [String] {
        guard case .zones(let zones) = state.pages[0] else { return [] }
        return zones.list.pages.keys.sorted().flatMap { zones.list.pages[$0]?.map(\.name) ?? [] }
    }

    /// Turns what pages ask for into changes of the stack and calls.
    static func carryOut(_ effects: [View.Effect], _ state: inout State) -> [Effect] {
        effects.flatMap { effect -> [Effect] in
            switch effect {
            case .call(let call):
                state.openCalls += 1
                return [.call(call)]
            case .push(let page):
                state.pages.append(page)
                let (size, now) = (state.bodySize, state.now)
                return onTop(&state) { $0.resize(to: size) + $0.tick(now) }
            case .pop:
                guard state.pages.count > 1 else { return [] }
                state.pages.removeLast()
                let now = state.now
                return onTop(&state) { $0.tick(now) }
            case .say(let notice):
                state.notice = notice
                return []
            case .quit: return [.quit]
            }
        }
    }

    static func onTop(_ state: inout State, _ change: (inout View) -> [View.Effect]) -> [Effect] {
        let effects = change(&state.pages[state.pages.count - 1])
        return carryOut(effects, &state)
    }

    private static func noteConnection(_ outcome: Result<CallReply, CallFailure>, _ state: inout State) {
        guard case .failure(let failure) = outcome, failure.kind == .unreachable else {
            state.connection = .fine
            return
        }
        if case .lost(let since, _) = state.connection {
            state.connection = .lost(since: since, reason: failure.message)
        } else {
            state.connection = .lost(since: state.now, reason: failure.message)
        }
    }
}
