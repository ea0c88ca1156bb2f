public import CurlHTTP
import FoundationEssentials

/// ScaiKey's OIDC provider: in this release, whether its keys can be read.
public struct ScaiKeyClient: Sendable {
    private let discoveryURL: String
    private let http: HTTPClient

    /// `discoveryURL` is that of the discovery document (`identity.md` 2).
    public init(discoveryURL: String, http: HTTPClient) {
        self.discoveryURL = discoveryURL
        self.http = http
    }

    private struct Discovery: Decodable {
        let jwksURI: String

        private enum CodingKeys: String, CodingKey {
            case jwksURI = "jwks_uri"
        }
    }

    private struct JWKS: Decodable {
        struct Key: Decodable {
            let kty: String
        }

        let keys: [Key]
    }

    /// Reads the discovery document and the keys it names; nil when there is at least one key, else a short reason.
    public func keyProblem(timeout: Duration) async -> String? {
        do {
            let discovery: Discovery = try await fetch(discoveryURL, timeout: timeout)
            let jwks: JWKS = try await fetch(discovery.jwksURI, timeout: timeout)
            return jwks.keys.isEmpty ? "no keys" : nil
        } catch is DecodingError {
            return "bad answer"
        } catch HTTPFailure.timedOut {
            return "timeout"
        } catch {
            return "unreachable"
        }
    }

    private func fetch<Answer: Decodable>(_ url: String, timeout: Duration) async throws -> Answer {
        let request = HTTPRequest(
            method: "GET",
            url: url,
            headers: [("Accept", "application/json")],
            timeout: timeout,
            maximumResponseBytes: 1 << 20
        )
        let response = try await http.send(request)
        guard response.status == 200 else { throw HTTPFailure.failed("status \(response.status)") }
        return try JSONDecoder().decode(Answer.self, from: Data(response.body))
    }
}
