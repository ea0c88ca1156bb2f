import Core
import IDNA

extension Judge {
    /// Names that certificate authorities issue for, names of zones, and names of records inside of a zone.
    static let names = Judge(
        file: "names.jsonl",
        rule: "A name is taken or refused as Let's Encrypt and deSEC do, for the same reason where they name it",
        verdict: { row in
            let sample = try row.decoded(as: Sample.self)
            let refusal = try sample.refusal(suffixes: SuffixLists.lookup(in: row.folder))
            switch (sample.isValid, refusal) {
            case (true, nil): return .agreed
            case (true, let refusal?): return .disagreed("\(sample): refused, \(refusal)")
            case (false, nil): return .disagreed("\(sample): taken")
            case (false, let refusal?):
                guard sample.policy == "acme-identifier", refusal != sample.reason else { return .agreed }
                return .disagreed("\(sample): \(sample.reason ?? "") expected, \(refusal) came")
            }
        },
        reason: { row in
            let sample = try row.decoded(as: Sample.self)
            if sample.policy == "subname", sample.name.isEmpty {
                return "the apex is written @ in our API (api.md 5): a name that is missing is a mistake, no apex"
            }
            let folded = Sample(name: sample.name.lowercased(), isValid: true, policy: sample.policy, reason: nil)
            // The folder's own reason: an API may also choose to fold.
            guard sample.policy != "acme-identifier", folded.name != sample.name,
                try folded.refusal(suffixes: SuffixLists.lookup(in: row.folder)) == nil
            else { return nil }
            return "capitals are taken and folded, since names compare without case (domain.md 1.1)"
        }
    )

    private struct Sample: Decodable, CustomStringConvertible {
        let name: String
        let isValid: Bool
        let policy: String
        let reason: String?

        enum CodingKeys: String, CodingKey {
            case name, policy, reason
            case isValid = "valid"
        }

        var description: String { "\(policy) \"\(name)\"" }

        /// Why we refuse the name; nil when we take it.
        func refusal(suffixes: PublicSuffixLookup) throws -> String? {
            do {
                switch policy {
                case "acme-identifier":
                    _ = try DomainName(certificateName: name, suffixes: suffixes, toUnicode: IDNA.toUnicode)
                case "zone-name":
                    try DomainName(name, toASCII: convert).requireZoneName()
                case "subname":
                    let zone = try DomainName("example.org")
                    let owner = try DomainName(owner: name, in: zone, toASCII: convert)
                    guard owner.isAtOrBelow(zone) else { return "\(owner) lies outside \(zone)" }
                default:
                    throw UnknownPolicy(name: policy)
                }
                return nil
            } catch let error as CertificateNameError {
                return error.boulder
            } catch let error as DomainNameError {
                return error.message
            }
        }
    }

    private struct UnknownPolicy: Error {
        let name: String
    }

    private static let convert: IDNAConversion = { text throws(DomainNameError) in
        do throws(IDNAError) {
            return try IDNA.toASCII(text)
        } catch {
            throw .notConvertible(text, reason: "\(error)")
        }
    }
}

extension CertificateNameError {
    /// The name that Let's Encrypt's server gives the error.
    fileprivate var boulder: String {
        switch self {
        case .empty: "errEmptyIdentifier"
        case .tooLong: "errNameTooLong"
        case .badCharacter: "errInvalidDNSCharacter"
        case .address: "errIPAddressInDNS"
        case .trailingDot: "errNameEndsInDot"
        case .emptyLabel: "errLabelTooShort"
        case .labelTooLong: "errLabelTooLong"
        case .tooManyLabels: "errTooManyLabels"
        case .tooFewLabels: "errTooFewLabels"
        case .reservedLabel: "errInvalidRLDH"
        case .badALabel: "errMalformedIDN"
        case .notPublic: "errNonPublic"
        case .publicSuffix: "errICANNTLD"
        case .tooManyWildcards: "errTooManyWildcards"
        case .misplacedWildcard: "errMalformedWildcard"
        case .wildcardOfSuffix: "errICANNTLDWildcard"
        }
    }
}
