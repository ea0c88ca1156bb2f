import API
import Core
import MariaDB

extension DomainRow {
    var summary: DomainSummary {
        DomainSummary(
            id: id.text,
            name: name.text,
            unicodeName: NameRules.unicode(name),
            domainType: type,
            status: status,
            defaultTTL: Int(defaultTTL),
            description: description,
            dnssecEnabled: isSigned,
            syncStatus: sync,
            createdAt: createdAt,
            updatedAt: updatedAt
        )
    }
}

extension DomainService {
    func detail(of row: DomainRow, on connection: Connection) async throws -> DomainDetail {
        let open = try await validations.open(of: row.id, on: connection)
        let nameservers = try await config.nameservers(on: connection)
        let error = row.sync == .failed ? try await outbox.error(of: row.id, on: connection) : nil
        return DomainDetail(
            row.summary,
            DomainDetail.More(
                tenantID: row.tenant.text,
                revision: Int(row.revision),
                recordCount: Int(row.recordCount),
                nameservers: nameservers.map(\.absoluteText),
                serial: row.serial.map(Int.init),
                syncError: error,
                deletedAt: row.deletedAt,
                validation: try open.map { try challenges.answer($0, zone: row.name) }
            )
        )
    }

    /// Writes the SOA and the apex NS, which are ScaiDNS's own.
    func insertSystemRecords(
        of domain: NewDomain,
        primary: DomainName,
        _ nameservers: [DomainName],
        on connection: Connection
    ) async throws {
        let responsible = try domain.name.prepending("hostmaster")
        let soa = SOA(primary: primary, responsible: responsible, serial: 1)
        var contents = [RecordContent(stored: soa.text, type: .soa)]
        contents += nameservers.map { RecordContent(stored: $0.absoluteText, type: .ns) }
        for content in contents {
            let record = StoredRecord(
                id: surroundings.newID(),
                name: domain.name,
                content: content,
                ttl: domain.defaultTTL,
                isSystem: true,
                createdAt: domain.createdAt,
                updatedAt: domain.createdAt
            )
            try await records.insert(record, into: domain.id, on: connection)
        }
    }

    /// The audit entry and the event of what was done to a zone.
    func tell(
        _ action: String,
        event: String,
        about row: DomainRow,
        _ detail: DomainDetail,
        by caller: Caller,
        on connection: Connection
    ) async throws {
        let isGone = action == "domain.delete"
        let data = try JSONText.encode(detail)
        let entry = AuditEntry(
            action: action,
            resourceType: "domain",
            resourceID: row.id.text,
            resourceName: row.name.text,
            tenant: row.tenant,
            details: isGone ? "{\"after\":null,\"before\":\(data)}" : "{\"after\":\(data),\"before\":null}"
        )
        try await audit.record(entry, by: caller, on: connection)
        try await events.record(
            Event(type: event, resourceType: "domain", resourceID: row.id.text, data: isGone ? nil : data),
            about: row,
            by: caller,
            on: connection
        )
    }
}
