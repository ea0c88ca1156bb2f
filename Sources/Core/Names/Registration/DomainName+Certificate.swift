extension DomainName {
    /// Reads a name that a public certificate authority may issue for: a host name in lower case without final dot, of two to
    /// ten labels, valid A-labels among them, below a listed public suffix; or such a name with `*.` in front (RFC 8555
    /// 7.1.3, RFC 5280 4.2.1.6, and the CA/Browser Forum's baseline requirements as Let's Encrypt reads them).
    ///
    /// - Throws: ``CertificateNameError``
    public init(
        certificateName text: String,
        suffixes: PublicSuffixLookup,
        toUnicode: UnicodeConversion
    ) throws(CertificateNameError) {
        guard !text.isEmpty else { throw .empty }
        let stars = text.utf8.count { $0 == UInt8(ascii: "*") }
        guard stars > 0 else {
            self = try Self.certified(text, suffixes, toUnicode)
            return
        }
        guard stars == 1 else { throw .tooManyWildcards(in: text) }
        guard text.hasPrefix("*.") else { throw .misplacedWildcard(in: text) }
        let base: DomainName
        do throws(CertificateNameError) {
            base = try Self.certified(String(text.dropFirst(2)), suffixes, toUnicode)
        } catch {
            throw Self.isAboutSuffix(error) ? .wildcardOfSuffix(text) : error
        }
        do throws(DomainNameError) {
            self = try base.prepending("*")
        } catch {
            throw .tooLong(characters: text.utf8.count)
        }
    }

    /// `*.com` fails for having one label or for being a suffix: either way it is the star that is too wide.
    private static func isAboutSuffix(_ error: CertificateNameError) -> Bool {
        switch error {
        case .publicSuffix, .tooFewLabels: true
        default: false
        }
    }

    private static func certified(
        _ text: String,
        _ suffixes: PublicSuffixLookup,
        _ toUnicode: UnicodeConversion
    ) throws(CertificateNameError) -> DomainName {
        guard text.utf8.allSatisfy({ isCertifiable($0) || $0 == UInt8(ascii: ".") }) else {
            throw .badCharacter(in: text)
        }
        guard text.utf8.count <= 253 else { throw .tooLong(characters: text.utf8.count) }
        guard IPAddress.V4(presentation: Array(text.utf8)[...]) == nil else { throw .address(text) }
        guard !text.hasSuffix(".") else { throw .trailingDot(text) }
        let labels = text.split(separator: ".", omittingEmptySubsequences: false)
        guard labels.count <= 10 else { throw .tooManyLabels(labels.count) }
        guard labels.count >= 2 else { throw .tooFewLabels(text) }
        for label in labels { try requireCertifiable(String(label), in: text, toUnicode) }
        let name: DomainName
        do throws(DomainNameError) {
            name = try DomainName(text)
        } catch {
            throw .badCharacter(in: text)
        }
        guard suffixes(name).isListed else { throw .notPublic(text) }
        guard !name.isPublicSuffix(suffixes) else { throw .publicSuffix(text) }
        return name
    }

    private static func requireCertifiable(
        _ label: String,
        in text: String,
        _ toUnicode: UnicodeConversion
    ) throws(CertificateNameError) {
        let octets = Array(label.utf8)
        let hyphen = UInt8(ascii: "-")
        guard !octets.isEmpty else { throw .emptyLabel(in: text) }
        guard octets.count <= longestLabel else { throw .labelTooLong(characters: octets.count) }
        guard octets.first != hyphen, octets.last != hyphen else { throw .badCharacter(in: text) }
        guard octets.count >= 4, octets[2] == hyphen, octets[3] == hyphen else { return }
        guard label.hasPrefix("xn") else { throw .reservedLabel(label) }
        guard toUnicode(label) != nil else { throw .badALabel(in: text) }
    }

    private static func isCertifiable(_ octet: UInt8) -> Bool {
        switch octet {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): true
        default: false
        }
    }
}
