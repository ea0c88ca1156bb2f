import Foundation
import TestSupport
import Testing
import VectorJudge

@testable import Core

@Suite("Zones as BIND compiles them")
struct CompiledZoneTests {
    private static let tool = ["/usr/bin/named-compilezone", "/usr/sbin/named-compilezone"].first {
        FileManager.default.isExecutableFile(atPath: $0)
    }

    private struct Zone: Decodable {
        let file: String
        let origin: String
        let isTaken: Bool

        enum CodingKeys: String, CodingKey {
            case file, origin
            case isTaken = "bind_9_18"
        }
    }

    @Test("Every zone that BIND takes is the same zone to BIND after we have read and written it")
    func sameZone() throws {
        guard let tool = Self.tool, let folder = VectorTests.folder else {
            print("Not run: it needs named-compilezone (package bind9-utils) and the folder of vectors.")
            return
        }
        let work = try temporaryFolder()
        defer { try? FileManager.default.removeItem(at: work) }
        let lines = try Data(contentsOf: folder.url.appending(path: "zones.jsonl")).split(separator: UInt8(ascii: "\n"))
        var compared = 0
        for line in lines {
            let zone = try JSONDecoder().decode(Zone.self, from: line)
            guard zone.isTaken else { continue }
            let original = folder.url.appending(path: "zones/\(zone.file)")
            let written = work.appending(path: "written")
            try Data(rewritten(original, zone)).write(to: written)
            let expected = try compiled(original, zone, tool, work)
            let ours = try compiled(written, zone, tool, work)
            let differences = Set(ours).symmetricDifference(expected).sorted()
            #expect(ours == expected, "\(zone.file): \(differences.prefix(4).joined(separator: "\n"))")
            #expect(!expected.isEmpty, "\(zone.file)")
            compared += 1
        }
        #expect(compared > 0)
    }

    private func rewritten(_ file: URL, _ zone: Zone) throws -> [UInt8] {
        let origin = try DomainName(zone.origin)
        var records: [TransferRecord] = []
        var reader = ZoneFileReader(origin: origin)
        reader.read(Array(try Data(contentsOf: file))) { records.append(TransferRecord($0)) }
        #expect(reader.faults == [], "\(zone.file)")
        return ZoneFileWriter.file(zone: origin, defaultTTL: 3600, records: records)
    }

    /// BIND's one line for each record, sorted; names in lower case, which BIND keeps as they were written.
    private func compiled(_ file: URL, _ zone: Zone, _ tool: String, _ work: URL) throws -> [String] {
        let output = work.appending(path: "compiled")
        let process = Process()
        process.executableURL = URL(filePath: tool)
        process.arguments = [
            "-q", "-i", "none", "-k", "ignore", "-m", "ignore", "-n", "ignore", "-r", "ignore", "-M", "ignore", "-S",
            "ignore",
            "-s", "full", "-o", output.path, zone.origin, file.path,
        ]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { return [] }
        return String(decoding: try Data(contentsOf: output), as: UTF8.self)
            .split(separator: "\n").filter { !$0.hasPrefix(";") }.map { folded($0) }.sorted()
    }

    /// A word that ends in a dot and stands in no quotes is a name.
    private func folded(_ line: Substring) -> String {
        line.split(whereSeparator: { $0 == " " || $0 == "\t" })
            .map { $0.hasSuffix(".") && !$0.contains("\"") ? $0.lowercased() : String($0) }
            .joined(separator: " ")
    }
}
