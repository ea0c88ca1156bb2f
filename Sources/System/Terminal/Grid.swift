/// How many rows and columns a terminal or a grid has.
public struct Size: Hashable, Sendable, CustomStringConvertible {
    public var rows: Int
    public var columns: Int

    public init(rows: Int, columns: Int) {
        self.rows = rows
        self.columns = columns
    }

    /// Columns by rows, as people say it: `80x24`.
    public var description: String { "\(columns)x\(rows)" }
}

/// How the characters of a cell look.
public struct Style: Hashable, Sendable {
    /// Index into the terminal's palette (0-7, 0-15 or 0-255, see ``Screen/colors``); nil for its own foreground.
    public var foreground: UInt8?
    /// Index into the terminal's palette; nil for its own background.
    public var background: UInt8?
    public var isBold: Bool
    public var isDim: Bool
    public var isUnderlined: Bool
    public var isReversed: Bool

    public init(
        foreground: UInt8? = nil,
        background: UInt8? = nil,
        isBold: Bool = false,
        isDim: Bool = false,
        isUnderlined: Bool = false,
        isReversed: Bool = false
    ) {
        self.foreground = foreground
        self.background = background
        self.isBold = isBold
        self.isDim = isDim
        self.isUnderlined = isUnderlined
        self.isReversed = isReversed
    }

    /// The terminal's own colours.
    public static let plain = Style()
}

/// One place of a grid.
public struct Cell: Hashable, Sendable {
    /// One character with its combining marks (at most four); empty for the right half of a wide one.
    public var text: String
    /// Columns of the character: 1 or 2; 0 for the right half of a wide one.
    public var width: Int
    public var style: Style

    public init(_ text: String, width: Int = 1, style: Style = .plain) {
        self.text = text
        self.width = width
        self.style = style
    }

    public static let blank = Cell(" ")
}

/// What a whole screen should show.
public struct Grid: Equatable, Sendable {
    public let size: Size
    /// Row by row, `size.rows * size.columns` of them.
    public private(set) var cells: [Cell]
    /// Where the terminal's cursor blinks; nil to hide it.
    public var cursor: Place?

    /// A row and a column, from 0.
    public struct Place: Hashable, Sendable {
        public var row: Int
        public var column: Int

        public init(row: Int, column: Int) {
            self.row = row
            self.column = column
        }
    }

    /// A blank grid.
    public init(size: Size) {
        self.size = size
        cells = Array(repeating: .blank, count: max(0, size.rows) * max(0, size.columns))
    }

    /// The cell at a place of the grid.
    public subscript(row: Int, column: Int) -> Cell {
        get { cells[row * size.columns + column] }
        set { cells[row * size.columns + column] = newValue }
    }
}
