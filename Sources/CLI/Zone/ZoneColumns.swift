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

    /// What can be shown of one zone.
    static let detail: [Column<DomainDetail>] =
        [
            Column(name: "name", text: \.summary.name),
            Column(name: "unicode_name", text: { $0.summary.unicodeName ?? "" }, isUsual: false),
            Column(name: "id", text: \.summary.id),
            Column(name: "domain_type", text: \.summary.domainType.rawValue),
            Column(name: "status", text: \.summary.status.rawValue, style: { style(of: $0.summary.status) }),
            Column(
                name: "sync_status",
                text: \.summary.syncStatus.rawValue,
                style: { style(of: $0.summary.syncStatus) }
            ),
            Column(name: "sync_error", text: { $0.more.syncError ?? "" }, style: { _ in .bad }, isUsual: false),
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
            Column(name: "deleted_at", text: { $0.more.deletedAt?.description ?? "" }, isUsual: false),
        ]
        + ValidationColumns.challenge.map { challenge in
            Column(name: challenge.name, text: { $0.more.validation.map(challenge.text) ?? "" }, isUsual: false)
        }

    /// Those columns; what only some zones have, such as a challenge, is usual where this one has it.
    static func detail(of zone: DomainDetail) -> [Column<DomainDetail>] {
        detail.map { column in
            var column = column
            column.isUsual = column.isUsual || !column.text(zone).isEmpty
            return column
        }
    }
}
