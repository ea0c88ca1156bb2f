import Testing

@testable import Core

@Suite("ds_at_parent")
struct DSAtParentTests {
    /// One entry of a DS set: whose it is and its digest type. Keys 1 to 3 may be published; 9 is a stranger's.
    struct Entry: Sendable {
        let key: UInt8
        let digestType: UInt8

        init(_ key: UInt8, _ digestType: UInt8 = 2) {
            self.key = key
            self.digestType = digestType
        }
    }

    static let table: [(String, [Entry]?, published: [UInt8], wanted: [UInt8], DSAtParent)] = [
        ("the parent is silent", nil, [1], [1], .unknown),
        ("nothing is there", [], [1], [1], .missing),
        ("the wanted one", [Entry(1)], [1], [1], .ok),
        ("the wanted one by SHA-384", [Entry(1, 4)], [1], [1], .ok),
        ("the wanted one by SHA-1 alone", [Entry(1, 1)], [1], [1], .ok),
        ("the wanted one by every digest", [Entry(1, 1), Entry(1, 2), Entry(1, 4)], [1], [1], .ok),
        ("the wanted one twice", [Entry(1), Entry(1)], [1], [1], .ok),
        ("after a roll, the old one too", [Entry(1), Entry(2)], [1, 2], [2], .extra),
        ("after a roll, the old one gone from the zone", [Entry(1), Entry(2)], [2], [2], .extra),
        ("a stranger's too", [Entry(2), Entry(9)], [2], [2], .extra),
        ("a stranger's of unknown digest too", [Entry(2), Entry(9, 200)], [2], [2], .extra),
        ("while rolling, the old one alone", [Entry(1)], [1, 2], [2], .missing),
        ("while rolling, the new one alone", [Entry(2)], [1, 2], [2], .ok),
        ("the old one and a stranger's", [Entry(1), Entry(9)], [1, 2], [2], .missing),
        ("one of two wanted", [Entry(1)], [1, 2], [1, 2], .missing),
        ("both wanted", [Entry(2), Entry(1)], [1, 2], [1, 2], .ok),
        ("a stranger's alone", [Entry(9)], [1], [1], .mismatch),
        ("a key that is no longer published", [Entry(1)], [2], [2], .mismatch),
        ("the wanted one, which is not published", [Entry(2)], [1], [2], .mismatch),
        ("the wanted one is not published, the old one is", [Entry(1), Entry(2)], [1], [2], .missing),
        ("ours by a digest that nobody knows", [Entry(1, 200)], [1], [1], .mismatch),
        // RFC 4509 3: validators leave SHA-1 out where the set has SHA-256.
        ("the new one by SHA-1 beside the old by SHA-256", [Entry(1, 2), Entry(2, 1)], [1, 2], [2], .missing),
        ("the wanted one by SHA-1 beside a stranger's SHA-256", [Entry(1, 1), Entry(9, 2)], [1], [1], .mismatch),
        ("a stranger's SHA-1 beside the wanted one", [Entry(1, 2), Entry(9, 1)], [1], [1], .extra),
        ("an unsigned zone without a DS", [], [], [], .ok),
        ("an unsigned zone with a DS", [Entry(1)], [], [], .mismatch),
        ("nothing wanted, one of ours there", [Entry(1)], [1], [], .extra),
    ]

    @Test("Every case of the table is found", arguments: table.indices)
    func finds(index: Int) throws {
        let (what, entries, published, wanted, finding) = Self.table[index]
        let zone = try DomainName("example.org.")
        let answer = try entries.map { ParentAnswer.listed(try $0.map { try Self.signer($0, zone) }, ttl: 3600) }
        let found = DSAtParent(
            answer ?? .silent,
            zone: zone,
            published: try published.map(PublicSigningKey.sample),
            wanted: try wanted.map(PublicSigningKey.sample)
        )
        #expect(found == finding, "\(what)")
    }

    private static func signer(_ entry: Entry, _ zone: DomainName) throws -> DelegationSigner {
        let key = try PublicSigningKey.sample(entry.key)
        let type = DSDigestType(number: entry.digestType)
        return key.delegationSigner(at: zone, digestType: type)
            ?? DelegationSigner(keyTag: key.keyTag, algorithm: key.algorithm, digestType: type, digest: [1, 2, 3])
    }

    typealias Row = (DSAtParent, DNSSECState, confirms: Bool, alarm: DSAtParent.Alarm, holds: Bool)

    static let consequences: [Row] = [
        (.ok, .disabled, false, .never, false), (.ok, .pendingDS, true, .never, false),
        (.ok, .active, false, .never, false), (.ok, .rotatingKSK, true, .never, false),
        (.ok, .rotatingZSK, false, .never, false),
        (.extra, .disabled, false, .after(seconds: 2_592_000), false),
        (.extra, .pendingDS, true, .after(seconds: 2_592_000), false),
        (.extra, .active, false, .after(seconds: 2_592_000), false),
        (.extra, .rotatingKSK, true, .after(seconds: 2_592_000), false),
        (.extra, .rotatingZSK, false, .after(seconds: 2_592_000), false),
        (.missing, .disabled, false, .never, true), (.missing, .pendingDS, false, .never, false),
        (.missing, .active, false, .atOnce, true), (.missing, .rotatingKSK, false, .never, false),
        (.missing, .rotatingZSK, false, .atOnce, true),
        (.mismatch, .disabled, false, .atOnce, true), (.mismatch, .pendingDS, false, .atOnce, true),
        (.mismatch, .active, false, .atOnce, true), (.mismatch, .rotatingKSK, false, .atOnce, true),
        (.mismatch, .rotatingZSK, false, .atOnce, true),
        (.unknown, .disabled, false, .never, true), (.unknown, .pendingDS, false, .never, true),
        (.unknown, .active, false, .never, true), (.unknown, .rotatingKSK, false, .never, true),
        (.unknown, .rotatingZSK, false, .never, true),
    ]

    @Test("Every finding has its consequence in every state", arguments: consequences.indices)
    func consequence(index: Int) {
        let (finding, state, confirms, alarm, holds) = Self.consequences[index]
        let consequence = finding.consequence(in: state)
        #expect(consequence.confirms == confirms)
        #expect(consequence.alarm == alarm)
        #expect(consequence.holds == holds)
    }

    @Test("The table of consequences has every finding in every state")
    func complete() {
        let pairs = Set(Self.consequences.map { [$0.0.rawValue, $0.1.rawValue] })
        #expect(pairs.count == DSAtParent.allCases.count * DNSSECState.allCases.count)
    }

    @Test(
        "The parent is asked every hour where a DS is awaited, else every day",
        arguments: [
            (DNSSECState.disabled, Int64(86_400)), (.pendingDS, 3600), (.active, 86_400), (.rotatingKSK, 3600),
            (.rotatingZSK, 86_400),
        ])
    func interval(state: DNSSECState, seconds: Int64) {
        #expect(DSAtParent.lookInterval(in: state) == seconds)
    }
}
