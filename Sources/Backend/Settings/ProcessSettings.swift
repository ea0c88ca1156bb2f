/// How the processes work and what they keep.
public struct ProcessSettings: SettingsGroup, Equatable {
    /// Jobs that one worker runs at once.
    public let maximumJobs: Int
    /// Seconds that a stopping process has to finish what runs.
    public let shutdownGrace: Int
    /// Days until a deleted zone is purged.
    public let purgeAfterDays: Int
    /// Days that audit entries are kept; nil for ever.
    public let auditRetentionDays: Int?

    public init(_ reader: inout SettingsReader) {
        maximumJobs = reader.integer(.arqMaxJobs, 1...1000, default: 10)
        shutdownGrace = reader.integer(.shutdownGraceSeconds, 0...3600, default: 30)
        purgeAfterDays = reader.integer(.purgeAfterDays, 1...3650, default: 30)
        let days = reader.integer(.auditRetentionDays, 0...36_500, default: 0)
        auditRetentionDays = days == 0 ? nil : days
    }
}
