import API
import Core

/// What a list of records can show.
enum RecordColumns {
    static let list: [Column<Record>] = [
        Column(name: "name", text: \.displayName),
        Column(name: "type", text: \.type),
        Column(name: "ttl", text: { String($0.ttl) }, isNumber: true),
        Column(name: "content", text: \.content),
        Column(name: "disabled", text: { $0.disabled ? "disabled" : "" }, style: { _ in .attention }),
        Column(
            name: "sync_status",
            text: \.syncStatus.rawValue,
            style: { ZoneColumns.style(of: $0.syncStatus) }
        ),
        Column(name: "comment", text: { $0.comment ?? "" }),
        Column(name: "full_name", text: { $0.name + "." }, isUsual: false),
        Column(name: "created_at", text: \.createdAt.description, isUsual: false),
        Column(name: "updated_at", text: \.updatedAt.description, isUsual: false),
        Column(name: "id", text: \.id),
    ]
}
