import Glibc

/// Wakes a thread that waits in `poll`, from any other thread. Signals given before the thread looks are one.
final class WakeSignal: Sendable {
    /// Readable while a signal is there; -1 where the system had no descriptors to give, and then nothing is ever woken.
    let descriptor: Int32
    private let giver: Int32

    init() {
        let kind = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_NONBLOCK.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
        var ends: [Int32] = [-1, -1]
        _ = socketpair(AF_UNIX, kind, 0, &ends)
        descriptor = ends[0]
        giver = ends[1]
    }

    deinit {
        guard descriptor >= 0 else { return }
        close(descriptor)
        close(giver)
    }

    func give() {
        var byte: UInt8 = 1
        // A full socket is as good as one byte: the thread will look.
        _ = send(giver, &byte, 1, Int32(MSG_NOSIGNAL))
    }

    func take() {
        var bytes = [UInt8](repeating: 0, count: 256)
        while recv(descriptor, &bytes, bytes.count, 0) == bytes.count {}
    }
}
