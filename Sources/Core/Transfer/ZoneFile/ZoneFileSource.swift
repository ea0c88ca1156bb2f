/// Where `$INCLUDE` finds its files. Core reads none itself; the default refuses each.
public struct ZoneFileSource: Sendable {
    /// A file that `$INCLUDE` asks for.
    public struct Request: Equatable, Sendable {
        /// As it was written, escapes resolved.
        public let path: String
        /// The name that the source gave to the file that asks; nil in the file that was given.
        public let includingFile: String?

        public init(path: String, includingFile: String?) {
            self.path = path
            self.includingFile = includingFile
        }
    }

    /// A file that was opened.
    public struct File {
        /// What faults call it, and what it is called when it includes itself.
        public let name: String
        /// The next octets, any number of them; nil at the end.
        public let nextChunk: () throws(Refusal) -> [UInt8]?

        public init(name: String, nextChunk: @escaping () throws(Refusal) -> [UInt8]?) {
            self.name = name
            self.nextChunk = nextChunk
        }
    }

    /// Why a file cannot be had.
    public enum Refusal: Error, Equatable, Sendable {
        /// It may not be read from here.
        case refused(reason: String)
        /// It may, but reading fails.
        case unreadable(reason: String)
    }

    public let open: @Sendable (Request) throws(Refusal) -> File

    public init(open: @escaping @Sendable (Request) throws(Refusal) -> File) {
        self.open = open
    }

    /// No file at all: what comes over the network must not read ours.
    public static let none = ZoneFileSource { (_: Request) throws(Refusal) -> File in
        throw .refused(reason: "files are not included here: put their records into this file")
    }
}
