import API
import Client
import Core
import FoundationEssentials
import Glibc
import Terminal

/// `scaidns-console`: reads what it was started with, opens the screen and runs the loop.
@main
@MainActor
struct ConsoleProgram {
    static func main() async {
        let environment = ProcessInfo.processInfo.environment
        switch Arguments.read(CommandLine.arguments.dropFirst(), environment: environment) {
        case .run(let arguments): exit(await run(arguments, environment))
        case .printVersion: print("scaidns-console \(ProductVersion.text)")
        case .printHelp: print(Arguments.help)
        case .refuse(let reason):
            complain(reason)
            exit(2)
        }
    }

    /// Runs the console; answers the exit status.
    private static func run(_ arguments: Arguments, _ environment: [String: String]) async -> Int32 {
        do throws(TerminalError) {
            let screen = try Screen(options(environment))
            // Whatever happens, the terminal is given back before anything is printed.
            defer { screen.close() }
            let state = Console.State(
                server: arguments.host,
                isReadOnly: arguments.isReadOnly,
                size: screen.size,
                now: EffectRunner.now()
            )
            let loop = ConsoleLoop(screen: screen, state: state)
            loop.drawFirstFrame()
            let end = await loop.run(client(arguments))
            return switch end {
            case .closed: 0
            case .signal(let signal): 128 + signal
            }
        } catch {
            complain(error.message)
            return 1
        }
    }

    private static func client(_ arguments: Arguments) -> APIClient {
        APIClient(
            server: arguments.server,
            credential: arguments.apiKey.map { .apiKey($0) },
            transport: .curl(userAgent: "scaidns-console/\(ProductVersion.text)")
        )
    }

    private static func options(_ environment: [String: String]) -> Screen.Options {
        let locale = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
        return Screen.Options(
            localeName: locale ?? "",
            usesColor: (environment["NO_COLOR"] ?? "").isEmpty,
            terminalType: environment["TERM"] ?? ""
        )
    }

    private static func complain(_ text: String) {
        StandardError.write(TerminalText("scaidns-console: \(text)").text + "\n")
    }
}
