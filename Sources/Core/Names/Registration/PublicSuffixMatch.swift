/// What the Public Suffix List (publicsuffix.org) says of one name.
public struct PublicSuffixMatch: Hashable, Sendable {
    /// How many labels at the name's right end are its public suffix, under which registries take registrations; all of
    /// them when the name is one itself, 0 for the root only.
    public let labelCount: Int
    /// False when no rule of the list covers the name, and its last label counts by the default rule.
    public let isListed: Bool

    public init(labelCount: Int, isListed: Bool) {
        self.labelCount = labelCount
        self.isListed = isListed
    }

    /// The list's default rule, for names that no other covers and where there is no list: the last label is the suffix.
    public static let byDefault = PublicSuffixMatch(labelCount: 1, isListed: false)
}

/// A function that finds a name in the Public Suffix List, as libpsl does it; given from outside since Core holds no C.
public typealias PublicSuffixLookup = @Sendable (_ name: DomainName) -> PublicSuffixMatch

extension DomainName {
    /// The longest public suffix that the name ends in, which may be the name itself; nil for the root.
    public func publicSuffix(_ suffixes: PublicSuffixLookup) -> DomainName? {
        guard !isRoot else { return nil }
        // Whatever a list says, a name has between one label and all of them in its suffix.
        return ancestor(labelCount: min(max(suffixes(self).labelCount, 1), labelCount))
    }

    /// Whether registries take registrations directly below the name.
    public func isPublicSuffix(_ suffixes: PublicSuffixLookup) -> Bool { publicSuffix(suffixes) == self }

    /// The public suffix of the name and one label more: what somebody registered. Nil for a public suffix and the root.
    public func registrableDomain(_ suffixes: PublicSuffixLookup) -> DomainName? {
        guard let suffix = publicSuffix(suffixes) else { return nil }
        return ancestor(labelCount: suffix.labelCount + 1)
    }
}
