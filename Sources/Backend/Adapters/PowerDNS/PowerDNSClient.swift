import Core
public import CurlHTTP
import FoundationEssentials

/// PowerDNS's HTTP API in our words: zones, their sets, and whether it is there.
public struct PowerDNSClient: Sendable {
    /// Where PowerDNS's API is, and what it takes to use it.
    public struct Configuration: Sendable {
        public let url: String
        public let apiKey: String
        public let serverID: String

        public init(url: String, apiKey: String, serverID: String) {
            self.url = url.hasSuffix("/") ? String(url.dropLast()) : url
            self.apiKey = apiKey
            self.serverID = serverID
        }
    }

    private let configuration: Configuration
    private let http: HTTPClient

    public init(_ configuration: Configuration, http: HTTPClient) {
        self.configuration = configuration
        self.http = http
    }

    /// Asks for PowerDNS's version.
    public func version(timeout: Duration) async throws(PowerDNSFailure) -> String {
        struct Server: Decodable { let version: String }
        let body = try await send("GET", "", body: nil, timeout: timeout)
        return try decode(Server.self, body).version
    }

    /// The zone, with its sets when `withSets`; nil when PowerDNS does not have it.
    func zone(
        _ name: DomainName,
        withSets: Bool = false,
        timeout: Duration
    ) async throws(PowerDNSFailure) -> PowerDNSZone? {
        let query = withSets ? "" : "?rrsets=false"
        let body: [UInt8]
        do throws(PowerDNSFailure) {
            body = try await send("GET", "/zones/\(Self.id(name))\(query)", body: nil, timeout: timeout)
        } catch .noSuchZone {
            return nil
        }
        let wire = try decode(PowerDNSWire.Zone.self, body)
        return PowerDNSZone(
            owner: Identifier(wire.account ?? ""),
            serial: wire.serial ?? 0,
            sets: (wire.rrsets ?? []).compactMap(PowerDNSWire.set)
        )
    }

    /// Makes the zone with its sets, for the domain `owner`.
    func create(
        _ name: DomainName,
        owner: Identifier,
        sets: [PowerDNSSet],
        timeout: Duration
    ) async throws(PowerDNSFailure) {
        let zone = PowerDNSWire.NewZone(
            name: name.absoluteText,
            account: owner.text,
            rrsets: sets.map { PowerDNSWire.recordSet($0, changetype: nil) }
        )
        _ = try await send("POST", "/zones?rrsets=false", body: try encode(zone), timeout: timeout)
    }

    /// Replaces the sets in one request, the emptied ones first: PowerDNS checks them in the order sent.
    func replace(_ sets: [PowerDNSSet], in name: DomainName, timeout: Duration) async throws(PowerDNSFailure) {
        let ordered = sets.filter(\.contents.isEmpty) + sets.filter { !$0.contents.isEmpty }
        let patch = PowerDNSWire.Patch(rrsets: ordered.map { PowerDNSWire.recordSet($0, changetype: "REPLACE") })
        _ = try await send("PATCH", "/zones/\(Self.id(name))", body: try encode(patch), timeout: timeout)
    }

    /// Deletes the zone and its signing keys; one that is not there counts as deleted.
    func delete(_ name: DomainName, timeout: Duration) async throws(PowerDNSFailure) {
        do throws(PowerDNSFailure) {
            _ = try await send("DELETE", "/zones/\(Self.id(name))", body: nil, timeout: timeout)
        } catch .noSuchZone {
            return
        }
    }

    /// Sets the zone's ordering right, so that empty non-terminals exist.
    func rectify(_ name: DomainName, timeout: Duration) async throws(PowerDNSFailure) {
        _ = try await send("PUT", "/zones/\(Self.id(name))/rectify", body: nil, timeout: timeout)
    }

    /// PowerDNS's id of a zone: absolute, `/` as `=2F`.
    private static func id(_ name: DomainName) -> String {
        name.isRoot
            ? "=2E" : name.absoluteText.split(separator: "/", omittingEmptySubsequences: false).joined(separator: "=2F")
    }

    private func send(
        _ method: String,
        _ path: String,
        body: [UInt8]?,
        timeout: Duration
    ) async throws(PowerDNSFailure) -> [UInt8] {
        var request = HTTPRequest(
            method: method,
            url: "\(configuration.url)/api/v1/servers/\(configuration.serverID)\(path)",
            headers: [("X-API-Key", configuration.apiKey)],
            body: body,
            timeout: timeout,
            maximumResponseBytes: 64 << 20
        )
        // Without this header PowerDNS's errors are plain text.
        request.headers.append(("Accept", "application/json"))
        if body != nil { request.headers.append(("Content-Type", "application/json")) }
        request.maximumRedirects = 3
        let response: HTTPResponse
        do throws(HTTPFailure) {
            response = try await http.send(request)
        } catch {
            throw error.requestWasNotSent ? .unreachable(Self.words(error)) : .unknownOutcome(Self.words(error))
        }
        switch response.status {
        case 200..<300: return response.body
        case 401, 403: throw .wrongKey
        case 404: throw .noSuchZone
        case 409: throw .zoneExists
        case 400, 422: throw .refused(words(response.body) ?? "status \(response.status)")
        case 500...: throw .broken(status: response.status)
        default: throw .badAnswer("status \(response.status)")
        }
    }

    private func words(_ body: [UInt8]) -> String? {
        // Without words of PowerDNS's own the status has to do.
        (try? JSONDecoder().decode(PowerDNSWire.Failure.self, from: Data(body)))?.error
    }

    /// The failure without the address, which is nobody's business outside.
    private static func words(_ failure: HTTPFailure) -> String {
        switch failure {
        case .cannotResolve: "its host name is not known"
        case .cannotConnect: "no connection"
        case .tls: "its certificate is not accepted"
        case .timedOut: "it took too long"
        case .tooLarge: "its answer is too large"
        case .queueFull: "too many calls are waiting"
        case .invalidURL, .invalidRequest: "PDNS_API_URL or PDNS_API_KEY cannot be used"
        case .cancelled, .closed: "the call was given up"
        case .failed: "the connection was lost"
        }
    }

    private func encode(_ value: some Encodable) throws(PowerDNSFailure) -> [UInt8] {
        do {
            return Array(try JSONEncoder().encode(value))
        } catch {
            throw .badAnswer("the request could not be written")
        }
    }

    private func decode<Value: Decodable>(_ type: Value.Type, _ body: [UInt8]) throws(PowerDNSFailure) -> Value {
        do {
            return try JSONDecoder().decode(type, from: Data(body))
        } catch {
            throw .badAnswer("not the expected JSON")
        }
    }
}
