import Synchronization

/// Remembers that a task was cancelled, even when that happens before its call has reached the transfer thread.
final class CancellationMark: Sendable {
    private let raised = Atomic<Bool>(false)

    var isRaised: Bool { raised.load(ordering: .acquiring) }

    func raise() { raised.store(true, ordering: .releasing) }
}
