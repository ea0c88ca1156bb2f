import API
import Core
import Terminal

extension RecordForm {
    static func view(_ state: State, size: Size) -> Canvas {
        var canvas = Canvas(size: size)
        let name = state.zone.summary.name
        let title = state.original.map { "Change \($0.displayName) \($0.type) of \(name)" } ?? "Add a record to \(name)"
        canvas.write(title, row: 0, column: 0, role: .title)
        let problems = problems(of: state)
        var row = 2
        for field in Field.allCases {
            let isEditable = state.editableFields.contains(field)
            var line = FormField(
                label: label(of: field),
                placeholder: placeholder(of: field, state),
                field: state.fields[field] ?? TextField()
            )
            line.problem = problem(of: field, problems, state)
            if isEditable {
                line.draw(on: &canvas, row: row, isFocused: field == state.focus)
            } else {
                canvas.write(label(of: field), row: row, column: 0, role: .dim)
                canvas.write(state.text(field), row: row, column: FormField.labelWidth)
            }
            row += FormField.rows
        }
        if let refusal = state.refusal, !isBesideField(refusal) {
            for line in TextBlock.lines(of: Glyph.bad.rawValue + " " + refusal.message, width: size.columns) {
                canvas.write(line, row: row, column: 0, role: .bad)
                row += 1
            }
        }
        return canvas
    }

    private static func isBesideField(_ failure: CallFailure) -> Bool {
        failure.field.flatMap(Field.init(rawValue:)) != nil
    }

    /// What the server said about the field, else what Core says once the field was visited.
    private static func problem(of field: Field, _ problems: [Field: String], _ state: State) -> String? {
        if let refusal = state.refusal, refusal.field == field.rawValue { return refusal.message }
        // An empty field is no mistake while its turn has not come, and half a name may still become one.
        let isSaid = state.visited.contains(field) || (field == state.focus && !state.text(field).isEmpty)
        return isSaid ? problems[field] : nil
    }

    private static func label(of field: Field) -> String {
        switch field {
        case .name: "Name"
        case .type: "Type"
        case .ttl: "TTL"
        case .content: "Content"
        case .comment: "Comment"
        }
    }

    private static func placeholder(of field: Field, _ state: State) -> String {
        switch field {
        case .name: "www, or @ for the zone itself"
        case .type: "A, AAAA, MX, CNAME, TXT, SRV, CAA and so on"
        case .ttl: "seconds; \(state.zone.summary.defaultTTL) is the zone's default"
        case .content: contentPlaceholder(state.text(.type).uppercased())
        case .comment: "for people, not served"
        }
    }

    private static func contentPlaceholder(_ type: String) -> String {
        RecordContent.catalogue.first { $0.type.name == type }?.example ?? "as a zone file has it"
    }
}
