import API
import Core

/// What a list of zones can show.
enum ZoneColumns {
    static let list: [Column<DomainSummary>] = [
        Column(name: "name", text: { $0.unicodeName ?? $0.name }),
        Column(name: "domain_type", text: \.domainType.rawValue),
        Column(name: "status", text: \.status.rawValue, style: { style(of: $0.status) }),
        Column(name: "dnssec_enabled", text: { $0.dnssecEnabled ? "yes" : "no" }, isUsual: false),
        Column(name: "sync_status", text: \.syncStatus.rawValue, style: { style(of: $0.syncStatus) }),
        Column(name: "default_ttl", text: { String($0.defaultTTL) }, isNumber: true),
        Column(name: "description", text: { $0.description ?? "" }),
        Column(name: "created_at", text: \.createdAt.description, isUsual: false),
        Column(name: "updated_at", text: \.updatedAt.description, isUsual: false),
        Column(name: "id", text: \.id),
    ]

    static func style(of status: DomainStatus) -> Style {
        switch status {
        case .active: .good
        case .pendingValidation: .attention
        case .inactive, .deleted: .faint
        }
    }

    static func style(of status: SyncStatus) -> Style {
        switch status {
        case .synced: .good
        case .pending: .attention
        case .failed: .bad
        }
    }

    /// What is shown of one zone; the challenge's columns only while there is one.
    static func detail(of zone: DomainDetail) -> [Column<DomainDetail>] {
        var columns: [Column<DomainDetail>] = [
            Column(name: "name", text: \.summary.name),
            Column(name: "id", text: \.summary.id),
            Column(name: "domain_type", text: \.summary.domainType.rawValue),
            Column(name: "status", text: \.summary.status.rawValue, style: { style(of: $0.summary.status) }),
            Column(
                name: "sync_status",
                text: \.summary.syncStatus.rawValue,
                style: { style(of: $0.summary.syncStatus) }
            ),
            Column(name: "record_count", text: { String($0.more.recordCount) }),
            Column(name: "default_ttl", text: { String($0.summary.defaultTTL) }),
            Column(name: "nameservers", text: { $0.more.nameservers.joined(separator: " ") }),
            Column(name: "serial", text: { $0.more.serial.map(String.init) ?? "" }),
            Column(name: "revision", text: { String($0.more.revision) }),
            Column(name: "dnssec_enabled", text: { $0.summary.dnssecEnabled ? "yes" : "no" }),
            Column(name: "description", text: { $0.summary.description ?? "" }),
            Column(name: "tenant_id", text: \.more.tenantID),
            Column(name: "created_at", text: \.summary.createdAt.description),
            Column(name: "updated_at", text: \.summary.updatedAt.description),
        ]
        if zone.summary.unicodeName != nil {
            columns.insert(Column(name: "unicode_name", text: { $0.summary.unicodeName ?? "" }), at: 1)
        }
        if zone.more.syncError != nil {
            columns.append(Column(name: "sync_error", text: { $0.more.syncError ?? "" }, style: { _ in .bad }))
        }
        if zone.more.deletedAt != nil {
            columns.append(Column(name: "deleted_at", text: { $0.more.deletedAt?.description ?? "" }))
        }
        if let validation = zone.more.validation {
            columns += ValidationColumns.challenge.map { challenge in
                Column(name: challenge.name, text: { _ in challenge.text(validation) })
            }
        }
        return columns
    }
}
