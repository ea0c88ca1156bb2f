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

/// Choosing columns with `--columns`.
enum Columns {
    /// The names that `list` (with commas between) holds.
    static func names(in list: String) -> [String] {
        list.split(separator: ",", omittingEmptySubsequences: false).map { $0.lowercased() }
    }

    /// The columns that `list` asks for, in its order; the usual ones without it.
    static func chosen<Row>(by list: String?, from columns: [Column<Row>]) -> [Column<Row>] {
        guard let list else { return columns.filter(\.isUsual) }
        return names(in: list).compactMap { name in columns.first { $0.name == name } }
    }
}
