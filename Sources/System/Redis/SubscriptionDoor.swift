import Synchronization

/// How a subscription's reader tells its thread to end.
final class SubscriptionDoor: Sendable {
    let signal = WakeSignal()
    private let closed = Atomic<Bool>(false)

    var isClosed: Bool { closed.load(ordering: .acquiring) }

    func close() {
        closed.store(true, ordering: .releasing)
        signal.give()
    }
}
