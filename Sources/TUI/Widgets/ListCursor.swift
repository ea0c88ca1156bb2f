/// Which row of a list is selected and which one stands at the top of the window.
struct ListCursor: Equatable, Sendable {
    private(set) var selected = 0
    private(set) var top = 0
    /// Rows of the list.
    private(set) var count = 0
    /// Rows of the window.
    private(set) var height = 1

    /// A way to move.
    enum Move: Equatable, Sendable {
        case by(Int)
        case page(Int)
        case start, end
        case to(Int)
    }

    /// The rows in the window.
    var visible: Range<Int> { top..<min(count, top + height) }

    mutating func move(_ move: Move) {
        switch move {
        case .by(let rows): selected += rows
        case .page(let pages):
            selected += pages * max(1, height - 1)
            top += pages * max(1, height - 1)
        case .start: selected = 0
        case .end: selected = count - 1
        case .to(let row): selected = row
        }
        settle()
    }

    /// Takes new measures of list and window.
    mutating func fit(count: Int, height: Int) {
        self.count = max(0, count)
        self.height = max(1, height)
        settle()
    }

    private mutating func settle() {
        selected = max(0, min(selected, count - 1))
        top = max(0, min(top, count - height))
        if selected < top { top = selected }
        if selected >= top + height { top = selected - height + 1 }
    }
}
