public import Core
import IDNA
import PublicSuffix

/// Which names can be zones here: Core's rules (`domain.md` 1.1 and 8), given IDNA and the Public Suffix List of the system.
public struct NameRules: Sendable {
    private let suffixes: PublicSuffixLookup
    private let reservations: NameReservation.Rules

    /// `allowsPrivate` is `VALIDATION_ALLOW_PRIVATE`: then `test` and the `example` names are ordinary.
    public init(allowsPrivate: Bool) {
        suffixes = Self.systemSuffixes()
        reservations = NameReservation.Rules(suffixes: suffixes, allowsPrivate: allowsPrivate)
    }

    /// The newest list that the system has; without one every top-level name counts as a public suffix.
    private static func systemSuffixes() -> PublicSuffixLookup {
        let list = PublicSuffixList()
        return { name in
            guard let suffix = list?.suffix(of: name.text) else { return .byDefault }
            return PublicSuffixMatch(labelCount: suffix.labelCount, isListed: suffix.isListed)
        }
    }

    /// The conversion of Unicode to A-labels.
    public static let toASCII: IDNAConversion = { text throws(DomainNameError) in
        do throws(IDNAError) {
            return try IDNA.toASCII(text)
        } catch {
            throw .notConvertible(text, reason: Self.words(error))
        }
    }

    private static func words(_ error: IDNAError) -> String {
        switch error {
        case .tooLong(let characters): "it is too long (\(characters) characters)"
        case .labelTooLong(let label): "the label \(label) is too long"
        case .notAllowed(let label): "the label \(label) holds a character that no domain name may hold"
        case .misplacedHyphen(let label): "the label \(label) has a hyphen where none may stand"
        case .mixedDirections(let label): "the label \(label) mixes writing directions"
        case .invalidALabel(let label): "the label \(label) is no valid A-label"
        }
    }

    /// The name in Unicode where it differs.
    static func unicode(_ name: DomainName) -> String? { name.unicodeName(IDNA.toUnicode) }

    /// Whether registries take registrations directly below the name.
    public func isPublicSuffix(_ name: DomainName) -> Bool { name.isPublicSuffix(suffixes) }

    /// The public suffix of a name and one label more; the name itself when it is a public suffix.
    func registrableDomain(of name: DomainName) -> DomainName { name.registrableDomain(suffixes) ?? name }

    /// Why only a platform administrator can make a zone of the name; nil when anybody can.
    public func reservation(of name: DomainName) -> String? { reservations.reservation(of: name)?.reason }
}
