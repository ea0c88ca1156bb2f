import Foundation
import VectorJudge

/// Prints for each file of the vectors' folder how many cases ran, agreed and disagreed, and each disagreement with our reason.
///
/// `vectors [FILE...]`; exits with 1 when a disagreement has no reason.
@main
struct VectorsCommand {
    static func main() throws {
        let package = URL(filePath: FileManager.default.currentDirectoryPath)
        guard let folder = VectorFolder.found(beside: package) else {
            print("There is no folder of vectors: SCAIDNS_VECTORS names it. Our own examples still run in the tests.")
            return
        }
        let wanted = Set(CommandLine.arguments.dropFirst())
        var failures: [String] = []
        for file in try folder.files where wanted.isEmpty || wanted.contains(file) {
            guard let judge = Judge.all.first(where: { $0.file == file }) else {
                print("\(file): not judged: \(Judge.unjudged[file] ?? "nothing here judges it")")
                continue
            }
            let report = try VectorReport(judge, in: folder.url)
            print(report.text)
            failures += report.failures.map { "\(file) line \($0.line)" }
        }
        guard failures.isEmpty else {
            print("\(failures.count) disagreements are not meant: \(failures.joined(separator: ", "))")
            exit(1)
        }
        print("All disagreements are meant.")
    }
}
