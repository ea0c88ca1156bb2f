/// One key as it was pressed.
public enum Key: Hashable, Sendable {
    /// A character, or a combining mark by itself where the keyboard sends marks apart.
    case character(Character)
    /// A letter together with Control: `control("l")`.
    case control(Character)
    /// F1 to F12.
    case function(Int)
    case enter, escape, tab, backTab, backspace, delete, insert
    case up, down, left, right, home, end, pageUp, pageDown
}

/// What happens at the terminal.
public enum TerminalEvent: Hashable, Sendable {
    /// Keys that were waiting, in their order; never empty.
    case keys([Key])
    case resized(Size)
    /// A signal that asks the program to end: SIGTERM, SIGINT, SIGHUP or SIGQUIT.
    case ending(signal: Int32)
    /// The terminal is gone.
    case hungUp
}

/// Why there is no screen.
public enum TerminalError: Error, Equatable {
    /// Standard input or output is a pipe or a file.
    case notATerminal
    /// No terminfo entry, or one without a movable cursor.
    case unsuitable(type: String)
    /// The system refused a file that the screen needs.
    case system(call: String, errno: Int32)

    /// A sentence for people.
    public var message: String {
        switch self {
        case .notATerminal: "The console needs a terminal for its input and output."
        case .unsuitable(let type):
            "The terminal type \"\(type)\" is unknown here or cannot move its cursor: set TERM, for example to xterm-256color."
        case .system(let call, let errno): "The terminal cannot be set up: \(call) failed with error \(errno)."
        }
    }
}
