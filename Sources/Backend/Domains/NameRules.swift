public import Core
import IDNA
import PublicSuffix

/// Which names can be zones here: IDNA and the Public Suffix List, joined with the rules of `domain.md` 1.1.
public struct NameRules: Sendable {
    private let suffixes: PublicSuffixList?
    private let isLaboratory: Bool

    /// `allowsPrivate` is `VALIDATION_ALLOW_PRIVATE`: then `test` and the `example` names are ordinary.
    public init(allowsPrivate: Bool) {
        suffixes = PublicSuffixList()
        isLaboratory = allowsPrivate
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
    static func unicode(_ name: DomainName) -> String? {
        guard name.text.contains("xn--"), let unicode = IDNA.toUnicode(name.text), unicode != name.text else {
            return nil
        }
        return unicode
    }

    /// Whether registries take registrations directly below the name.
    public func isPublicSuffix(_ name: DomainName) -> Bool {
        suffixes?.isPublicSuffix(name.text) ?? (name.labelCount == 1)
    }

    /// The public suffix of a name and one label more; the name itself when it is a public suffix.
    func registrableDomain(of name: DomainName) -> DomainName {
        // What the list answers is a part of the name it was asked about.
        guard let text = suffixes?.registrableDomain(of: name.text), let domain = try? DomainName(text) else {
            return name
        }
        return domain
    }

    /// Why only a platform administrator can make a zone of the name; nil when anybody can.
    public func reservation(of name: DomainName) -> String? {
        let labels = name.labels.map { String(decoding: $0, as: UTF8.self) }
        if let last = labels.last, Self.specialTopLevel.contains(last),
            !(isLaboratory && Self.laboratory.contains(last))
        {
            return "\(last) is a special-use name"
        }
        if labels.count >= 2, labels[labels.count - 2] == "example", ["com", "net", "org"].contains(labels.last ?? "") {
            if !isLaboratory { return "the example names are for documentation" }
        }
        let isOrdinaryTop = isLaboratory && Self.laboratory.contains(labels.last ?? "")
        if isPublicSuffix(name), !isOrdinaryTop || labels.count == 1 { return "\(name.text) is a public suffix" }
        if let parent = name.parent, let first = labels.first, isPublicSuffix(parent), !isOrdinaryTop,
            first.hasPrefix("_") || first == "autodiscover" || first == "autoconfig"
        {
            return "\(first) directly under a public suffix is not for one owner"
        }
        return nil
    }

    /// RFC 6761 and its registry, and `internal`.
    private static let specialTopLevel: Set<String> = [
        "alt", "example", "internal", "invalid", "local", "localhost", "onion", "test",
    ]
    private static let laboratory: Set<String> = ["example", "test"]
}
