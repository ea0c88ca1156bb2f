import API
import Core

/// What a filled form will do: the one call, and the lines that go and come.
struct RecordChange: Equatable, Sendable {
    let call: Call
    let lines: [ChangeLine]
    /// `www A`.
    let subject: String
    let isNew: Bool

    /// The change of a form without problems; nil when it changes nothing.
    init?(_ form: RecordForm.State) {
        let change = form.original.map { RecordChange(editing: $0, form) } ?? RecordChange(adding: form)
        guard let change else { return nil }
        self = change
    }

    private init(_ call: Call, _ lines: [ChangeLine], subject: String, isNew: Bool) {
        self.call = call
        self.lines = lines
        self.subject = subject
        self.isNew = isNew
    }

    private init(adding form: RecordForm.State) {
        let type = form.text(.type).uppercased()
        let name = Self.relativeName(form)
        let others = form.records.filter { $0.displayName == name && $0.type == type }
        // Without a TTL of its own a record takes that of its set, so that adding it moves nothing else.
        let ttl = Int(form.text(.ttl)) ?? others.first?.ttl
        let comment = form.text(.comment).isEmpty ? nil : form.text(.comment)
        let draft = RecordDraft(name: name, type: type, content: Self.content(form), ttl: ttl, comment: comment)
        let line = Records.line(
            name: name,
            ttl: ttl ?? form.zone.summary.defaultTTL,
            type: type,
            content: draft.content,
            disabled: false,
            comment: comment
        )
        self.init(
            .createRecord(zone: form.zone.summary.id, draft),
            [.added(line)] + Self.moved(others, to: ttl ?? form.zone.summary.defaultTTL),
            subject: "\(name) \(type)",
            isNew: true
        )
    }

    private init?(editing record: Record, _ form: RecordForm.State) {
        // An empty field means the zone's default.
        let ttl = Int(form.text(.ttl)) ?? form.zone.summary.defaultTTL
        let content = Self.content(form)
        let comment = form.text(.comment)
        let update = RecordUpdate(
            content: content == record.content ? nil : content,
            ttl: ttl == record.ttl ? nil : ttl,
            comment: comment == record.comment ?? "" ? nil : comment
        )
        guard update != RecordUpdate() else { return nil }
        let others = form.records.filter {
            $0.id != record.id && $0.displayName == record.displayName && $0.type == record.type
        }
        let line = Records.line(
            name: record.displayName,
            ttl: ttl,
            type: record.type,
            content: content,
            disabled: record.disabled,
            comment: comment
        )
        self.init(
            .updateRecord(zone: form.zone.summary.id, record: record.id, update),
            [.removed(Records.line(of: record)), .added(line)] + Self.moved(others, to: ttl),
            subject: "\(record.displayName) \(record.type)",
            isNew: false
        )
    }

    /// The question to ask before it.
    func confirmation(in zone: String) -> Confirmation.State {
        Confirmation.State(
            title: isNew ? "Add this record to \(zone)?" : "Change this record of \(zone)?",
            lines: lines,
            call: call,
            verb: isNew ? "add" : "change",
            doneText: isNew ? "\(subject) was added." : "\(subject) was changed."
        )
    }

    /// The other records of the set, which take the new TTL too (RFC 2181 5.2).
    private static func moved(_ others: [Record], to ttl: Int) -> [ChangeLine] {
        let moved = others.filter { $0.ttl != ttl }
        guard !moved.isEmpty else { return [] }
        let lines = moved.flatMap { record -> [ChangeLine] in
            let after = Records.line(
                name: record.displayName,
                ttl: ttl,
                type: record.type,
                content: record.content,
                disabled: record.disabled,
                comment: record.comment
            )
            return [.removed(Records.line(of: record)), .added(after)]
        }
        return [.note("All records of a set share one TTL:")] + lines
    }

    private static func content(_ form: RecordForm.State) -> String {
        // The form has been checked: content that is none would have been refused there.
        (try? RecordForm.content(of: form)) ?? form.text(.content)
    }

    private static func relativeName(_ form: RecordForm.State) -> String {
        // The form has been checked: a name that is none would have been refused there.
        guard let zone = try? DomainName(form.zone.summary.name),
            let name = try? NameCheck.owner(form.text(.name), in: zone)
        else { return form.text(.name) }
        return name.relativeText(to: zone)
    }
}
