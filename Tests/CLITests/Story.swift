import ArgumentParser
@testable import CLI
import Client
import CurlHTTP
import Synchronization

/// What a command line left behind.
struct Story: Sendable {
    let out: String
    let err: String
    let status: Int32
    /// `GET /api/v1/…` for each request, and its body.
    let requests: [(line: String, body: String)]

    var requestLines: [String] { requests.map(\.line) }

    /// Runs the command line against a server that answers `turns`, with or without a terminal on which `typed` is typed.
    static func of(
        _ arguments: [String],
        _ turns: [ScriptedServer.Turn],
        on terminal: FakeTerminal? = nil,
        environment: [String: String] = [:]
    ) async throws -> Story {
        let server = ScriptedServer(turns)
        let client = try server.client
        let captured = Captured()
        let streams = captured.streams(on: terminal)
        var status = ExitStatus.done.rawValue
        do {
            var command = try ScaidnsCommand.parseAsRoot(arguments)
            if let command = command as? any SessionCommand {
                let printer = Printer(command.options, environment: environment, streams: streams)
                try await command.perform(in: Session(client: client, printer: printer))
            } else {
                try command.run()
            }
        } catch {
            status = FailureReport.report(error, to: streams)
        }
        return Story(
            out: captured.out,
            err: captured.err,
            status: status,
            requests: server.requests.map { request in
                (
                    line: "\(request.method) \(request.url.dropFirst("http://dns.example.org:8000".count))",
                    body: request.text
                )
            }
        )
    }
}

/// The terminal that a story is told on.
struct FakeTerminal: Sendable {
    var columns: Int?
    var typed: [String] = []

    static let wide = FakeTerminal(columns: 200)
}

extension FakeTerminal? {
    static func typing(_ lines: String...) -> FakeTerminal? { FakeTerminal(columns: 200, typed: lines) }
}

/// Collects what a command writes.
final class Captured: Sendable {
    private struct State {
        var out: [UInt8] = []
        var err = ""
        var typed: [String] = []
    }

    private let state = Mutex(State())

    var out: String { state.withLock { String(decoding: $0.out, as: UTF8.self) } }
    var err: String { state.withLock(\.err) }

    func streams(on terminal: FakeTerminal?) -> Streams {
        state.withLock { $0.typed = terminal?.typed ?? [] }
        return Streams(
            out: { bytes throws(OutputFailure) in self.state.withLock { $0.out += bytes } },
            err: { text in self.state.withLock { $0.err += text } },
            readLine: { self.state.withLock { $0.typed.isEmpty ? nil : $0.typed.removeFirst() } },
            inIsTerminal: terminal != nil,
            outIsTerminal: terminal != nil,
            columns: terminal?.columns
        )
    }
}
