import Foundation
import TestSupport
import Testing

/// `scripts/check-layers` and `scripts/check-size`: the tree itself, and a planted breach each in a tree of one file.
@Suite struct CheckTests {
    @Test("The tree keeps its layers and sizes", arguments: ["check-layers", "check-size"])
    func treeIsClean(script: String) async throws {
        let check = try await run(["scripts/\(script)"])
        #expect(check.status == 0, "\(check.stdout)\(check.stderr)")
    }

    @Test(
        "An import that a folder may not have is named with file and line",
        arguments: [
            ("Core", "import Foundation", "Sources/Core may not import Foundation"),
            ("Core/Zones", "public import MariaDB", "Sources/Core/Zones may not import MariaDB"),
            ("TUI/Screens/Zones", "import Backend", "Sources/TUI/Screens/Zones may not import Backend"),
            ("CLI/Zone", "@testable import struct MariaDB.Value", "Sources/CLI/Zone may not import MariaDB"),
            ("Server/Records", "internal import Hummingbird", "Sources/Server/Records may not import Hummingbird"),
            ("Backend/Records", "import NIOCore", "Sources/Backend/Records may not import NIOCore"),
            ("System/Redis", "import Core", "Sources/System/Redis may not import Core"),
            ("Cellar", "import Core", "no line of the table in scripts/check-layers fits Sources/Cellar"),
        ]
    )
    func wrongImport(folder: String, statement: String, message: String) async throws {
        try await withTree(planting: "// a comment that says import Glibc\n\(statement)\n", in: "Sources/\(folder)") {
            root in
            let check = try await run(["scripts/check-layers", root.path])
            #expect(check.status == 1)
            #expect(check.stdout.hasPrefix("Sources/\(folder)/Planted.swift:2: \(message)\n"), "\(check.stdout)")
        }
    }

    @Test(
        "What only some rooms may touch is named where it stands elsewhere",
        arguments: [
            "let home = ProcessInfo.processInfo.environment", "let now = Date()",
            "let now: ContinuousClock.Instant = .now",
            "let now = ContinuousClock().now", "let id = UUID()", "let dice = Int.random(in: 1...6)",
            "let job = Task { 1 }", "let job = Task.detached { 1 }", "nonisolated(unsafe) var count = 0",
            "final class Box: @unchecked Sendable {}", "let one = try! first()",
            "func f() -> Never { fatalError(\"no\") }",
            "let gate = DispatchSemaphore(value: 0)",
        ]
    )
    func forbiddenUse(statement: String) async throws {
        try await withTree(planting: statement + "\n", in: "Sources/Core/Zones") { root in
            let check = try await run(["scripts/check-layers", root.path])
            #expect(check.status == 1)
            #expect(check.stdout.hasPrefix("Sources/Core/Zones/Planted.swift:1: "), "\(check.stdout)")
        }
    }

    @Test("Where they belong, and in texts and comments, the same words are no breach")
    func allowedUse() async throws {
        let text = """
            import ArgumentParser
            import Glibc
            let environment = ProcessInfo.processInfo.environment, now = Date(), id = UUID(), job = Task { 1 }
            let told = state.now, word = "try! fatalError(" // try!
            /* import Hummingbird
               Task { } */
            """
        try await withTree(planting: text + "\n", in: "Sources/CLI/Main") { root in
            let check = try await run(["scripts/check-layers", root.path])
            #expect(check.status == 0, "\(check.stdout)")
        }
    }

    @Test("A state's own time and a case named now are no clocks", arguments: ["state.now", "isDue ? .now : .never"])
    func noClock(expression: String) async throws {
        try await withTree(planting: "let told = \(expression)\n", in: "Sources/Backend/Jobs") { root in
            let check = try await run(["scripts/check-layers", root.path])
            #expect(check.status == 0, "\(check.stdout)")
        }
    }

    @Test("A file of one line too many is named", arguments: [("Sources/Core", 400), ("Tests/CoreTests", 500)])
    func tooLong(folder: String, limit: Int) async throws {
        let lines = String(repeating: "\n", count: limit)
        try await withTree(planting: lines, in: folder) { root in
            let check = try await run(["scripts/check-size", root.path])
            #expect(check.status == 0, "\(check.stdout)")
        }
        try await withTree(planting: lines + "\n", in: folder) { root in
            let check = try await run(["scripts/check-size", root.path])
            #expect(check.status == 1)
            #expect(check.stdout.hasPrefix("\(folder)/Planted.swift: \(limit + 1) lines"), "\(check.stdout)")
        }
    }

    /// Hands over a tree that has one file, and removes it afterwards.
    private func withTree(planting text: String, in folder: String, _ body: (URL) async throws -> Void) async throws {
        let root = try temporaryFolder()
        defer { try? FileManager.default.removeItem(at: root) }
        for part in ["Sources", "Tests", folder] {
            try FileManager.default.createDirectory(at: root.appending(path: part), withIntermediateDirectories: true)
        }
        let place = root.appending(path: folder).appending(path: "Planted.swift")
        try text.write(to: place, atomically: true, encoding: .utf8)
        try await body(root)
    }
}
