import CCurl
import Synchronization
import Threads

/// The door between tasks and the transfer thread: new calls and cancellations go in, the thread takes them out.
final class Inbox: Sendable {
    /// What has arrived since the thread looked last.
    struct Arrivals {
        var calls: [Call] = []
        var cancelled: [UInt64] = []
        var isClosed = false
    }

    /// Where the thread is. `idle` -> `running` with the first call; `running` -> `gone` when the thread has freed curl's
    /// handle; a closed idle inbox never runs.
    private enum Thread {
        case idle
        case running(MultiHandle)
        case gone
    }

    private struct State {
        var arrivals = Arrivals()
        var thread = Thread.idle
        /// Calls that no connection has begun to serve.
        var waiting = 0
    }

    private let state = Mutex(State())
    private let settings: ClientSettings

    init(_ settings: ClientSettings) {
        self.settings = settings
    }

    /// Hands the call to the thread, which is started by the first call; a call that cannot be taken is answered at once.
    func add(_ call: Call) {
        let refusal: HTTPFailure? = state.withLock { state in
            if state.arrivals.isClosed { return .closed }
            if state.waiting >= settings.maximumQueued { return .queueFull }
            if case .idle = state.thread {
                guard let multi = start() else { return .failed("no memory or no thread for transfers") }
                state.thread = .running(multi)
            }
            state.waiting += 1
            state.arrivals.calls.append(call)
            wake(state)
            return nil
        }
        if let refusal { call.continuation.resume(returning: .failure(refusal)) }
    }

    func cancel(_ id: UInt64) {
        state.withLock { state in
            guard case .running = state.thread else { return }
            state.arrivals.cancelled.append(id)
            wake(state)
        }
    }

    func close() {
        state.withLock { state in
            state.arrivals.isClosed = true
            wake(state)
        }
    }

    // MARK: The thread's side

    func take() -> Arrivals {
        state.withLock { state in
            let arrivals = state.arrivals
            state.arrivals = Arrivals(isClosed: arrivals.isClosed)
            return arrivals
        }
    }

    /// Tells that a call has left the queue, for a connection or for good.
    func leftQueue() { state.withLock { $0.waiting -= 1 } }

    /// The thread's last word; nobody wakes curl's handle after it.
    func threadEnds() { state.withLock { $0.thread = .gone } }

    private func start() -> MultiHandle? {
        guard CurlLibrary.isReady, let pointer = curl_multi_init() else { return nil }
        let multi = MultiHandle(pointer: pointer)
        let perHost = settings.maximumConnectionsPerHost
        _ = sc_curl_multi_setopt_long(pointer, CURLMOPT_MAX_HOST_CONNECTIONS, perHost)
        _ = sc_curl_multi_setopt_long(pointer, CURLMOPT_MAXCONNECTS, max(64, perHost))
        let started = startThread(named: "curl") { [self, settings] in
            TransferLoop(multi: multi, settings: settings, inbox: self).run()
        }
        guard started else {
            curl_multi_cleanup(pointer)
            return nil
        }
        return multi
    }

    private func wake(_ state: borrowing State) {
        if case .running(let multi) = state.thread { curl_multi_wakeup(multi.pointer) }
    }
}

/// curl's handle for all transfers: only its thread uses it, except for `curl_multi_wakeup`, which any thread may call.
struct MultiHandle: @unchecked Sendable {
    let pointer: UnsafeMutableRawPointer
}

/// curl's process-wide state, made once.
enum CurlLibrary {
    static let isReady = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK
}
