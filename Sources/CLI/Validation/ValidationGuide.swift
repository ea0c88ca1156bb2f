import API
import Core

/// What to do with a challenge, for people.
enum ValidationGuide {
    /// The record as a line of a zone file, and the command that comes after publishing it.
    static func lines(for validation: Validation, zone: String) -> [String] {
        let record = validation.dnsRecord
        return [
            "Publish this record where \(zone) is served today, before \(validation.expiresAt):",
            "  \(record.name). \(record.ttl) IN \(record.type) \"\(record.value)\"",
            "Then look for it: scaidns validation check \(zone)",
        ]
    }
}
