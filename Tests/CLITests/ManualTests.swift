@testable import CLI
import ArgumentParser
import Foundation
import Testing

/// What `man/scaidns.1` promises.
@Suite("The manual page")
struct ManualTests {
    private static let page = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("man/scaidns.1")

    /// Every command with its words: `["zone", "list"]`.
    private static func verbs(
        of command: any ParsableCommand.Type,
        path: [String] = []
    ) -> [(path: [String], command: any ParsableCommand.Type)] {
        let nouns = command.configuration.subcommands
        guard !nouns.isEmpty else { return [(path, command)] }
        return nouns.flatMap { verbs(of: $0, path: path + [$0.configuration.commandName ?? ""]) }
    }

    @Test("It names every command and every option that --help names")
    func complete() throws {
        let page = try String(contentsOf: Self.page, encoding: .utf8)
        let verbs = Self.verbs(of: ScaidnsCommand.self)
        #expect(verbs.count >= 11)
        for (path, command) in verbs {
            #expect(page.contains(".Cm \(path.joined(separator: " "))\n"), "\(path)")
            let help = ScaidnsCommand.helpMessage(for: command, columns: 500)
            let options = help.split(separator: "\n").compactMap { $0.firstMatch(of: /^ +(?:-\w, )?--([a-z-]+)/)?.1 }
            for option in options {
                #expect(page.contains("Fl -\(option)"), "\(path) --\(option)")
            }
        }
    }

    @Test("It shows no option that no command has")
    func noMore() throws {
        let page = try String(contentsOf: Self.page, encoding: .utf8)
        let help = Self.verbs(of: ScaidnsCommand.self)
            .map { ScaidnsCommand.helpMessage(for: $0.command, columns: 500) }.joined()
        for match in page.matches(of: /Fl -([a-z][a-z-]+)/) {
            #expect(help.contains("--\(match.1)"), "--\(match.1)")
        }
    }
}
