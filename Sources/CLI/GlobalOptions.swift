import ArgumentParser

/// What every command that speaks to a server takes.
struct GlobalOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Address of the server; default: SCAIDNS_URL, else http://127.0.0.1:8000.",
            valueName: "address"
        )
    )
    var url: String?

    @Option(
        name: [.customShort("o"), .long], help: "table, tsv, json or jsonl; default: table on a terminal, else tsv.")
    var output: OutputFormat?

    @Option(help: ArgumentHelp("Columns of table and tsv, in this order, with commas between.", valueName: "names"))
    var columns: String?

    @Flag(help: "No header above a table.")
    var noHeader = false

    @Flag(help: "No remarks on standard error, only errors.")
    var quiet = false

    @Option(help: "auto, always or never; NO_COLOR is heeded.")
    var color = ColorChoice.auto

    @Flag(help: "Show the HTTP exchange on standard error, without secrets.")
    var debug = false
}

/// How data is printed.
enum OutputFormat: String, CaseIterable, ExpressibleByArgument {
    /// Aligned columns.
    case table
    /// Tab-separated columns without a header.
    case tsv
    /// What the API said.
    case json
    /// What the API said, each object of a list on a line of its own.
    case jsonl
}

/// When colour is used; `auto` means on a terminal and without `NO_COLOR`.
enum ColorChoice: String, CaseIterable, ExpressibleByArgument {
    case auto, always, never
}
