import Client
import Core
import Terminal

/// Holds the console's state and the screen: each event changes the state, and what it asks for is begun and drawn.
@MainActor
final class ConsoleLoop {
    private let screen: Screen
    private let painter: Painter
    private var state: Console.State

    /// How the console came to its end.
    enum End: Equatable {
        /// The user closed it.
        case closed
        case signal(Int32)
    }

    /// Whatever reaches the loop, from the terminal or from the server.
    private enum Event: Sendable {
        case terminal(TerminalEvent)
        case message(Console.Message)
    }

    init(screen: Screen, state: Console.State) {
        self.screen = screen
        self.state = state
        painter = Painter(theme: Theme(colors: screen.colors), isUTF8: screen.isUTF8)
    }

    /// Draws the first frame, before anything is asked of anybody.
    func drawFirstFrame() { paint() }

    /// Runs until the user, a signal or the terminal ends it.
    func run(_ client: APIClient) async -> End {
        // Unbounded, but filled only by keys that are pressed and by calls, of which a page has a handful at a time.
        let (events, feed) = AsyncStream<Event>.makeStream()
        let runner = EffectRunner(client: client) { feed.yield(.message($0)) }
        screen.listen { feed.yield(.terminal($0)) }
        let ticks = runner.tick()
        defer { ticks.cancel() }
        var isOpen = handle([.resized(screen.size), .tick(EffectRunner.now())], runner)
        for await event in events {
            switch event {
            case .message(let message): isOpen = handle([message], runner)
            case .terminal(.keys(let keys)): isOpen = handle(keys.map { .key($0) }, runner)
            case .terminal(.resized(let size)): isOpen = handle([.resized(size)], runner)
            case .terminal(.ending(let signal)): return .signal(signal)
            case .terminal(.hungUp): return .closed
            }
            if !isOpen { return .closed }
        }
        return .closed
    }

    /// Lets the messages change the state, begins what that asks for, and draws once; false when it asks to end.
    private func handle(_ messages: [Console.Message], _ runner: EffectRunner) -> Bool {
        for message in messages {
            for effect in Console.update(&state, message) {
                switch effect {
                case .call(let call): runner.run(call)
                case .redraw: screen.redraw()
                case .quit: return false
                }
            }
        }
        paint()
        return true
    }

    private func paint() {
        screen.paint(painter.grid(of: Console.view(state, size: screen.size)))
    }
}
