import Glibc

/// Runs `body` on a detached thread that no signal reaches, `SIGPIPE` of a TLS write among them.
/// - Returns: false when the system has no thread to give; `body` then never runs.
func startThread(_ body: @escaping @Sendable () -> Void) -> Bool {
    let work = Unmanaged.passRetained(ThreadWork(body))
    var everySignal = sigset_t()
    var before = sigset_t()
    sigfillset(&everySignal)
    // The new thread inherits the mask, so it is set before the start and taken back after it.
    pthread_sigmask(SIG_SETMASK, &everySignal, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    var thread = pthread_t()
    let verdict = pthread_create(
        &thread,
        nil,
        { argument in
            guard let argument else { return nil }
            Unmanaged<ThreadWork>.fromOpaque(argument).takeRetainedValue().body()
            return nil
        },
        work.toOpaque()
    )
    guard verdict == 0 else {
        work.release()
        return false
    }
    pthread_detach(thread)
    return true
}

/// What a new thread is given.
private final class ThreadWork: Sendable {
    let body: @Sendable () -> Void

    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
}
