import Foundation
import Testing

@testable import Backend

@Suite("Where settings come from")
struct SettingsSourceTests {
    private let url = "mysql://file@localhost/file"

    private func database(_ source: SettingsSource, file: String? = nil) -> Settings.Outcome<DatabaseSettings> {
        Settings.read(from: source, file: file)
    }

    @Test("The usual env file is read where it exists")
    func usualFile() {
        let outcome = database(settingsSource(files: ["/etc/scaidns/scaidns.env": "DATABASE_URL=\(url)"]))
        #expect(outcome.value?.user == "file")
        #expect(outcome.warnings.isEmpty)
    }

    @Test("Without the usual env file the environment suffices")
    func noFile() {
        #expect(database(settingsSource(["DATABASE_URL": url])).value?.user == "file")
    }

    @Test("SCAIDNS_ENV_FILE names another file, and --env-file wins over it")
    func namedFiles() {
        let files = [
            "/etc/scaidns/scaidns.env": "DATABASE_URL=mysql://usual@h/d",
            "/a": "DATABASE_URL=mysql://a@h/d",
            "/b": "DATABASE_URL=mysql://b@h/d",
        ]
        #expect(database(settingsSource(["SCAIDNS_ENV_FILE": "/a"], files: files)).value?.user == "a")
        #expect(database(settingsSource(["SCAIDNS_ENV_FILE": "/a"], files: files), file: "/b").value?.user == "b")
        #expect(database(settingsSource(["SCAIDNS_ENV_FILE": ""], files: files)).value?.user == "usual")
    }

    @Test("A named env file that does not exist is a fault")
    func missingFile() {
        let fault = SettingsFault(subject: "/gone", given: nil, expected: "the env file that was named")
        #expect(database(settingsSource(["DATABASE_URL": url]), file: "/gone").faults == [fault])
        #expect(database(settingsSource(["DATABASE_URL": url, "SCAIDNS_ENV_FILE": "/gone"])).faults == [fault])
    }

    @Test("A usual env file that is closed to us is a warning, a named one a fault")
    func closedFile() {
        let source = SettingsSource(environment: ["DATABASE_URL": url]) { _ throws(SettingsFileError) in
            throw .unreadable("permission denied")
        }
        let usual = database(source)
        #expect(usual.value != nil)
        #expect(usual.warnings.map(\.sentence) == ["/etc/scaidns/scaidns.env: not used, permission denied"])
        #expect(
            database(source, file: "/a").faults.map(\.sentence)
                == ["/a: was closed to us (permission denied); expected a readable env file"]
        )
    }

    @Test("A faulty line of the env file is named with its number")
    func faultyLine() {
        let outcome = database(settingsSource(files: ["/a": "DATABASE_URL=\(url)\nnonsense"]), file: "/a")
        #expect(
            outcome.faults.map(\.sentence)
                == ["/a line 2: was something else; expected NAME=value, a comment or an empty line"]
        )
    }

    @Test("The environment wins over the env file")
    func environmentWins() {
        let files = ["/a": "DATABASE_URL=\(url)\nDATABASE_POOL_SIZE=7"]
        let outcome = database(settingsSource(["DATABASE_URL": "mysql://env@h/d"], files: files), file: "/a")
        #expect(outcome.value?.user == "env")
        #expect(outcome.value?.poolSize == 7)
    }

    @Test("An empty variable counts as not given")
    func empty() {
        let files = ["/a": "DATABASE_URL=\(url)\nDATABASE_POOL_SIZE="]
        let outcome = database(settingsSource(["DATABASE_URL": ""], files: files), file: "/a")
        #expect(outcome.value?.user == "file")
        #expect(outcome.value?.poolSize == 20)
    }

    @Test("NAME_FILE gives the value in a file, without its last newline")
    func valueFile() {
        let files = ["/run/url": "mysql://u:p%20@h/d\n", "/a": "DATABASE_URL_FILE=/run/url"]
        #expect(
            database(settingsSource(["DATABASE_URL_FILE": "/run/url"], files: files)).value?.password == Secret("p "))
        #expect(database(settingsSource(files: files), file: "/a").value?.user == "u")
    }

    @Test("A secret keeps every newline but the last")
    func oneNewline() {
        let source = settingsSource(
            completeEnvironment.filter { $0.key != "PDNS_API_KEY" }.merging(["PDNS_API_KEY_FILE": "/key"]) { $1 },
            files: ["/key": "two\n\n"]
        )
        let outcome = Settings.read(PowerDNSSettings.self, from: source)
        #expect(outcome.faults.map(\.expected) == ["one line without control characters"])
    }

    @Test("NAME and NAME_FILE together are a fault, in the environment as in the env file")
    func both() {
        let fault = SettingsFault(
            subject: "DATABASE_URL",
            given: "both DATABASE_URL and DATABASE_URL_FILE",
            expected: "one of them"
        )
        let files = ["/u": url, "/a": "DATABASE_URL=\(url)\nDATABASE_URL_FILE=/u"]
        #expect(
            database(settingsSource(["DATABASE_URL": url, "DATABASE_URL_FILE": "/u"], files: files)).faults == [fault])
        #expect(database(settingsSource(files: files), file: "/a").faults == [fault])
    }

    @Test("A NAME_FILE that is missing or empty is a fault that names both")
    func badValueFile() {
        #expect(
            database(settingsSource(["DATABASE_URL_FILE": "/gone"])).faults.map(\.sentence) == [
                "DATABASE_URL_FILE: was \"/gone\" (it does not exist); expected a file that holds the value of DATABASE_URL"
            ]
        )
        #expect(database(settingsSource(["DATABASE_URL_FILE": "/e"], files: ["/e": "\n"])).faults.count == 1)
    }

    @Test("An env file that others can read is a warning")
    func readableByOthers() {
        let outcome = database(settingsSource(files: ["/a": "DATABASE_URL=\(url)"], readableByOthers: true), file: "/a")
        #expect(outcome.value != nil)
        #expect(
            outcome.warnings.map(\.sentence)
                == ["/a: everybody on this machine may read it, and it holds secrets: chmod 0640"]
        )
    }

    @Test("A name in the env file that is no setting is a warning")
    func stranger() {
        let outcome = database(settingsSource(files: ["/a": "DATABASE_URL=\(url)\nLOG_LEVLE=INFO"]), file: "/a")
        #expect(outcome.warnings.map(\.sentence) == ["/a line 2: LOG_LEVLE is no setting of ScaiDNS"])
    }

    @Test("A file on disk is read with who may read it, through a link, and bounded")
    func onDisk() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "settings-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let (file, link) = (folder.appending(path: "file").path, folder.appending(path: "link").path)
        try Data("A=b\n".utf8).write(to: URL(filePath: file))
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: file)

        try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: file)
        #expect(try SettingsFile.onDisk(file) == SettingsFile(bytes: Array("A=b\n".utf8), isReadableByOthers: false))
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: file)
        #expect(try SettingsFile.onDisk(link) == SettingsFile(bytes: Array("A=b\n".utf8), isReadableByOthers: true))

        #expect(try SettingsFile.onDisk("/dev/null").bytes.isEmpty)
        #expect(throws: SettingsFileError.missing) { try SettingsFile.onDisk(folder.path + "/none") }
        #expect(throws: SettingsFileError.unreadable("it is not a plain file")) { try SettingsFile.onDisk(folder.path) }
        #expect(throws: SettingsFileError.unreadable("it is not a plain file")) { try SettingsFile.onDisk("/dev/zero") }
        try Data(repeating: 65, count: SettingsSource.maximumFileSize + 1).write(to: URL(filePath: file))
        #expect(throws: SettingsFileError.unreadable("it is larger than 262144 bytes")) {
            try SettingsFile.onDisk(file)
        }
    }
}
