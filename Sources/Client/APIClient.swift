public import API
import CurlHTTP

/// Speaks to one server with one credential, over the shared endpoint definitions.
///
/// ```swift
/// let client = APIClient(server: try ServerURL("http://127.0.0.1:8000"), credential: .apiKey(key), transport: .curl(…))
/// let zones = try await client.call(DomainEndpoints.list, query: DomainListQuery(search: "example"))
/// ```
public struct APIClient: Sendable {
    public let server: ServerURL
    private let credential: Credential?
    private let transport: Transport
    private let retries: RetryPolicy
    private let timeout: Duration
    private let maximumReplyBytes: Int
    private let entropy: Entropy
    private let sleep: @Sendable (Duration) async throws(CancellationError) -> Void

    /// No `credential` is enough for the routes of scope `none`. `timeout` is that of one try, from the wait for a
    /// connection to the last byte. `maximumReplyBytes` is the largest answer that is taken: the list of a zone of 100,000
    /// records has some 40 MB. `sleep` waits between tries and throws when the task is cancelled.
    public init(
        server: ServerURL,
        credential: Credential?,
        transport: Transport,
        retries: RetryPolicy = .standard,
        timeout: Duration = .seconds(30),
        maximumReplyBytes: Int = 64 << 20,
        entropy: Entropy = .system,
        sleep: @escaping @Sendable (Duration) async throws(CancellationError) -> Void = APIClient.sleep
    ) {
        self.server = server
        self.credential = credential
        self.transport = transport
        self.retries = retries
        self.timeout = timeout
        self.maximumReplyBytes = maximumReplyBytes
        self.entropy = entropy
        self.sleep = sleep
    }

    /// What the server answers to the operation.
    public func call<P, Q, B, R>(
        _ endpoint: Endpoint<P, Q, B, R>,
        path: P,
        query: Q,
        body: B
    ) async throws(ClientFailure) -> R {
        try await reply(to: endpoint, path: path, query: query, body: body).value
    }

    /// As ``call(_:path:query:body:)``, with the answer's bytes, status and request id. The body of a status of `alsoGood`
    /// is the reply too: readiness answers 503 with its checks.
    public func reply<P, Q, B, R>(
        to endpoint: Endpoint<P, Q, B, R>,
        path: P,
        query: Q,
        body: B,
        alsoGood: Set<Int> = []
    ) async throws(ClientFailure) -> Reply<R> {
        let request = HTTPRequest(
            method: endpoint.method.rawValue,
            url: server.text + endpoint.target(path, query),
            headers: headers(
                isPublic: endpoint.isPublic,
                isKeyed: endpoint.takesIdempotencyKey,
                hasBody: !(body is Nothing)
            ),
            body: try APIJSON.encode(body),
            timeout: timeout,
            maximumResponseBytes: maximumReplyBytes
        )
        let response = try await send(request, repeated: endpoint.repetition, alsoGood: alsoGood)
        return try Answer(response).reply(alsoGood: alsoGood)
    }

    private func headers(isPublic: Bool, isKeyed: Bool, hasBody: Bool) -> [(name: String, value: String)] {
        var headers = [
            (name: "Accept", value: "application/json"), (name: "X-Request-ID", value: entropy.identifier()),
        ]
        if let credential, !isPublic { headers.append(credential.header) }
        if isKeyed { headers.append(("Idempotency-Key", entropy.identifier())) }
        if hasBody { headers.append(("Content-Type", "application/json")) }
        return headers
    }

    /// The first answer that is not worth another try.
    private func send(
        _ request: HTTPRequest,
        repeated repetition: Repetition,
        alsoGood: Set<Int>
    ) async throws(ClientFailure) -> HTTPResponse {
        var tried = 0
        var waited = Duration.zero
        while true {
            let outcome: RetryPolicy.Outcome
            let result = await attempt(request)
            switch result {
            case .success(let response) where alsoGood.contains(response.status): return response
            case .success(let response):
                outcome = .answer(status: response.status, retryAfter: response.header("Retry-After"))
            case .failure(let failure): outcome = .failure(failure)
            }
            tried += 1
            let wait = retries.wait(
                after: outcome,
                of: repetition,
                tried: tried,
                waited: waited,
                fraction: entropy.fraction()
            )
            guard let wait else {
                return try result.mapError { ClientFailure($0, server: server) }.get()
            }
            do { try await sleep(wait) } catch { throw .cancelled }
            waited += wait
        }
    }

    private func attempt(_ request: HTTPRequest) async -> Result<HTTPResponse, HTTPFailure> {
        do { return .success(try await transport.send(request)) } catch { return .failure(error) }
    }

    /// Waits; the default of ``init(server:credential:transport:retries:timeout:maximumReplyBytes:entropy:sleep:)``.
    @Sendable
    public static func sleep(_ duration: Duration) async throws(CancellationError) {
        do { try await Task.sleep(for: duration) } catch { throw CancellationError() }
    }
}
