import Foundation
import TestSupport
import Testing

/// The main job in the console: the real program in a real terminal, on a real server.
@Suite("The main job in the console", .serialized)
struct ConsoleJourneyTests {
    @Test("A zone is created, proved and filled with the keyboard, and dig has the answer")
    func journey() async throws {
        let lab = try await Lab.open()
        let server = try await lab.server()
        let zone = try await lab.zone()
        let console = try await ConsoleTerminal.open(url: server.url, key: try await lab.key())
        try await console.shows("Zones", "a create")

        try await console.type("a")
        try await console.shows("Name")
        try await console.type(zone, "Enter")
        try await console.shows("_scaidns-verify.\(zone)", "scaidns-verify=")
        let screen = try await console.screen()
        let value = try #require(screen.firstMatch(of: /scaidns-verify=[0-9a-f]{64}/)).output
        #expect(
            screen.split(separator: "\n").contains { $0.trimmingCharacters(in: .whitespaces) == value },
            "the value stands alone on its line, so that the terminal's own selection takes it whole"
        )
        try await lab.services.publish("_scaidns-verify.\(zone)", "TXT", [String(value)])
        try await console.type("c")
        try await console.shows("active")

        try await console.type("Enter")
        // Until the records are there, "a" is refused and what follows would be lost.
        try await console.shows("There are no records yet", "a add")
        try await console.type("a", "www", "Tab", "A", "Tab", "Tab", "192.0.2.10", "Enter")
        try await console.shows("+", "www", "192.0.2.10")
        try await console.type("y")
        try await eventually { try await lab.services.dig("www.\(zone)", "A") == ["192.0.2.10"] }
        try await console.shows("synced")

        try await console.type("d")
        try await console.shows("-", "192.0.2.10")
        try await console.type("y")
        try await eventually { try await lab.services.dig("www.\(zone)", "A") == [] }
        try await console.close()
    }
}

/// `scaidns-console` in a tmux of its own.
private final class ConsoleTerminal: Sendable {
    private let socket = "scaidns-\(UInt32.random(in: .min ... .max))"

    static func open(url: String, key: String) async throws -> ConsoleTerminal {
        let terminal = ConsoleTerminal()
        // The key goes in by the environment that the terminal's server takes over, not by a command line.
        let opened = try await run(
            [
                "tmux", "-L", terminal.socket, "-f", "/dev/null", "new-session", "-d", "-x", "100", "-y", "30",
                product("scaidns-console"),
            ],
            env: ["SCAIDNS_URL": url, "SCAIDNS_API_KEY": key, "LC_ALL": "C.UTF-8", "TERM": "xterm-256color"]
        )
        guard opened.status == 0 else { throw LabFailure(opened.stderr) }
        return terminal
    }

    /// Types keys by their names (`Enter`, `Tab`), anything else letter by letter.
    func type(_ keys: String...) async throws {
        for key in keys { _ = try await tmux("send-keys", key) }
    }

    func screen() async throws -> String { try await tmux("capture-pane", "-p") }

    /// Waits until all texts stand on the screen.
    func shows(_ texts: String...) async throws {
        do {
            try await eventually(within: .seconds(20)) {
                let screen = try await screen()
                return texts.allSatisfy(screen.contains)
            }
        } catch {
            let screen = (try? await screen()) ?? ""
            try? await close()
            throw LabFailure("not on the screen: \(texts)\n\(screen)")
        }
    }

    func close() async throws { _ = try await tmux("kill-server") }

    private func tmux(_ arguments: String...) async throws -> String {
        try await run(["tmux", "-L", socket] + arguments).stdout
    }
}
