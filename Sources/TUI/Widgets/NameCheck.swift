import Core
import IDNA

/// The names that people type, judged by Core's rules.
enum NameCheck {
    /// The owner name of a record of `zone`.
    ///
    /// - Throws: ``DomainNameError``
    static func owner(_ text: String, in zone: DomainName) throws(DomainNameError) -> DomainName {
        try DomainName(owner: text, in: zone, toASCII: convert)
    }

    /// The name of a zone.
    ///
    /// - Throws: ``DomainNameError``
    static func zone(_ text: String) throws(DomainNameError) -> DomainName {
        let name = try DomainName(text, toASCII: convert)
        try name.requireZoneName()
        return name
    }

    /// Unicode to A-labels, as the server does it.
    static let convert: IDNAConversion = { text throws(DomainNameError) in
        do throws(IDNAError) {
            return try toASCII(text)
        } catch {
            throw .notConvertible(text, reason: reason(error))
        }
    }

    private static func reason(_ error: IDNAError) -> String {
        switch error {
        case .tooLong: "it is too long"
        case .labelTooLong(let label): "the label \"\(label)\" is too long"
        case .notAllowed(let label): "\"\(label)\" holds a character that names may not have"
        case .misplacedHyphen(let label): "\"\(label)\" has a hyphen where none may be"
        case .mixedDirections(let label): "\"\(label)\" mixes directions of writing"
        case .invalidALabel(let label): "\"\(label)\" is not the ASCII form of anything"
        }
    }
}
