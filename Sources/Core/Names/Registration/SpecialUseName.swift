/// A name that is kept from ordinary use, with everything below it: IANA's registry of special-use domain names (RFC 6761),
/// and `internal`.
public struct SpecialUseName: Hashable, Sendable {
    public let name: DomainName
    /// The document that sets the name apart.
    public let reference: String

    /// Whether the name is an ordinary one in laboratories (`VALIDATION_ALLOW_PRIVATE`): `test` and the `example` names.
    public var isForLaboratories: Bool { name.labels.first.map { Self.laboratoryLabels.contains($0) } ?? false }

    /// Whether the name is one of those that documents may use: `example`, `example.org`.
    public var isForDocumentation: Bool { name.labels.first == Array("example".utf8) }

    /// The entry that holds the name: the name itself or its nearest ancestor; nil for an ordinary name.
    public static func holding(_ name: DomainName) -> SpecialUseName? {
        // No entry has more labels: longer ancestors need no look.
        let candidates = name.selfAndAncestors.suffix(mostLabels + 1)
        return candidates.lazy.compactMap { all[$0] }.first
    }

    /// Every entry, by its name. The reverse names of the registry are those of special-purpose address blocks:
    /// ``NameReservation`` judges them by their addresses, with all the other blocks.
    static let all: [DomainName: SpecialUseName] = {
        var entries: [DomainName: SpecialUseName] = [:]
        for (text, reference) in table {
            // The table's test counts the entries.
            guard let name = try? DomainName(text) else { continue }
            entries[name] = SpecialUseName(name: name, reference: reference)
        }
        return entries
    }()

    private static let mostLabels = 2
    private static let laboratoryLabels = [Array("example".utf8), Array("test".utf8)]

    static let table: [(String, String)] = [
        ("6tisch.arpa", "RFC 9031"),
        ("alt", "RFC 9476"),
        ("eap-noob.arpa", "RFC 9140"),
        ("eap.arpa", "RFC 9965"),
        ("example", "RFC 6761"),
        ("example.com", "RFC 6761"),
        ("example.net", "RFC 6761"),
        ("example.org", "RFC 6761"),
        ("home.arpa", "RFC 8375"),
        ("internal", "ICANN board, 29 July 2024 (SAC113)"),
        ("invalid", "RFC 6761"),
        ("ipv4only.arpa", "RFC 8880"),
        ("local", "RFC 6762"),
        ("localhost", "RFC 6761"),
        ("onion", "RFC 7686"),
        ("resolver.arpa", "RFC 9462"),
        ("service.arpa", "RFC 9665"),
        ("test", "RFC 6761"),
    ]
}
