import Testing

@testable import Core

@Suite("DS, CDS and CDNSKEY")
struct DelegationSignerTests {
    @Test(
        "What is no DS is not read",
        arguments: [
            "", "1 13 2", "1 13 2 ", "65536 13 2 00", "1 256 2 00", "1 13 2 aabb", "1 13 2 zz", "1 13 1 0", "1 13 9 0",
            "1 13 4 \(String(repeating: "00", count: 32))",
        ])
    func refuses(text: String) {
        #expect(DelegationSigner(text) == nil)
    }

    @Test("The wire form is read back; a digest of another length than its type's is not")
    func wire() throws {
        let signer = try #require(DelegationSigner("55648 13 2 \(String(repeating: "ab", count: 32))"))
        #expect(DelegationSigner(wire: signer.wire) == signer)
        #expect(DelegationSigner(wire: Array(signer.wire.dropLast())) == nil)
        #expect(DelegationSigner(wire: []) == nil)
        #expect(DelegationSigner(wire: [0, 0, 0, 0]) == nil)
        #expect(signer.hexDigest == String(repeating: "AB", count: 32))
    }

    @Test("A DS belongs to a key by each digest that is computed here, and by tag, algorithm and owner")
    func belongs() throws {
        let (key, owner) = (try PublicSigningKey.sample(1), try DomainName("example.org."))
        for type in DSDigestType.computed {
            let signer = try #require(key.delegationSigner(at: owner, digestType: type))
            #expect(signer.belongs(to: key, at: owner))
            #expect(!signer.belongs(to: key, at: try DomainName("example.net.")))
            #expect(!signer.belongs(to: try PublicSigningKey.sample(2), at: owner))
            let other = DelegationSigner(
                keyTag: signer.keyTag ^ 1,
                algorithm: signer.algorithm,
                digestType: type,
                digest: signer.digest
            )
            #expect(!other.belongs(to: key, at: owner))
        }
    }

    @Test("The delete forms are those of RFC 8078 4")
    func deleteForms() throws {
        let owner = try DomainName("example.org.")
        #expect(ChildRequest.delete.childDelegationSigners(at: owner) == ["0 0 0 00"])
        #expect(ChildRequest.delete.childKeys == ["0 3 0 AA=="])
        #expect(ChildRequest.reading(cds: ["0 0 0 00"]) == .delete)
    }

    @Test("Keys are asked for by a CDS a digest type and a CDNSKEY each, sorted and once")
    func keys() throws {
        let (one, other) = (try PublicSigningKey.sample(1), try PublicSigningKey.sample(2))
        let owner = try DomainName("example.org.")
        let request = ChildRequest.keys([other, one, one])
        let expected = [one, other].compactMap { $0.delegationSigner(at: owner, digestType: .sha256)?.text }.sorted()
        #expect(request.childDelegationSigners(at: owner) == expected)
        #expect(request.childKeys == [one.text, other.text].sorted())
    }

    @Test(
        "Anything but the exact delete form, or it beside keys, deletes nothing",
        arguments: [
            [], ["0 0 0 0000"], ["1 0 0 00"], ["0 0 2 \(String(repeating: "00", count: 32))"], ["nonsense"],
            ["0 0 0 00", "1 13 2 \(String(repeating: "ab", count: 32))"],
        ])
    func notDeleting(contents: [String]) {
        #expect(ChildRequest.reading(cds: contents) == nil)
    }
}
