import Core
import Foundation
import IDNA
import PublicSuffix
import Synchronization

extension Judge {
    /// The list's own tests, with the list they belong to: the folder's `public_suffix_list.dat`.
    static let publicSuffixes = Judge(
        file: "psl_tests.jsonl",
        rule: "The registrable domain of a name is the one that the Public Suffix List's tests want"
    ) { row in
        let sample = try row.decoded(as: Sample.self)
        guard let input = sample.input else { return .notRun("no name was asked about") }
        let domain = try registrableDomain(of: input, suffixes: SuffixLists.lookup(in: row.folder))
        guard domain != sample.registrable else { return .agreed }
        return .disagreed("\(input): \(sample.registrable ?? "none") expected, \(domain ?? "none") came")
    }

    private struct Sample: Decodable {
        let input: String?
        let registrable: String?
    }

    /// In Unicode when the name was; nil for what is no name.
    private static func registrableDomain(of input: String, suffixes: PublicSuffixLookup) throws -> String? {
        // What is no name has no domain.
        guard let name = try? DomainName(try IDNA.toASCII(input)), let domain = name.registrableDomain(suffixes) else {
            return nil
        }
        let isASCII = input.utf8.allSatisfy { $0 < 0x80 }
        return isASCII ? domain.text : domain.unicodeName(IDNA.toUnicode) ?? domain.text
    }
}

/// The Public Suffix Lists that lie in folders of vectors, each read once.
enum SuffixLists {
    private static let read = Mutex<[URL: PublicSuffixList]>([:])

    /// The folder's list.
    static func lookup(in folder: URL) throws -> PublicSuffixLookup {
        let file = folder.appending(path: "public_suffix_list.dat")
        let list = try read.withLock { lists in
            if let list = lists[file] { return list }
            guard let list = PublicSuffixList(path: file.path) else { throw Unreadable(file: file) }
            lists[file] = list
            return list
        }
        return { name in
            guard let suffix = list.suffix(of: name.text) else { return .byDefault }
            return PublicSuffixMatch(labelCount: suffix.labelCount, isListed: suffix.isListed)
        }
    }

    struct Unreadable: Error {
        let file: URL
    }
}
