import FoundationEssentials
import Logging

/// Writes one line an event to standard error, as text or as JSON (`LOG_FORMAT`). Controls are escaped in both.
struct LineLogHandler: LogHandler {
    enum Format: Sendable {
        case text
        case json
    }

    let format: Format
    let now: @Sendable () -> String
    let write: @Sendable (String) -> Void
    var logLevel: Logger.Level
    var metadata: Logger.Metadata = [:]

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        let merged = metadata.merging(event.metadata ?? [:]) { _, new in new }
        let facts = merged.map { ($0.key, "\($0.value)") }.sorted { $0.0 < $1.0 }
        switch format {
        case .text: write(text(event, facts))
        case .json: write(json(event, facts))
        }
    }

    private func text(_ event: LogEvent, _ facts: [(String, String)]) -> String {
        let tail = facts.map { " \($0.0)=\(Self.quoted($0.1))" }.joined()
        return "\(now()) \(Self.word(event.level)) \(Self.escaped("\(event.message)"))\(tail)\n"
    }

    private func json(_ event: LogEvent, _ facts: [(String, String)]) -> String {
        var fields = Dictionary(facts, uniquingKeysWith: { first, _ in first })
        fields["time"] = now()
        fields["level"] = Self.word(event.level)
        fields["message"] = "\(event.message)"
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // A dictionary of strings can always be written.
        let data = (try? encoder.encode(fields)) ?? Data()
        return Self.escaped(String(decoding: data, as: UTF8.self)) { "\\u\(Self.hex($0, digits: 4))" } + "\n"
    }

    private static func word(_ level: Logger.Level) -> String {
        switch level {
        case .trace, .debug: "DEBUG"
        case .info, .notice: "INFO"
        case .warning: "WARNING"
        case .error, .critical: "ERROR"
        }
    }

    private static func quoted(_ text: String) -> String {
        let isPlain =
            !text.isEmpty && text.utf8.allSatisfy { (0x21...0x7E).contains($0) && !Self.special.contains($0) }
        guard !isPlain else { return text }
        var quoted = "\""
        for character in escaped(text) {
            if character == "\"" || character == "\\" { quoted += "\\" }
            quoted.append(character)
        }
        return quoted + "\""
    }

    private static let special = Set("\"\\".utf8)

    /// What could forge a line or drive a terminal, written as `write` does it: by default `\u{..}`.
    private static func escaped(
        _ text: String,
        as write: (UInt32) -> String = { "\\u{\(hex($0, digits: 1))}" }
    ) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            if scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || scalar.properties.isBidiControl {
                escaped += write(scalar.value)
            } else {
                escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }

    private static func hex(_ value: UInt32, digits: Int) -> String {
        let text = String(value, radix: 16)
        return String(repeating: "0", count: max(0, digits - text.count)) + text
    }
}
