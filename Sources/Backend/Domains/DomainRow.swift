import API
import Core
import MariaDB

/// A zone as it is kept.
struct DomainRow: Sendable, Equatable {
    let id: Identifier
    let tenant: Identifier
    let name: DomainName
    let type: DomainType
    let status: DomainStatus
    let defaultTTL: UInt32
    let description: String?
    let revision: Int64
    /// The highest serial seen in PowerDNS.
    let serial: Int64?
    let recordCount: Int64
    let isSigned: Bool
    let createdAt: Timestamp
    let updatedAt: Timestamp
    let deletedAt: Timestamp?
    let sync: SyncStatus

    /// The columns that ``init(_:)`` reads, of `domains d`.
    static let columns = """
        d.id, d.tenant_id, d.name, d.type, d.status, d.default_ttl, d.description, d.revision, d.serial, d.record_count,
        d.dnssec_status, d.created_at, d.updated_at, d.deleted_at,
        (SELECT MAX(o.parked) FROM outbox o WHERE o.domain_id = d.id) AS outbox_parked
        """

    init(_ row: Row) throws {
        id = try row.id("id")
        tenant = try row.id("tenant_id")
        name = try row.domainName("name")
        type = try row.word("type")
        status = try row.word("status")
        defaultTTL = UInt32(clamping: try row.int("default_ttl"))
        description = try row.optionalText("description")
        revision = try row.int("revision")
        serial = try row.optionalInt("serial")
        recordCount = try row.int("record_count")
        isSigned = try row.text("dnssec_status") != "disabled"
        createdAt = try row.moment("created_at")
        updatedAt = try row.moment("updated_at")
        deletedAt = try row.optionalMoment("deleted_at")
        let parked = try row.optionalInt("outbox_parked")
        sync = Self.sync(status: status, outboxParked: parked)
    }

    /// Nothing open: PowerDNS has it; something open: on its way; something parked: refused. What is not in service yet
    /// is not in PowerDNS either.
    private static func sync(status: DomainStatus, outboxParked: Int64?) -> SyncStatus {
        switch outboxParked {
        case nil: status == .pendingValidation ? .pending : .synced
        case 0: .pending
        default: .failed
        }
    }

    /// Whether PowerDNS is told of changes: also when out of service, so that going back in is quick.
    var isPushed: Bool { status == .active || status == .inactive }

    var target: AccessTarget { .domain(id, tenant: tenant) }
}
