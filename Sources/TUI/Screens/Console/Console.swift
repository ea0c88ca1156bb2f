import API
import Core
import Terminal

/// The whole console: a stack of pages, what lies over them, and the connection.
enum Console {
    /// What the console knows.
    struct State: Equatable, Sendable {
        /// The server's host and port, as the header shows it.
        let server: String
        let isReadOnly: Bool
        var size: Size
        var now: Timestamp
        /// From the list of zones to the page that is seen; never empty.
        var pages: [View]
        var overlay: Overlay?
        var notice: Notice?
        var connection = Connection.untried
        /// Calls without an answer.
        var openCalls = 0
        /// Seconds counted by ticks: the spinner's phase.
        var ticks = 0

        init(server: String, isReadOnly: Bool, size: Size, now: Timestamp) {
            self.server = server
            self.isReadOnly = isReadOnly
            self.size = size
            self.now = now
            pages = [.zones(Zones.State(isReadOnly: isReadOnly, now: now))]
        }

        /// Where the body of the frame goes, header and breadcrumb above, status and hints below.
        var bodySize: Size { Size(rows: max(1, size.rows - 4), columns: size.columns) }
    }

    /// What lies over the pages.
    enum Overlay: Equatable, Sendable {
        case palette(Palette.State)
        case help(Help.State)
    }

    /// Whether the server answers.
    enum Connection: Equatable, Sendable {
        case untried
        case fine
        case lost(since: Timestamp, reason: String)
    }

    /// What happens to it.
    enum Message: Equatable, Sendable {
        case key(Key)
        case resized(Size)
        /// A second has passed.
        case tick(Timestamp)
        case answered(Answer)
    }

    /// What it asks for.
    enum Effect: Equatable, Sendable {
        case call(Call)
        case redraw
        case quit
    }

    /// A key that works in every view.
    enum GlobalMessage: Equatable, Sendable {
        case palette, help, redraw
    }

    static let globalBindings: [KeyBinding<GlobalMessage>] = [
        KeyBinding(.character(":"), label: "commands", message: .palette),
        KeyBinding(.character("?"), label: "help", message: .help),
        KeyBinding(.control("l"), label: "redraw the screen", message: .redraw, isHinted: false),
    ]

    /// The smallest window that the views are made for.
    static let smallestSize = Size(rows: 24, columns: 80)
}
