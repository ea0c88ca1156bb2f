import Core

extension RecordService {
    /// What a type asks of its writer beside the permission on records (`domain.md` 2); it stands with the type.
    ///
    /// - Throws: ``AccessRefusal``, ``RecordWriteRefusal/managedByDNSSEC(_:)``
    static func requirePrivileges(
        for type: RecordType,
        in domain: DomainRow,
        as caller: Caller,
        at now: Timestamp
    ) throws {
        switch type.use {
        case .ordinary, .readOnly, .zoneFileOnly: break
        case .dnssec:
            guard !domain.isSigned else { throw RecordWriteRefusal.managedByDNSSEC(type) }
            // Registries that scan obey them: `CDS 0 0 0 00` switches DNSSEC off.
            try caller.require(.enableDNSSEC, on: domain.target, what: "domain", at: now)
        case .platformAdmin: try caller.require(.everything, on: .platform, what: "domain", at: now)
        }
    }
}
