/// Why a name is not to be had as a zone by everybody (`domain.md` 1.1 and 8).
public enum NameReservation: Hashable, Sendable {
    /// A special-use name or one below it.
    case specialUse(SpecialUseName)
    /// Registries take registrations directly below the name.
    case publicSuffix(DomainName)
    /// A name directly under a public suffix that programs ask for on behalf of all who are registered there: `_dmarc`,
    /// `autodiscover`, `autoconfig`.
    case sharedLabel(String, under: DomainName)
    /// The reverse name of addresses that belong to nobody who could prove it: only with `validation_bypass`.
    case specialPurposeRange(AddressPrefix, SpecialPurposeBlock)

    /// Judges names; the list is asked about the name and its parent.
    public struct Rules: Sendable {
        private let suffixes: PublicSuffixLookup
        private let allowsPrivate: Bool

        /// `allowsPrivate` is `VALIDATION_ALLOW_PRIVATE`: then `test` and the `example` names are ordinary.
        public init(suffixes: @escaping PublicSuffixLookup, allowsPrivate: Bool) {
            self.suffixes = suffixes
            self.allowsPrivate = allowsPrivate
        }

        /// The first reason there is; nil when anybody can make a zone of the name.
        public func reservation(of name: DomainName) -> NameReservation? {
            let special = SpecialUseName.holding(name)
            let isInLaboratory = allowsPrivate && special?.isForLaboratories ?? false
            if let special, !isInLaboratory { return .specialUse(special) }
            if let (range, block) = Self.specialRange(of: name) { return .specialPurposeRange(range, block) }
            // No list has rules for `test` and `example`, so that all of them would be suffixes by the default rule.
            if isInLaboratory, special?.name.labelCount == 1 {
                return name.labelCount == 1 ? .publicSuffix(name) : nil
            }
            if name.isPublicSuffix(suffixes) { return .publicSuffix(name) }
            guard let parent = name.parent, let label = name.firstLabel, parent.isPublicSuffix(suffixes),
                label.first == UInt8(ascii: "_") || Self.sharedLabels.contains(Array(label))
            else { return nil }
            return .sharedLabel(DomainName.text(of: label), under: parent)
        }

        private static let sharedLabels = [Array("autodiscover".utf8), Array("autoconfig".utf8)]

        /// The addresses of the nearest name upwards that is a reverse name, and the block that holds all of them.
        private static func specialRange(of name: DomainName) -> (AddressPrefix, SpecialPurposeBlock)? {
            guard ReverseTree(holding: name) != nil else { return nil }
            for candidate in name.selfAndAncestors {
                guard let range = AddressPrefix(reverseName: candidate) else { continue }
                return SpecialPurposeBlock.holding(range).map { (range, $0) }
            }
            return nil
        }
    }

    /// What the name is, for a sentence that says who can have it: `co.uk is a public suffix`.
    public var reason: String {
        switch self {
        case .specialUse(let special):
            special.isForDocumentation
                ? "the example names are for documentation" : "\(special.name) is a special-use name"
        case .publicSuffix(let name): "\(name) is a public suffix"
        case .sharedLabel(let label, _): "\(label) directly under a public suffix is not for one owner"
        case .specialPurposeRange(let range, let block): "\(range) is a special-purpose range (\(block.name))"
        }
    }
}

extension SpecialPurposeBlock {
    /// The longest block that holds every address of the range; nil when none does.
    static func holding(_ range: AddressPrefix) -> SpecialPurposeBlock? {
        all.filter { $0.prefix.contains(range) }.max { $0.prefix.length < $1.prefix.length }
    }
}
