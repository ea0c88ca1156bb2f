/// What a zone asks of its parent through the CDS and CDNSKEY records at its apex (RFC 7344, RFC 8078).
public enum ChildRequest: Hashable, Sendable {
    /// The parent's DS set should point at exactly these keys; never empty.
    case keys([PublicSigningKey])
    /// The parent should remove every DS (RFC 8078 4).
    case delete

    /// The contents of the CDS set, one a digest type that is published; sorted, each once.
    public func childDelegationSigners(at owner: DomainName, digestTypes: [DSDigestType] = [.sha256]) -> [String] {
        switch self {
        case .delete: [Self.deletingCDS]
        case .keys(let keys):
            sortedOnce(
                keys.flatMap { key in digestTypes.compactMap { key.delegationSigner(at: owner, digestType: $0)?.text } }
            )
        }
    }

    /// The contents of the CDNSKEY set; sorted, each once.
    public var childKeys: [String] {
        switch self {
        case .delete: [Self.deletingCDNSKEY]
        case .keys(let keys): sortedOnce(keys.map(\.text))
        }
    }

    /// The CDS that asks for the removal of every DS (RFC 8078 4): the digest is one zero octet, as its erratum 5049 has it.
    public static let deletingCDS = "0 0 0 00"

    /// The CDNSKEY that asks for the same: the key is one zero octet.
    public static let deletingCDNSKEY = "0 3 0 AA=="

    /// What a CDS set says; nil for an empty set, for one that mixes the delete form with keys, and for contents that are
    /// no CDS. Only the delete form can be told without the keys, so the digests are handed back as they are.
    public static func reading(cds contents: [String]) -> ReadCDS? {
        let signers = contents.prefix(1_000).map { DelegationSigner($0) }
        guard !signers.isEmpty, signers.count == contents.count else { return nil }
        let known = signers.compactMap { $0 }
        guard known.count == signers.count else { return nil }
        if known.allSatisfy(isDelete) { return .delete }
        return known.contains(where: { $0.algorithm.number == 0 }) ? nil : .signers(known)
    }

    /// What was read from a CDS set.
    public enum ReadCDS: Hashable, Sendable {
        case signers([DelegationSigner])
        case delete
    }

    // RFC 8078 4: algorithm 0 alone makes it a delete request, but "the exact contents are required".
    private static func isDelete(_ signer: DelegationSigner) -> Bool {
        signer.keyTag == 0 && signer.algorithm.number == 0 && signer.digestType.number == 0 && signer.digest == [0]
    }

    private func sortedOnce(_ texts: [String]) -> [String] { Set(texts).sorted() }
}
