/// Looks variables up, turns their texts into values and notes everything that is wrong on the way.
public struct SettingsReader {
    private(set) var faults: [SettingsFault] = []
    private(set) var warnings: [SettingsWarning] = []
    /// What was asked for, in that order, with what it turned out to be: for `config check`.
    private(set) var findings: [SettingsFinding] = []

    private let source: SettingsSource
    private var file = EnvironmentFile("")
    private var filePath: String?

    /// The name under which the environment gives the path of the env file.
    static let environmentFileVariable = "SCAIDNS_ENV_FILE"

    /// Reads the env file, where there is one.
    init(_ source: SettingsSource, file: String?) {
        self.source = source
        let named = source.environment[Self.environmentFileVariable].flatMap { $0.isEmpty ? nil : $0 }
        load(file ?? named ?? SettingsSource.usualEnvironmentFile, isNamed: file ?? named != nil)
    }

    private mutating func load(_ path: String, isNamed: Bool) {
        do {
            let content = try source.readFile(path)
            guard content.bytes.count <= SettingsSource.maximumFileSize,
                let text = String(validating: content.bytes, as: UTF8.self), !text.contains("\0")
            else {
                note(SettingsFault(subject: path, given: nil, expected: "at most 256 KiB of UTF-8 text"))
                return
            }
            if content.isReadableByOthers {
                warn(path, "everybody on this machine may read it, and it holds secrets: chmod 0640")
            }
            filePath = path
            file = EnvironmentFile(text)
            for fault in file.faults {
                note(
                    SettingsFault(
                        subject: "\(path) line \(fault.line)", given: "something else", expected: fault.expected)
                )
            }
            warnOfStrangers(in: path)
        } catch {
            switch error {
            case .missing where isNamed:
                note(SettingsFault(subject: path, given: nil, expected: "the env file that was named"))
            case .missing: break
            case .unreadable(let reason) where isNamed:
                note(SettingsFault(subject: path, given: "closed to us (\(reason))", expected: "a readable env file"))
            // systemd may have read the usual file for us, with rights that we do not have.
            case .unreadable(let reason): warn(path, "not used, \(reason)")
            }
        }
    }

    private mutating func warnOfStrangers(in path: String) {
        let known = Set(SettingsVariable.allCases.flatMap { [$0.rawValue, $0.fileName] })
        for (name, entry) in file.entries.sorted(by: { $0.value.line < $1.value.line }) where !known.contains(name) {
            warn("\(path) line \(entry.line)", "\(name) is no setting of ScaiDNS")
        }
    }

    mutating func note(_ fault: SettingsFault) {
        faults.append(fault)
    }

    mutating func warn(_ subject: String, _ message: String) {
        warnings.append(SettingsWarning(subject: subject, message: message))
    }

    mutating func warn(_ variable: SettingsVariable, _ message: String) {
        warn(variable.rawValue, message)
    }

    /// The variable's text; nil when it is not given. An empty one counts as not given, so that a sample file may list
    /// all names. The environment wins over the env file.
    mutating func text(_ variable: SettingsVariable) -> String? {
        let finding = look(variable)
        findings.append(finding)
        return finding.text
    }

    private mutating func look(_ variable: SettingsVariable) -> SettingsFinding {
        let environment = source.environment
        if let finding = pick(
            variable,
            environment[variable.rawValue],
            environment[variable.fileName],
            origin: .environment
        ) {
            return finding
        }
        let entry = file.entries[variable.rawValue]
        let reference = file.entries[variable.fileName]
        return pick(
            variable,
            entry?.value,
            reference?.value,
            origin: .file(filePath ?? "", line: (entry ?? reference)?.line ?? 0)
        ) ?? SettingsFinding(variable: variable, text: nil, origin: .default)
    }

    /// The value of one place (environment or env file); nil when that place has none.
    private mutating func pick(
        _ variable: SettingsVariable,
        _ value: String?,
        _ path: String?,
        origin: SettingsFinding.Origin
    ) -> SettingsFinding? {
        let value = value.flatMap { $0.isEmpty ? nil : $0 }
        let path = path.flatMap { $0.isEmpty ? nil : $0 }
        switch (value, path) {
        case (nil, nil): return nil
        case (let value?, nil): return SettingsFinding(variable: variable, text: value, origin: origin)
        case (nil, let path?):
            return SettingsFinding(variable: variable, text: content(of: path, for: variable), origin: .valueFile(path))
        case (_?, _?):
            note(
                SettingsFault(
                    subject: variable.rawValue,
                    given: "both \(variable.rawValue) and \(variable.fileName)",
                    expected: "one of them"
                )
            )
            return SettingsFinding(variable: variable, text: nil, origin: .broken)
        }
    }

    /// The content of a `NAME_FILE`, without its last newline; nil, with a fault noted, where there is none.
    private mutating func content(of path: String, for variable: SettingsVariable) -> String? {
        let reason: String
        do {
            let bytes = try source.readFile(path).bytes
            let value = bytes.last == UInt8(ascii: "\n") ? bytes.dropLast() : bytes[...]
            if let text = String(validating: value, as: UTF8.self), !text.isEmpty, !text.contains("\0"),
                bytes.count <= SettingsSource.maximumFileSize
            {
                return text
            }
            reason = "it is empty, too large or no UTF-8 text"
        } catch {
            switch error {
            case .missing: reason = "it does not exist"
            case .unreadable(let why): reason = why
            }
        }
        note(
            SettingsFault(
                subject: variable.fileName,
                given: "\(Shown.text(path)) (\(reason))",
                expected: "a file that holds the value of \(variable.rawValue)"
            )
        )
        return nil
    }

    /// Whether a fault about the variable was noted already.
    func isFaulty(_ variable: SettingsVariable) -> Bool {
        faults.contains { $0.subject == variable.rawValue || $0.subject == variable.fileName }
    }
}
