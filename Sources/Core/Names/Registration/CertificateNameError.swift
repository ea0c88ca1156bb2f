/// Why public certificate authorities issue for no such name: the rules of ``DomainName/init(certificateName:suffixes:toUnicode:)``.
public enum CertificateNameError: Error, Equatable, Sendable {
    case empty
    /// More than 253 characters.
    case tooLong(characters: Int)
    /// Anything but small letters, digits, hyphens inside of labels, and dots.
    case badCharacter(in: String)
    case address(String)
    case trailingDot(String)
    case emptyLabel(in: String)
    case labelTooLong(characters: Int)
    /// More than ten.
    case tooManyLabels(Int)
    /// One.
    case tooFewLabels(String)
    /// Two hyphens in the third and fourth place of a label that does not begin with `xn` (RFC 5890 2.3.1).
    case reservedLabel(String)
    /// An `xn--` label that no Unicode label turns into.
    case badALabel(in: String)
    /// No rule of the Public Suffix List covers the name, so no registry stands above it.
    case notPublic(String)
    case publicSuffix(String)
    case tooManyWildcards(in: String)
    /// A star that is not the left-most label.
    case misplacedWildcard(in: String)
    /// `*.org`, `*.co.uk`
    case wildcardOfSuffix(String)
}
