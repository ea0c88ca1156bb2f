/// Where the console's program is looked for.
enum ConsoleProgram {
    static let name = "scaidns-console"

    /// The paths to try, best first: beside the program `executable`, then each folder of `searchPath` (`PATH`). Empty
    /// entries, which mean the current folder, are left out.
    static func candidates(beside executable: String?, searchPath: String) -> [String] {
        let own = executable.flatMap { path in path.lastIndex(of: "/").map { String(path[..<$0]) } }
        let folders = (own.map { [$0] } ?? []) + searchPath.split(separator: ":").map(String.init)
        return folders.map { $0 + "/" + name }
    }
}
