import Core
import MariaDB

/// Whether a new zone would hide what a zone above it serves (`domain.md` 1.3).
struct ZoneCutRules: Sendable {
    private let domains = DomainStore()
    private let records = RecordStore()

    /// What the closest zone above that is held here would lose to a zone of that name, given the platform's nameservers; nil when it would lose nothing.
    func occlusion(
        by name: DomainName,
        nameservers: [DomainName],
        on connection: Connection
    ) async throws -> (parent: DomainRow, records: [StoredRecord])? {
        guard let above = name.parent, let parent = try await domains.closestHolder(of: above, on: connection) else {
            return nil
        }
        let served = try await records.served(atOrBelow: name, of: parent.id, on: connection)
        let occluded = ZoneCut.occluded(by: name, among: served, nameservers: nameservers)
        return occluded.isEmpty ? nil : (parent, occluded)
    }
}
