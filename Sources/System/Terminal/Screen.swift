import CNcurses
import Dispatch

/// The terminal: shows grids, tells what is pressed, and gives the terminal back as it was.
///
/// Owned by the main actor; ncurses is used nowhere else. One screen at a time. The signals that end a program arrive as
/// events while it is open; a crash restores the terminal first (``CrashRescue``).
@MainActor
public final class Screen {
    /// How the screen is drawn.
    public struct Options: Sendable {
        /// The value of `LC_ALL`, else `LC_CTYPE`, else `LANG`; empty for none.
        public var localeName: String
        /// False when the user asked for none (`NO_COLOR`).
        public var usesColor: Bool
        /// The terminal's type, for the message when it does not do.
        public var terminalType: String

        public init(localeName: String, usesColor: Bool, terminalType: String) {
            self.localeName = localeName
            self.usesColor = usesColor
            self.terminalType = terminalType
        }
    }

    /// Whether the terminal takes UTF-8; where not, only ASCII may be painted.
    public let isUTF8: Bool
    /// The colours that a ``Style`` may use.
    public let colors: ColorDepth
    public private(set) var size: Size

    private let window: UnsafeMutablePointer<WINDOW>
    private var pairs: ColorPairs
    private var shown: Grid?
    private var isOpen = true
    private let signals: SignalPipe
    private var input: (any DispatchSourceRead)?
    /// How many cells the last ``paint(_:)`` wrote.
    private(set) var writtenCells = 0

    /// Takes the terminal over.
    ///
    /// - Throws: ``TerminalError`` with the terminal left as it was.
    public init(_ options: Options) throws(TerminalError) {
        guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 else { throw .notATerminal }
        // Before ncurses looks: it leaves signals alone that have a handler.
        signals = try SignalPipe(ending: [SIGTERM, SIGINT, SIGHUP, SIGQUIT], others: [SIGWINCH])
        isUTF8 = LocaleChoice.apply(options.localeName)
        CrashRescue.rememberModes()
        guard let window = sc_open_screen() else {
            signals.cancel()
            throw .unsuitable(type: options.terminalType)
        }
        guard sc_string_capability("cup") != nil else {
            endwin()
            signals.cancel()
            throw .unsuitable(type: options.terminalType)
        }
        self.window = window
        _ = cbreak()
        _ = noecho()
        _ = nonl()
        _ = keypad(window, true)
        _ = nodelay(window, true)
        _ = scrollok(window, false)
        _ = set_escdelay(25)
        _ = curs_set(0)
        pairs = ColorPairs(wanted: options.usesColor)
        colors = pairs.depth
        size = Self.currentSize()
        CrashRescue.arm()
    }

    /// Tells of keys, resizes and the end from now on, on the main queue.
    public func listen(_ deliver: @escaping @MainActor (TerminalEvent) -> Void) {
        signals.listen { [weak self] signal in
            guard let self, self.isOpen else { return }
            if signal == SIGWINCH { deliver(.resized(self.takeNewSize())) } else { deliver(.ending(signal: signal)) }
        }
        let input = DispatchSource.makeReadSource(fileDescriptor: STDIN_FILENO, queue: .main)
        input.setEventHandler { [weak self] in
            MainActor.assumeIsolated {
                guard let self, self.isOpen else { return }
                let keys = self.waitingKeys()
                if !keys.isEmpty { deliver(.keys(keys)) }
                if sc_is_hung_up(STDIN_FILENO) != 0 {
                    // A terminal that is gone is readable for ever.
                    self.input?.cancel()
                    deliver(.hungUp)
                }
            }
        }
        input.resume()
        self.input = input
    }

    /// Shows `grid`: only cells that differ from those shown are written. What lies outside the terminal is left out.
    public func paint(_ grid: Grid) {
        guard isOpen else { return }
        let before = shown?.size == grid.size ? shown : nil
        writtenCells = 0
        for row in 0..<min(grid.size.rows, size.rows) {
            for column in 0..<min(grid.size.columns, size.columns) {
                let cell = grid[row, column]
                guard cell.width > 0, before == nil || before?[row, column] != cell else { continue }
                put(cell, row, column)
                writtenCells += 1
            }
        }
        if let cursor = grid.cursor, cursor.row < size.rows, cursor.column < size.columns {
            _ = wmove(window, Int32(cursor.row), Int32(cursor.column))
            _ = curs_set(1)
        } else {
            _ = curs_set(0)
        }
        _ = wrefresh(window)
        shown = grid
    }

    /// Writes every cell anew with the next ``paint(_:)``, whatever another program left on the terminal.
    public func redraw() {
        _ = clearok(window, true)
        shown = nil
    }

    /// Gives the terminal back. Harmless when done already.
    public func close() {
        guard isOpen else { return }
        isOpen = false
        input?.cancel()
        _ = curs_set(1)
        _ = endwin()
        signals.cancel()
        CrashRescue.disarm()
    }

    private func put(_ cell: Cell, _ row: Int, _ column: Int) {
        let attributes = sc_attributes(
            cell.style.isBold ? 1 : 0,
            cell.style.isDim ? 1 : 0,
            cell.style.isUnderlined ? 1 : 0,
            cell.style.isReversed ? 1 : 0
        )
        let pair = pairs.number(of: cell.style)
        let text = cell.text.unicodeScalars.map { wchar_t(bitPattern: $0.value) }
        if isPrintable(cell) {
            _ = sc_put(window, Int32(row), Int32(column), text + [0], attributes, pair)
        } else {
            // The C library knows the character as narrower, wider or not at all: hold the columns, not the glyph.
            for offset in 0..<cell.width {
                _ = sc_put(
                    window, Int32(row), Int32(column + offset), [wchar_t(UInt8(ascii: "?")), 0], attributes, pair)
            }
        }
    }

    /// Whether ncurses will take exactly the columns that the cell says.
    private func isPrintable(_ cell: Cell) -> Bool {
        let scalars = cell.text.unicodeScalars
        guard let first = scalars.first, scalars.count <= 5 else { return false }
        if first.isASCII { return first.value >= 0x20 && first.value < 0x7F && cell.width == 1 }
        guard Int(wcwidth(wchar_t(bitPattern: first.value))) == cell.width else { return false }
        return scalars.dropFirst().allSatisfy { wcwidth(wchar_t(bitPattern: $0.value)) == 0 }
    }

    private func waitingKeys() -> [Key] {
        var keys: [Key] = []
        var character: wint_t = 0
        while true {
            let kind = wget_wch(window, &character)
            if kind == ERR { return keys }
            if kind == KEY_CODE_YES {
                if let key = KeyDecoder.key(code: Int32(bitPattern: character)) { keys.append(key) }
            } else if let scalar = Unicode.Scalar(character), let key = KeyDecoder.key(character: scalar) {
                keys.append(key)
            }
        }
    }

    private func takeNewSize() -> Size {
        size = Self.currentSize()
        _ = resizeterm(Int32(size.rows), Int32(size.columns))
        redraw()
        return size
    }

    private static func currentSize() -> Size {
        var rows: Int32 = 24
        var columns: Int32 = 80
        _ = sc_window_size(STDOUT_FILENO, &rows, &columns)
        return Size(rows: Int(rows), columns: Int(columns))
    }
}
