import Synchronization

/// An HTTP/1.1 client that keeps connections: any number of calls at once on one thread, certificates always verified.
///
/// Nothing is taken from the environment: no proxy, no cookies, no credentials file. The thread starts with the first call
/// and ends with ``close()`` or with the client itself.
public final class HTTPClient: Sendable {
    private let inbox: Inbox
    private static let lastID = Atomic<UInt64>(0)

    /// - Parameters:
    ///   - maximumConnectionsPerHost: of one scheme, host and port, idle ones included; further calls wait.
    ///   - maximumQueued: calls that may wait for a connection; one more fails with ``HTTPFailure/queueFull``.
    ///   - connectTimeout: for name resolution, connecting and the TLS handshake together.
    ///   - userAgent: sent with every request.
    ///   - caFile: certificates in PEM that are trusted instead of the system's.
    public init(
        maximumConnectionsPerHost: Int = 6,
        maximumQueued: Int = 1000,
        connectTimeout: Duration = .seconds(5),
        userAgent: String,
        caFile: String? = nil
    ) {
        inbox = Inbox(
            ClientSettings(
                maximumConnectionsPerHost: max(1, maximumConnectionsPerHost),
                maximumQueued: max(1, maximumQueued),
                connectTimeout: connectTimeout,
                userAgent: userAgent,
                caFile: caFile
            )
        )
    }

    deinit { inbox.close() }

    /// The complete answer, whatever its status. A cancelled task leaves at once and the connection is dropped.
    public func send(_ request: HTTPRequest) async throws(HTTPFailure) -> HTTPResponse {
        let deadline = ContinuousClock.now + request.timeout
        var request = request
        var target = try request.checked()
        while true {
            let response = try await transfer(request, to: target, until: deadline).get()
            guard request.maximumRedirects > 0, [301, 302, 303, 307, 308].contains(response.status),
                let location = response.header("Location"), let next = try? target.following(location),
                next.origin == target.origin
            else { return response }
            request = request.redirected(by: response.status, to: next)
            target = next
        }
    }

    /// Ends every call with ``HTTPFailure/closed``, those in flight too, and refuses further ones. May be repeated.
    public func close() { inbox.close() }

    private func transfer(
        _ request: HTTPRequest,
        to target: Target,
        until deadline: ContinuousClock.Instant
    ) async -> Call.Outcome {
        let mark = CancellationMark()
        let id = HTTPClient.lastID.add(1, ordering: .relaxed).newValue
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                inbox.add(
                    Call(
                        id: id,
                        request: request,
                        target: target,
                        deadline: deadline,
                        mark: mark,
                        continuation: continuation
                    )
                )
            }
        } onCancel: {
            mark.raise()
            inbox.cancel(id)
        }
    }
}
