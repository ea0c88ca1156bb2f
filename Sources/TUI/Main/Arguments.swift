/// What the console was started with.
struct Arguments: Equatable, Sendable {
    var url: String
    var apiKey: String?
    var isReadOnly = false

    /// Where the API is looked for when nothing else is said.
    static let defaultURL = "http://127.0.0.1:8000"

    /// What the command line asks for.
    enum Outcome: Equatable, Sendable {
        case run(Arguments)
        case printVersion
        case printHelp
        /// A sentence that says what is wrong.
        case refuse(String)
    }

    /// Reads the arguments after the program's name, and `SCAIDNS_URL` and `SCAIDNS_API_KEY`.
    static func read(_ arguments: some Sequence<String>, environment: [String: String]) -> Outcome {
        var result = Arguments(url: filled(environment["SCAIDNS_URL"]) ?? defaultURL)
        result.apiKey = filled(environment["SCAIDNS_API_KEY"])
        var rest = Array(arguments)[...]
        while let argument = rest.popFirst() {
            switch argument {
            case "--url":
                guard let url = filled(rest.popFirst()) else { return .refuse("--url needs an address after it.") }
                result.url = url
            case _ where argument.hasPrefix("--url="): result.url = String(argument.dropFirst("--url=".count))
            case "--read-only": result.isReadOnly = true
            case "--version": return .printVersion
            case "--help", "-h": return .printHelp
            default:
                return .refuse("\"\(argument)\" is not known; there are --url URL, --read-only, --version, --help.")
            }
        }
        guard result.url.hasPrefix("http://") || result.url.hasPrefix("https://"), host(of: result.url) != nil else {
            return .refuse("\"\(result.url)\" is not the address of a server: write http://HOST:PORT or https://HOST.")
        }
        return .run(result)
    }

    /// Host and port of an address, for the header; nil for none.
    static func host(of url: String) -> String? {
        guard let scheme = url.firstRange(of: "://") else { return nil }
        let host = url[scheme.upperBound...].prefix { $0 != "/" && $0 != "?" }
        // What stands before an @ may be a secret.
        let shown = host.lastIndex(of: "@").map { host[host.index(after: $0)...] } ?? host
        return shown.isEmpty ? nil : String(shown)
    }

    static let help = """
        scaidns-console: look after zones and records in the terminal

        Usage: scaidns-console [--url URL] [--read-only]

          --url URL     the server; else SCAIDNS_URL, else \(defaultURL)
          --read-only   start without any key that changes something
          --version     print the version
          --help        print this

        The API key is read from SCAIDNS_API_KEY. NO_COLOR switches colours off. Press ? inside for the keys.
        """

    private static func filled(_ text: String?) -> String? {
        guard let text, !text.isEmpty else { return nil }
        return text
    }
}
