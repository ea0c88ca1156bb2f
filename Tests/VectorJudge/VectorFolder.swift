public import Foundation

/// The vectors of others, which are not part of the project.
public struct VectorFolder: Sendable {
    public let url: URL

    /// `SCAIDNS_VECTORS`, by default `../shared/vectors` beside the package; nil where there is none.
    public static func found(beside package: URL) -> VectorFolder? {
        let named = ProcessInfo.processInfo.environment["SCAIDNS_VECTORS"].map {
            URL(filePath: $0, relativeTo: package)
        }
        return VectorFolder(named ?? package.deletingLastPathComponent().appending(path: "shared/vectors"))
    }

    /// The folder; nil when it does not exist.
    public init?(_ url: URL) {
        guard FileManager.default.fileExists(atPath: url.path) else { return nil }
        self.url = url
    }

    /// All that lies in the folder, by name, but for the description of it.
    public var files: [String] {
        get throws {
            try FileManager.default.contentsOfDirectory(atPath: url.path).filter { $0 != "README.md" }.sorted()
        }
    }
}
