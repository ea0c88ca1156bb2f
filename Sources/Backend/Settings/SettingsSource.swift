/// Where settings come from: the process's environment, and a way to read files. `Main` makes one; tests make their own.
public struct SettingsSource: Sendable {
    public let environment: [String: String]
    /// The content of the file of that path, at most ``maximumFileSize`` bytes.
    public let readFile: @Sendable (String) throws(SettingsFileError) -> SettingsFile

    /// Bytes that a settings file may have.
    public static let maximumFileSize = 256 * 1024
    /// The env file that is read where no other is named and it exists.
    public static let usualEnvironmentFile = "/etc/scaidns/scaidns.env"

    public init(
        environment: [String: String],
        readFile: @escaping @Sendable (String) throws(SettingsFileError) -> SettingsFile
    ) {
        self.environment = environment
        self.readFile = readFile
    }
}

/// What was read from a file, and who else could.
public struct SettingsFile: Equatable, Sendable {
    public let bytes: [UInt8]
    /// Whether users outside its owner and group may read it.
    public let isReadableByOthers: Bool

    public init(bytes: [UInt8], isReadableByOthers: Bool) {
        self.bytes = bytes
        self.isReadableByOthers = isReadableByOthers
    }
}

/// Why a settings file could not be read.
public enum SettingsFileError: Error, Equatable {
    case missing
    /// It is there, but larger than allowed, not a plain file, or closed to us; with the reason.
    case unreadable(String)
}
