import Core

/// The names that people type, judged by Core's rules.
enum NameCheck {
    /// The owner name of a record of `zone`.
    ///
    /// - Throws: ``DomainNameError``
    static func owner(_ text: String, in zone: DomainName) throws(DomainNameError) -> DomainName {
        try DomainName(owner: text, in: zone, toASCII: toASCII)
    }

    /// The name of a zone.
    ///
    /// - Throws: ``DomainNameError``
    static func zone(_ text: String) throws(DomainNameError) -> DomainName {
        let name = try DomainName(text, toASCII: toASCII)
        try name.requireZoneName()
        return name
    }

    private static let toASCII: IDNAConversion = { text throws(DomainNameError) in
        throw .notConvertible(text, reason: "write it in its xn-- form")
    }
}
