import API
import Client
import Core
import FoundationEssentials

extension Session {
    /// The address where a server stands that was started without settings of its own.
    private static let usualURL = "http://127.0.0.1:8000"

    /// The session that options and environment ask for. Nothing is sent yet.
    static func open(
        _ options: GlobalOptions,
        environment: [String: String] = ProcessInfo.processInfo.environment,
        streams: Streams = .standard
    ) throws(CommandFailure) -> Session {
        let key = environment["SCAIDNS_API_KEY"] ?? ""
        var transport = Transport.curl(userAgent: "scaidns/\(ProductVersion.text)")
        if options.debug {
            transport = transport.traced { streams.err(TerminalText($0).text + "\n") }
        }
        return Session(
            client: APIClient(
                server: try server(options, environment),
                credential: key.isEmpty ? nil : .apiKey(Secret(key)),
                transport: transport
            ),
            printer: Printer(options, environment: environment, streams: streams)
        )
    }

    private static func server(
        _ options: GlobalOptions,
        _ environment: [String: String]
    ) throws(CommandFailure) -> ServerURL {
        let given = environment["SCAIDNS_URL"] ?? ""
        let text = options.url ?? (given.isEmpty ? usualURL : given)
        do {
            return try ServerURL(text)
        } catch {
            // The text may hold a password, so it is not repeated.
            let source = options.url == nil ? "SCAIDNS_URL" : "--url"
            throw CommandFailure(.usage, "\(source) is not usable: \(error.message)")
        }
    }
}

extension Printer {
    /// As the options ask for, or as suits where standard output goes.
    init(_ options: GlobalOptions, environment: [String: String], streams: Streams) {
        let isPlain = !(environment["NO_COLOR"] ?? "").isEmpty || environment["TERM"] == "dumb"
        self.init(
            streams: streams,
            format: options.output ?? (streams.outIsTerminal ? .table : .tsv),
            columns: options.columns,
            hasHeader: !options.noHeader,
            isColored: options.color == .always || options.color == .auto && streams.outIsTerminal && !isPlain,
            isQuiet: options.quiet
        )
    }
}
