import Client

/// What the console was started with.
struct Arguments: Equatable, Sendable {
    let server: ServerURL
    let apiKey: Secret?
    let isReadOnly: Bool

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
        var url: String?
        var isReadOnly = false
        var rest = Array(arguments)[...]
        while let argument = rest.popFirst() {
            switch argument {
            case "--url":
                guard let given = rest.popFirst() else { return .refuse("--url needs an address after it.") }
                url = given
            case _ where argument.hasPrefix("--url="): url = String(argument.dropFirst("--url=".count))
            case "--read-only": isReadOnly = true
            case "--version": return .printVersion
            case "--help", "-h": return .printHelp
            default:
                return .refuse("\"\(argument)\" is not known; there are --url URL, --read-only, --version, --help.")
            }
        }
        let source = url == nil ? "SCAIDNS_URL" : "--url"
        do throws(ServerURL.Fault) {
            let server = try ServerURL(url ?? filled(environment["SCAIDNS_URL"]) ?? defaultURL)
            let key = filled(environment["SCAIDNS_API_KEY"]).map { Secret($0) }
            return .run(Arguments(server: server, apiKey: key, isReadOnly: isReadOnly))
        } catch {
            // The text may hold a password, so it is not repeated.
            return .refuse("\(source) is not usable: \(error.message).")
        }
    }

    /// The server's host, port and path, for the header.
    var host: String { String(server.text.drop { $0 != "/" }.dropFirst(2)) }

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
