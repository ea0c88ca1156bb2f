/// One column of a list: its name in `--columns`, and what stands there for a row.
struct Column<Row>: Sendable {
    /// In lower case with `_`, as the API names the field.
    let name: String
    let text: @Sendable (Row) -> String
    var style: @Sendable (Row) -> Style = { _ in .plain }
    /// Numbers stand at the right.
    var isNumber = false
    /// Whether it is shown without `--columns`.
    var isUsual = true

    var title: String { name.uppercased() }
}

extension Column {
    /// The columns that `names` (with commas between) asks for, in its order; the usual ones without it.
    static func chosen(by names: String?, from columns: [Column]) throws(CommandFailure) -> [Column] {
        guard let names else { return columns.filter(\.isUsual) }
        var chosen: [Column] = []
        for name in names.split(separator: ",", omittingEmptySubsequences: false) {
            guard let column = columns.first(where: { $0.name == name.lowercased() }) else {
                throw CommandFailure(
                    .usage,
                    "there is no column \"\(name)\"",
                    advice: "The columns are \(columns.map(\.name).joined(separator: ", "))."
                )
            }
            chosen.append(column)
        }
        return chosen
    }
}
