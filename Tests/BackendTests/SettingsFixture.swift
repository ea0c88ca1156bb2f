@testable import Backend

/// A source without a real environment: variables, and files by their paths.
func settingsSource(
    _ environment: [String: String] = [:],
    files: [String: String] = [:],
    readableByOthers: Bool = false
) -> SettingsSource {
    SettingsSource(environment: environment) { path throws(SettingsFileError) in
        guard let text = files[path] else { throw .missing }
        return SettingsFile(bytes: Array(text.utf8), isReadableByOthers: readableByOthers)
    }
}

/// A complete environment: nothing in it is missing, wrong or unwise.
let completeEnvironment = [
    "DATABASE_URL": "mysql+asyncmy://scaidns:pass@db.example.org:3307/scaidns",
    "REDIS_URL": "redis://scaidns:pass@redis.example.org:6380/2",
    "PDNS_API_URL": "http://127.0.0.1:8081",
    "PDNS_API_KEY": "changeme",
    "SCAIKEY_URL": "https://scaikey.example.org",
    "SCAIKEY_CLIENT_ID": "client",
    "SCAIKEY_CLIENT_SECRET": "client secret",
    "SCAIKEY_APPLICATION_ID": "app_1",
    "SCAIKEY_WEBHOOK_SECRET": "webhook secret",
    "EXTERNAL_URL": "https://scaidns.example.org",
    "SESSION_SECRET": "session-session-session-session-",
    "API_KEY_PEPPER": "pepper-pepper-pepper-pepper-pepp",
]

extension Settings.Outcome {
    var value: Value? {
        guard case .read(let value, _) = self else { return nil }
        return value
    }

    var faults: [SettingsFault] {
        guard case .refused(let faults, _) = self else { return [] }
        return faults
    }

    var warnings: [SettingsWarning] {
        switch self {
        case .read(_, let warnings), .refused(_, let warnings): warnings
        }
    }
}

/// What the server's settings come to with some variables changed in an environment that is otherwise complete.
func serverSettings(_ changes: [String: String]) -> Settings.Outcome<ServerSettings> {
    Settings.read(from: settingsSource(completeEnvironment.merging(changes) { $1 }))
}
