/// Who asks (`api.md` 1.1).
public enum Credential: Sendable, Equatable {
    /// Sent as `X-API-Key`.
    case apiKey(Secret)
    /// A JWT, sent as `Authorization: Bearer`.
    case bearer(Secret)

    /// The header that carries it.
    var header: (name: String, value: String) {
        switch self {
        case .apiKey(let key): ("X-API-Key", key.revealed)
        case .bearer(let token): ("Authorization", "Bearer " + token.revealed)
        }
    }
}
