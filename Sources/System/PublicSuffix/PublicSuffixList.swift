import CPSL

/// The Public Suffix List (publicsuffix.org): under which names the public registers domains. Any thread may ask.
///
/// A name that no rule covers counts by the list's default rule: its last label is a public suffix.
public struct PublicSuffixList: Sendable {
    private let list: SuffixTable

    /// The newest list that the system has: the package `publicsuffix`, or else the one built into libpsl; nil without both.
    public init?() {
        guard let table = psl_latest(nil) else { return nil }
        list = SuffixTable(table)
    }

    /// The list of a file, in the text form of publicsuffix.org or compiled (DAFSA); nil when it cannot be read.
    public init?(path: String) {
        guard let table = psl_load_file(path) else { return nil }
        list = SuffixTable(table)
    }

    /// True when the name, lower-case or not, with or without final dot, is a public suffix itself.
    /// False for an empty name and one with an empty label.
    public func isPublicSuffix(_ asciiName: String) -> Bool {
        guard let name = normalized(asciiName) else { return false }
        return psl_is_public_suffix(list.pointer, name) == 1
    }

    /// How many labels at the name's right end are its longest public suffix, and whether a rule of the list says so; its last
    /// label counts where none does. Nil for an empty name and one with an empty label.
    public func suffix(of asciiName: String) -> (labelCount: Int, isListed: Bool)? {
        guard let name = normalized(asciiName) else { return nil }
        let labels = name.split(separator: ".")
        let registrable = registrableDomain(of: name)?.split(separator: ".").count
        let count = registrable.map { $0 - 1 } ?? labels.count
        let suffix = labels.suffix(count).joined(separator: ".")
        return (count, psl_is_public_suffix2(list.pointer, suffix, PSL_TYPE_ANY | PSL_TYPE_NO_STAR_RULE) == 1)
    }

    /// The public suffix of the name and one label more, in lower case without final dot; nil when the name is a public suffix
    /// itself, empty, or has an empty label.
    public func registrableDomain(of asciiName: String) -> String? {
        guard let name = normalized(asciiName) else { return nil }
        // The answer points into the text that was asked about, so it is copied before that ends.
        return name.withCString { text in
            psl_registrable_domain(list.pointer, text).map { String(cString: $0) }
        }
    }

    /// In lower case and without final dot; libpsl knows neither capitals nor dots at the ends.
    private func normalized(_ name: String) -> String? {
        var bytes = name.utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
        let dot = UInt8(ascii: ".")
        if bytes.last == dot { bytes.removeLast() }
        let labels = bytes.split(separator: dot, omittingEmptySubsequences: false)
        guard bytes.count <= 1024, !bytes.contains(0), labels.allSatisfy({ !$0.isEmpty }) else { return nil }
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// libpsl's table, which nothing changes after it is loaded.
private final class SuffixTable: @unchecked Sendable {
    let pointer: OpaquePointer

    init(_ pointer: OpaquePointer) { self.pointer = pointer }

    deinit { psl_free(pointer) }
}
