/// A set of settings that one command uses, made of what a ``SettingsReader`` gives.
///
/// Where something is missing or wrong the reader notes it and hands out a placeholder, so that reading goes on to the
/// next variable; the value made of placeholders is never given to anybody.
public protocol SettingsGroup: Sendable {
    init(_ reader: inout SettingsReader)
}

/// The settings as a whole: reading them, and telling what is wrong with them.
public enum Settings {
    /// What reading the settings gave: a value, or everything that is wrong with them.
    public enum Outcome<Value: Sendable>: Sendable {
        case read(Value, [SettingsWarning])
        /// At least one fault.
        case refused([SettingsFault], [SettingsWarning])
    }

    /// Reads the settings that a command uses, and no others, from the environment and the env file.
    ///
    /// The env file is `file`, else `$SCAIDNS_ENV_FILE`, else `/etc/scaidns/scaidns.env` where it exists.
    public static func read<Group: SettingsGroup>(
        _ group: Group.Type = Group.self,
        from source: SettingsSource,
        file: String? = nil
    ) -> Outcome<Group> {
        var reader = SettingsReader(source, file: file)
        let value = Group(&reader)
        return reader.faults.isEmpty ? .read(value, reader.warnings) : .refused(reader.faults, reader.warnings)
    }

    /// The text that a command prints before it ends with exit code 2.
    public static func render(_ faults: [SettingsFault]) -> String {
        let head =
            faults.count == 1 ? "A setting is missing or wrong:" : "\(faults.count) settings are missing or wrong:"
        return ([head] + faults.map { "  " + $0.sentence }).joined(separator: "\n")
    }

    /// One line for each warning.
    public static func render(_ warnings: [SettingsWarning]) -> String {
        warnings.map { "Warning: " + $0.sentence }.joined(separator: "\n")
    }
}
