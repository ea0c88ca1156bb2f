import CNcurses

/// How many colours a terminal has.
public enum ColorDepth: Int, Sendable, Comparable, CaseIterable {
    case none = 1
    case eight = 8
    case sixteen = 16
    case many = 256

    public static func < (left: ColorDepth, right: ColorDepth) -> Bool { left.rawValue < right.rawValue }
}

/// The colour pairs that ncurses wants declared: made when first used, as many as the terminal takes.
@MainActor
struct ColorPairs {
    let depth: ColorDepth
    private let limit: Int
    private var numbers: [Pair: Int16] = [:]

    private struct Pair: Hashable {
        let foreground: UInt8?
        let background: UInt8?
    }

    /// Switches colours on where the terminal has them and they are `wanted`.
    init(wanted: Bool) {
        guard wanted, has_colors(), start_color() == OK, use_default_colors() == OK else {
            depth = .none
            limit = 0
            return
        }
        let count = Int(sc_colors())
        depth = ColorDepth.allCases.last { $0.rawValue <= count } ?? .none
        limit = min(Int(sc_color_pairs()), 32_767)
    }

    /// The number of the style's pair; 0, the terminal's own colours, when there is no room or no colour.
    mutating func number(of style: Style) -> Int16 {
        guard depth != .none, style.foreground != nil || style.background != nil else { return 0 }
        let pair = Pair(foreground: style.foreground, background: style.background)
        if let number = numbers[pair] { return number }
        guard numbers.count + 1 < limit else { return 0 }
        let number = Int16(numbers.count + 1)
        guard init_pair(number, index(style.foreground), index(style.background)) == OK else { return 0 }
        numbers[pair] = number
        return number
    }

    private func index(_ color: UInt8?) -> Int16 {
        guard let color, Int(color) < depth.rawValue else { return -1 }
        return Int16(color)
    }
}
