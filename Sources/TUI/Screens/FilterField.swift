import Terminal

/// The filter of a list while it is being typed.
struct FilterField: Equatable, Sendable {
    private(set) var field: TextField

    /// What a key led to.
    enum Outcome: Equatable {
        case typing
        case applied(Filter)
        case cancelled
    }

    init(_ filter: Filter) {
        field = TextField(filter.text)
    }

    /// What is wrong with the text; nil for a filter.
    var problem: String? {
        do throws(FilterError) {
            _ = try Filter(field.text)
            return nil
        } catch {
            return error.message
        }
    }

    mutating func edit(_ key: Key) -> Outcome {
        switch key {
        case .escape: return .cancelled
        case .enter:
            // What is wrong stands beside the field already.
            guard let filter = try? Filter(field.text) else { return .typing }
            return .applied(filter)
        default:
            _ = field.edit(key)
            return .typing
        }
    }

    /// Draws `/` and the field, with what is wrong after it.
    func draw(on canvas: inout Canvas, row: Int) {
        canvas.fill(row: row, role: .normal)
        let width = max(10, canvas.size.columns / 2)
        canvas.write("/", row: row, column: 0, role: .key)
        field.draw(on: &canvas, row: row, column: 1, width: width - 2, isFocused: true)
        if let problem { canvas.write(problem, row: row, column: width + 1, role: .bad) }
    }
}
