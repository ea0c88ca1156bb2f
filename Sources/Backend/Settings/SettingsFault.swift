/// A setting that is missing or wrong: which, what was given, what is expected.
public struct SettingsFault: Error, Equatable, Sendable {
    /// The variable's name, or the file (and line) in which something is wrong.
    public let subject: String
    /// What was given, redacted for secrets, controls escaped; nil when nothing was.
    public let given: String?
    public let expected: String

    public init(subject: String, given: String?, expected: String) {
        self.subject = subject
        self.given = given
        self.expected = expected
    }

    /// One line: `LOG_LEVEL: was "LOUD"; expected DEBUG, INFO, WARNING or ERROR`.
    public var sentence: String {
        "\(subject): \(given.map { "was \($0)" } ?? "not given"); expected \(expected)"
    }
}

/// Something unwise that does not stop the program, as a sentence.
public struct SettingsWarning: Equatable, Sendable {
    public let subject: String
    public let message: String

    public init(subject: String, message: String) {
        self.subject = subject
        self.message = message
    }

    /// One line: `PDNS_API_URL: plain http to another host …`.
    public var sentence: String { "\(subject): \(message)" }
}
