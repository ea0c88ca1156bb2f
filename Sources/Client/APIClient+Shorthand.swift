public import API

/// Calls that leave out what an operation does not take.
extension APIClient {
    public func call<R>(_ endpoint: Endpoint<Nothing, Nothing, Nothing, R>) async throws(ClientFailure) -> R {
        try await call(endpoint, path: Nothing(), query: Nothing(), body: Nothing())
    }

    public func call<P, R>(
        _ endpoint: Endpoint<P, Nothing, Nothing, R>,
        path: P
    ) async throws(ClientFailure) -> R {
        try await call(endpoint, path: path, query: Nothing(), body: Nothing())
    }

    public func call<Q, R>(
        _ endpoint: Endpoint<Nothing, Q, Nothing, R>,
        query: Q
    ) async throws(ClientFailure) -> R {
        try await call(endpoint, path: Nothing(), query: query, body: Nothing())
    }

    public func call<B, R>(
        _ endpoint: Endpoint<Nothing, Nothing, B, R>,
        body: B
    ) async throws(ClientFailure) -> R {
        try await call(endpoint, path: Nothing(), query: Nothing(), body: body)
    }

    public func call<P, Q, R>(
        _ endpoint: Endpoint<P, Q, Nothing, R>,
        path: P,
        query: Q
    ) async throws(ClientFailure) -> R {
        try await call(endpoint, path: path, query: query, body: Nothing())
    }

    public func call<P, B, R>(
        _ endpoint: Endpoint<P, Nothing, B, R>,
        path: P,
        body: B
    ) async throws(ClientFailure) -> R {
        try await call(endpoint, path: path, query: Nothing(), body: body)
    }

    /// The readiness of the server, 503 with its checks being an answer too (`api.md` 13).
    public func readiness() async throws(ClientFailure) -> Reply<Readiness> {
        try await reply(
            to: HealthEndpoints.apiReady,
            path: Nothing(),
            query: Nothing(),
            body: Nothing(),
            alsoGood: [503]
        )
    }
}
