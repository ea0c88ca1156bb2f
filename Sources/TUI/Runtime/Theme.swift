import Terminal

/// How roles look: bold, dim and reverse video everywhere, colours where the terminal has them.
struct Theme: Sendable {
    private let styles: [Role: Style]

    /// The theme for a terminal with that many colours; light and dark backgrounds both do, since text keeps the
    /// terminal's own foreground and background.
    init(colors: ColorDepth) {
        var styles: [Role: Style] = [:]
        for role in Role.allCases { styles[role] = Self.style(of: role, colors) }
        self.styles = styles
    }

    func style(of role: Role) -> Style { styles[role] ?? .plain }

    private static func style(of role: Role, _ colors: ColorDepth) -> Style {
        switch role {
        case .normal: .plain
        case .dim: Style(isDim: true)
        case .header: Style(isBold: true, isReversed: true)
        case .title: Style(isBold: true)
        case .selected: Style(isReversed: true)
        case .good, .added: Style(foreground: color(.green, colors))
        case .waiting: Style(foreground: color(.yellow, colors))
        case .bad, .removed: Style(foreground: color(.red, colors), isBold: role == .bad)
        case .key: Style(foreground: color(.cyan, colors), isBold: true)
        case .dangerousKey: Style(foreground: color(.red, colors), isBold: true)
        case .input: Style(isUnderlined: true)
        case .inactiveInput: Style(isDim: true, isUnderlined: true)
        }
    }

    private enum Hue {
        case red, green, yellow, cyan
    }

    /// The hue in the best palette there is; of 256 colours middle tones that are read on white and on black.
    private static func color(_ hue: Hue, _ colors: ColorDepth) -> UInt8? {
        switch (hue, colors) {
        case (_, .none): nil
        case (.red, .many): 160
        case (.green, .many): 28
        case (.yellow, .many): 136
        case (.cyan, .many): 31
        case (.red, _): 1
        case (.green, _): 2
        case (.yellow, _): 3
        case (.cyan, _): 6
        }
    }
}
