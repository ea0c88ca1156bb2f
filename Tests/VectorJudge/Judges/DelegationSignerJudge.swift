import Core

extension Judge {
    /// Keys of RFCs and of the root, their key tags and every digest.
    static let delegationSigners = Judge(
        file: "ds.jsonl",
        rule: "Keys are read and printed as they are, have the key tag that is given, and each DS that is given"
    ) { row in
        let sample = try row.decoded(as: Sample.self)
        let owner = try DomainName(sample.owner)
        guard let key = PublicSigningKey(sample.dnskey) else { return .disagreed("\(sample.dnskey): not read") }
        guard key.text == sample.dnskey else { return .disagreed("\(sample.dnskey): printed as \(key.text)") }
        guard key.keyTag == sample.keyTag else {
            return .disagreed("\(sample.owner) \(sample.keyTag): tag \(key.keyTag)")
        }
        do throws(SigningKeyFault) {
            try key.requireSound()
        } catch {
            return .disagreed("\(sample.owner) \(sample.keyTag): refused, \(error.message)")
        }
        guard !sample.ds.isEmpty else { return .disagreed("\(sample.owner) \(sample.keyTag): no digests given") }
        for (type, digest) in sample.ds.sorted(by: { $0.key < $1.key }) {
            let expected = "\(sample.keyTag) \(key.algorithm.number) \(type) \(digest)"
            let computed = DSDigestType(type).flatMap { key.delegationSigner(at: owner, digestType: $0) }
            guard let computed, computed.text == expected.lowercased() else {
                return .disagreed("\(expected): \(computed?.text ?? "not computed")")
            }
            guard let read = DelegationSigner(expected), read.belongs(to: key, at: owner) else {
                return .disagreed("\(expected): not known as a DS of its key")
            }
        }
        return .agreed
    }

    private struct Sample: Decodable {
        let owner: String
        let dnskey: String
        let keyTag: UInt16
        /// Digest type to digest in hexadecimal.
        let ds: [String: String]

        enum CodingKeys: String, CodingKey {
            case owner, dnskey, ds
            case keyTag = "key_tag"
        }
    }
}
