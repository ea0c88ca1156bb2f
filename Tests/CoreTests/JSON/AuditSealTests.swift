import Testing

@testable import Core

/// The expected figures were computed with Python's hmac and hashlib.
@Suite("Audit seals and plan hashes")
struct AuditSealTests {
    private let key = AuditSealKey(pepper: Array("an example pepper of 32 characters".utf8))

    private func entry(_ action: String, _ seq: Int, at microseconds: Int64) -> JSONValue {
        .object([
            ("seq", JSONNumber(exactly: seq).map { .number($0) } ?? .null), ("action", .string(action)),
            ("timestamp", .string(Timestamp(microseconds: microseconds).sealedText)), ("actor_id", .string("1")),
        ])
    }

    @Test("A seal covers the entry and the seal before it")
    func chain() {
        let first = AuditSeal(of: entry("record.create", 1, at: 1_795_497_622_000_123), after: .head, key: key)
        #expect(first.text == "842c55d51fae159f0b585e824c4530c3c60810cfac67612f9d5ae023cdeeba3c")
        let second = AuditSeal(of: entry("record.delete", 2, at: 1_795_497_623_500_000), after: first, key: key)
        #expect(second.text == "d889bbcd365a5bfcfb0bd470d6950cde6675af6d5a4bbad2266ea8f042bf515e")
        #expect(AuditSeal(octets: second.octets) == second)
        #expect(AuditSeal(octets: [1, 2, 3]) == nil)
    }

    @Test("The key is told apart by the beginning of its hash")
    func keyID() {
        #expect(key.id == "0ebc917a")
        #expect(AuditSealKey(Array("another".utf8)).id != key.id)
    }

    @Test("A plan's hash is that of its canonical form")
    func planHash() throws {
        let plan = try JSONValue(json: Array(#"{ "update": [], "create": [], "delete": [] }"#.utf8))
        #expect(plan.canonicalHash == "c2372019caca04a28b5fab615f478f5b831f74dba8cf7b8ddd395942f5b7d78f")
    }

    @Test(
        "A sealed timestamp has six decimals",
        arguments: [
            (0, "1970-01-01T00:00:00.000000Z"), (-1, "1969-12-31T23:59:59.999999Z"),
            (1_000_001, "1970-01-01T00:00:01.000001Z"),
        ]
    )
    func timestamps(microseconds: Int64, text: String) {
        #expect(Timestamp(microseconds: microseconds).sealedText == text)
    }
}
