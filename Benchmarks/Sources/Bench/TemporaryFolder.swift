import Glibc

/// A folder for the files of one run.
struct TemporaryFolder {
    let path: String

    init() throws {
        var template = Array(
            "\(getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp")/scaidns-bench-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else {
            throw ChildProcess.Failure(program: "mkdtemp", reason: String(cString: strerror(errno)))
        }
        path = String(decoding: template.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// Writes a zone of at least so many records, and says how many they are.
    func writeZone(of count: Int, to file: String) throws -> Int {
        guard let stream = fopen(file, "w") else {
            throw ChildProcess.Failure(program: file, reason: String(cString: strerror(errno)))
        }
        defer { fclose(stream) }
        var zone = ZoneText()
        fputs(ZoneText.head, stream)
        while zone.records + 3 < count { fputs(zone.nextOwner(), stream) }
        return zone.records + 3
    }

    func remove() {
        _ = try? ChildProcess("rm", ["-rf", path])
    }
}
