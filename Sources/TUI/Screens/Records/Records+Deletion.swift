import API

extension Records {
    /// The question before a record is deleted.
    static func deletion(of record: Record, in zone: DomainDetail) -> Confirmation.State {
        Confirmation.State(
            title: "Delete this record of \(zone.summary.name)?",
            lines: [.removed(line(of: record))],
            call: .deleteRecord(zone: zone.summary.id, record: record.id),
            verb: "delete",
            doneText: "\(record.displayName) \(record.type) was deleted.",
            isDangerous: true
        )
    }
}
