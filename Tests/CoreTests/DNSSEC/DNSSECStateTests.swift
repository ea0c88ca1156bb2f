import Testing

@testable import Core

@Suite("The states of DNSSEC")
struct DNSSECStateTests {
    typealias State = DNSSECState
    typealias Outcome = Result<DNSSECState, DNSSECRefusal>

    static let later = Timestamp(seconds: 1000)

    /// One row an event: what becomes of it in disabled, pending_ds, active, rotating_ksk, rotating_zsk.
    static let table: [(State.Event, [Outcome])] = [
        (.enable(zoneIsActive: true), [.success(.pendingDS)] + refused(.alreadySigned, 4)),
        (.enable(zoneIsActive: false), [.failure(.zoneNotActive)] + refused(.alreadySigned, 4)),
        (
            .confirm,
            [
                .failure(.nothingToConfirm), .success(.active), .failure(.nothingToConfirm), .success(.active),
                .failure(.nothingToConfirm),
            ]
        ),
        (
            .rotate(.zoneSigning, keysAreSettled: true),
            [.failure(.notSigned), .failure(.rolloverInProgress), .success(.rotatingZSK)]
                + refused(.rolloverInProgress, 2)
        ),
        (
            .rotate(.keySigning, keysAreSettled: true),
            [.failure(.notSigned), .failure(.rolloverInProgress), .success(.rotatingKSK)]
                + refused(.rolloverInProgress, 2)
        ),
        (
            .rotate(.zoneSigning, keysAreSettled: false),
            [.failure(.notSigned)] + refused(.rolloverInProgress, 4)
        ),
        (
            .rotate(.keySigning, keysAreSettled: false),
            [.failure(.notSigned)] + refused(.rolloverInProgress, 4)
        ),
        (.zskRolled, refused(.noZSKRolling, 4) + [.success(.active)]),
        (.disable(.gone, force: false), Array(repeating: .success(.disabled), count: 5)),
        (.disable(.gone, force: true), Array(repeating: .success(.disabled), count: 5)),
        (.disable(.listed, force: true), Array(repeating: .success(.disabled), count: 5)),
        (.disable(.mayBeCached(until: later), force: true), Array(repeating: .success(.disabled), count: 5)),
        (.disable(.unknown, force: true), Array(repeating: .success(.disabled), count: 5)),
        (
            .disable(.listed, force: false),
            [.success(.disabled)] + refused(.dsStillPublished(cachedUntil: nil), 4)
        ),
        (
            .disable(.mayBeCached(until: later), force: false),
            [.success(.disabled)] + refused(.dsStillPublished(cachedUntil: later), 4)
        ),
        (
            .disable(.unknown, force: false),
            [.success(.disabled), .success(.disabled)] + refused(.dsStillPublished(cachedUntil: nil), 3)
        ),
    ]

    static func refused(_ refusal: DNSSECRefusal, _ count: Int) -> [Outcome] {
        Array(repeating: .failure(refusal), count: count)
    }

    @Test("Every event befalls every state as the table says", arguments: table.indices)
    func row(index: Int) {
        let (event, outcomes) = Self.table[index]
        let states: [State] = [.disabled, .pendingDS, .active, .rotatingKSK, .rotatingZSK]
        #expect(outcomes.count == states.count)
        for (state, outcome) in zip(states, outcomes) {
            #expect(Outcome { () throws(DNSSECRefusal) in try state.after(event) } == outcome, "\(state) \(event)")
        }
    }

    @Test(
        "A refusal tells people what to do",
        arguments: [
            DNSSECRefusal.alreadySigned, .notSigned, .zoneNotActive, .rolloverInProgress, .nothingToConfirm,
            .noZSKRolling,
            .dsStillPublished(cachedUntil: nil), .dsStillPublished(cachedUntil: later),
        ])
    func messages(refusal: DNSSECRefusal) {
        #expect(refusal.message.hasSuffix("."))
    }

    @Test("The raw values are those of the API")
    func rawValues() {
        #expect(State.allCases.map(\.rawValue) == ["disabled", "pending_ds", "active", "rotating_ksk", "rotating_zsk"])
        #expect(DSAtParent.allCases.map(\.rawValue) == ["ok", "extra", "missing", "mismatch", "unknown"])
    }
}
