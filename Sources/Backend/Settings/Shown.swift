/// A given value as a message may show it.
enum Shown {
    /// In quotation marks, at most 120 characters, with everything but printable ASCII escaped: a setting is an input
    /// from outside, and the message goes to a terminal or a log.
    static func text(_ value: String) -> String {
        var shown = "\""
        for scalar in value.unicodeScalars.prefix(120) {
            switch scalar {
            case "\"", "\\": shown += "\\\(scalar)"
            case " "..."~": shown.unicodeScalars.append(scalar)
            default: shown += "\\u{\(String(scalar.value, radix: 16))}"
            }
        }
        return value.unicodeScalars.count > 120 ? shown + "…\"" : shown + "\""
    }

    /// `value` as far as its variable allows.
    static func value(_ value: String, of variable: SettingsVariable) -> String {
        switch variable.exposure {
        case .open: text(value)
        case .secret: "*** (\(value.count) characters)"
        case .url: text(url(value))
        }
    }

    /// A URL without the user and password that it may carry. What stands before the last `@` counts as such; without
    /// an `@` a URL of a form that may have meant one is hidden whole.
    private static func url(_ value: String) -> String {
        let scheme = ConnectionURL.scheme(of: value)
        let prefix = scheme.map { "\($0)://" } ?? ""
        if let at = value.lastIndex(of: "@") { return prefix + "***" + value[at...] }
        guard let scheme, ["http", "https"].contains(scheme) else { return prefix + "***" }
        return value
    }
}
