/// What is logged, and how.
public struct LogSettings: SettingsGroup, Equatable {
    public let environment: Environment
    /// Whether bodies and SQL are logged, secrets redacted.
    public let isDebug: Bool
    public let level: Level
    public let format: Format

    /// What the installation is for.
    public enum Environment: String, CaseIterable, Sendable {
        case development, staging, production
    }

    /// The least that is logged.
    public enum Level: String, CaseIterable, Sendable {
        case debug = "DEBUG"
        case info = "INFO"
        case warning = "WARNING"
        case error = "ERROR"
    }

    /// Lines for people, or one JSON object a line.
    public enum Format: String, CaseIterable, Sendable {
        case text, json
    }

    public init(_ reader: inout SettingsReader) {
        environment = reader.choice(.environment, default: .production)
        let asked = reader.flag(.debug)
        if asked, environment == .production, !reader.isFaulty(.environment) {
            reader.refuse(
                .debug, "true", "false, or ENVIRONMENT=development or staging: bodies do not belong in a production log"
            )
        }
        isDebug = asked
        let level = reader.choice(.logLevel, default: Level.info)
        self.level = asked ? .debug : level
        format = reader.choice(.logFormat, default: .text)
    }
}
