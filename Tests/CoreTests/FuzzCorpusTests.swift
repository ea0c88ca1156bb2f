import Foundation
import FuzzTargets
import TestSupport
import Testing

@Suite("Saved input of the fuzz targets")
struct FuzzCorpusTests {
    @Test("Core keeps its promises for every saved input", arguments: FuzzTarget.allCases)
    func replays(target: FuzzTarget) throws {
        let folder = packageRoot.appending(path: "Tests/Fuzz/Corpus/\(target.rawValue)")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        #expect((1...200).contains(names.count))
        for name in names {
            let octets = [UInt8](try Data(contentsOf: folder.appending(path: name)))
            #expect(octets.count <= 4096)
            #expect(throws: Never.self, "\(target.rawValue)/\(name)") { try target.fuzz(octets) }
        }
    }

    @Test("No octets at all, and long runs of one octet, break no promise", arguments: FuzzTarget.allCases)
    func runs(target: FuzzTarget) throws {
        try target.fuzz([])
        for octet in UInt8.min...UInt8.max {
            for length in [1, 2, 300] {
                try target.fuzz([UInt8](repeating: octet, count: length))
            }
        }
    }
}
