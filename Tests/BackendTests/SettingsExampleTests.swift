import Foundation
import Testing

@testable import Backend

@Suite("The sample env file")
struct SettingsExampleTests {
    /// `etc/scaidns/scaidns.env.example`, as text.
    private func example() throws -> String {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        return try String(contentsOf: root.appending(path: "etc/scaidns/scaidns.env.example"), encoding: .utf8)
    }

    @Test("The sample names exactly the variables that the reader knows")
    func names() throws {
        let file = EnvironmentFile(try example())
        #expect(file.faults.isEmpty)
        #expect(Set(file.entries.keys) == Set(SettingsVariable.allCases.map(\.rawValue)))
    }

    @Test("The server asks for every variable that is known, each once")
    func asked() {
        var reader = SettingsReader(settingsSource(completeEnvironment), file: nil)
        _ = ServerSettings(&reader)
        #expect(reader.findings.map(\.variable.rawValue).sorted() == SettingsVariable.allCases.map(\.rawValue).sorted())
    }

    @Test("The sample with its empty values filled in is read without fault or warning, and says the defaults")
    func reads() throws {
        let files = ["/a": try example()]
        let outcome = Settings.read(
            ServerSettings.self, from: settingsSource(completeEnvironment, files: files), file: "/a")
        #expect(outcome.faults.isEmpty)
        #expect(outcome.warnings.isEmpty)
        #expect(outcome.value == serverSettings([:]).value)
    }
}
