/// What was found for a variable, and where.
struct SettingsFinding: Equatable, Sendable {
    enum Origin: Equatable, Sendable {
        case environment
        case file(String, line: Int)
        /// The file that `NAME_FILE` named.
        case valueFile(String)
        case `default`
        /// Something was given, but a fault stands in the way.
        case broken
    }

    let variable: SettingsVariable
    /// nil where nothing usable was given.
    let text: String?
    let origin: Origin
}
