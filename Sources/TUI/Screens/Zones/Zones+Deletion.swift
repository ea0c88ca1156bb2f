import API

extension Zones {
    /// The question before a zone is deleted: its name has to be typed.
    static func deletion(of zone: DomainSummary) -> Confirmation.State {
        Confirmation.State(
            title: "Delete the zone \(zone.name)?",
            lines: [
                .removed("\(zone.name) (\(zone.domainType.words), \(zone.status.words))"),
                .note("Its nameservers stop answering for it at once. It is kept and can be restored for a while."),
            ],
            call: .deleteZone(id: zone.id, name: zone.name),
            verb: "delete",
            doneText: "\(zone.name) was deleted.",
            isDangerous: true,
            expected: zone.name
        )
    }
}
