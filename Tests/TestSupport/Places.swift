public import Foundation

/// The package's root folder.
public let packageRoot = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

/// The folder that holds the programs built together with the running tests (`scaidns`, `scaidnsd`, ...).
public let productFolder = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()

/// The path of a program built together with the running tests.
public func product(_ name: String) -> String {
    productFolder.appending(path: name).path
}

/// A file or folder of the test vectors of others, which are not part of the project.
///
/// Looked for in `SCAIDNS_VECTORS`, by default `../shared/vectors` beside the package. Where it is absent the reason is
/// printed and the answer is nil: the caller's own examples have to do.
public func vectors(_ name: String) -> URL? {
    let folder =
        ProcessInfo.processInfo.environment["SCAIDNS_VECTORS"].map { URL(filePath: $0, relativeTo: packageRoot) }
        ?? packageRoot.deletingLastPathComponent().appending(path: "shared/vectors")
    let file = folder.appending(path: name)
    guard FileManager.default.fileExists(atPath: file.path) else {
        print("no vectors: \(file.path) does not exist (SCAIDNS_VECTORS names the folder)")
        return nil
    }
    return file
}
