import Foundation
import TestSupport
import Testing
import VectorJudge

@Suite("The vectors of others")
struct VectorTests {
    static let folder = VectorFolder.found(beside: packageRoot)

    static let absence: Comment = "There is no folder of vectors (SCAIDNS_VECTORS names it): only our own examples run."

    @Test(
        "Every disagreement with the vectors has its reason",
        .enabled(if: folder != nil, absence),
        arguments: Judge.all
    )
    func agrees(judge: Judge) throws {
        let folder = try #require(Self.folder)
        let report = try VectorReport(judge, in: folder.url)
        #expect(report.failures.isEmpty, "\(report.text)")
        #expect(report.run > 0, "\(report.text)")
    }

    @Test("Every file of the folder is judged, or has its reason why not", .enabled(if: folder != nil, absence))
    func complete() throws {
        let judged = Set(Judge.all.map(\.file)).union(Judge.unjudged.keys)
        #expect(try #require(Self.folder).files.filter { !judged.contains($0) } == [])
    }
}
