import Glibc

/// The stack of each thread, in bytes: enough for TLS handshakes and name resolution, small enough for hundreds.
private let stackSize = 1 << 20

/// What a new thread is given across `pthread_create`.
private final class ThreadStart: Sendable {
    let name: String
    let body: @Sendable () -> Void

    init(name: String, body: @escaping @Sendable () -> Void) {
        self.name = name
        self.body = body
    }
}

/// Starts a detached thread that runs `body` with all signals blocked but those a fault of its own raises: `SIGPIPE` of a
/// TLS write is among the blocked.
///
/// `name` is what `top -H` shows, 15 octets of it.
/// - Returns: false when the system has no thread to give; `body` then never runs.
public func startThread(named name: String, _ body: @escaping @Sendable () -> Void) -> Bool {
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    defer { pthread_attr_destroy(&attributes) }
    pthread_attr_setstacksize(&attributes, stackSize)
    pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))

    // A thread inherits the mask of its maker: block here, restore after.
    var blocked = sigset_t()
    var former = sigset_t()
    sigfillset(&blocked)
    for fault in [SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGTRAP, SIGABRT, SIGSYS] { sigdelset(&blocked, fault) }
    pthread_sigmask(SIG_BLOCK, &blocked, &former)
    defer { pthread_sigmask(SIG_SETMASK, &former, nil) }

    let start = Unmanaged.passRetained(ThreadStart(name: name, body: body))
    var thread = pthread_t()
    let status = pthread_create(&thread, &attributes, { beginThread($0) }, start.toOpaque())
    guard status == 0 else {
        start.release()
        return false
    }
    return true
}

private func beginThread(_ argument: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    guard let argument else { return nil }
    let start = Unmanaged<ThreadStart>.fromOpaque(argument).takeRetainedValue()
    nameThisThread(start.name)
    start.body()
    return nil
}

/// `pthread_setname_np` and `prctl` are not to be had from Swift. Without /proc the thread has no name, and works.
private func nameThisThread(_ name: String) {
    let file = open("/proc/thread-self/comm", O_WRONLY | O_CLOEXEC)
    guard file >= 0 else { return }
    defer { close(file) }
    _ = Array(name.utf8.prefix(15)).withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
}
