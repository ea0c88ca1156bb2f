/// Where the files of `$INCLUDE` may lie: in one folder and those below it.
///
/// The rule is one of text. Whoever opens the file has to see to links that lead out of the folder.
public enum IncludePath {
    /// The file's path within the folder, such as `sub/hosts.zone`: relative paths are relative to the file that
    /// includes, whose own path within the folder is `includingFile`, nil for one in the folder itself.
    ///
    /// Nil for absolute paths, those that leave the folder, empty ones, those that end in a slash, hold NUL, or are over 4,096
    /// octets.
    public static func resolved(_ path: String, includedFrom includingFile: String? = nil) -> String? {
        guard !path.isEmpty, path.utf8.count <= 4096, !path.utf8.contains(0), path.utf8.first != UInt8(ascii: "/"),
            path.utf8.last != UInt8(ascii: "/")
        else { return nil }
        var parts = (includingFile ?? "").split(separator: "/").dropLast().map { String($0) }
        for part in path.split(separator: "/") {
            switch part {
            case ".": continue
            case "..":
                guard parts.popLast() != nil else { return nil }
            default: parts.append(String(part))
            }
        }
        guard let last = path.split(separator: "/").last, last != ".", last != ".." else { return nil }
        return parts.joined(separator: "/")
    }
}
