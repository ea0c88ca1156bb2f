/// How a connection to MariaDB or Redis is protected.
public enum TransportSecurity: Equatable, Sendable {
    case off
    /// Certificate and host name are checked against the PEM file, or with nil against the system's authorities.
    case verified(caFile: String?)
    /// Encrypted, but with whoever answers.
    case unverified
}

/// The items of a connection URL that protect a connection: `ssl`, `ssl_ca`, `ssl_verify`.
struct TransportSecurityQuery {
    static let names = ["ssl", "ssl_ca", "ssl_verify"]

    /// `base` is what the scheme asks for: with true, TLS cannot be turned off.
    static func security(in url: ConnectionURL, schemeAsks base: Bool) throws(Expectation) -> TransportSecurity {
        var isOn = base
        var caFile: String?
        var verifies = true
        for (name, value) in url.query {
            switch name {
            case "ssl":
                isOn = try flag(name, value)
                guard isOn || !base else { throw Expectation("no ssl=false with \(url.scheme)://") }
            case "ssl_ca":
                guard !value.isEmpty else { throw Expectation("the path of a PEM file as ssl_ca") }
                caFile = value
            case "ssl_verify": verifies = try flag(name, value)
            default: break
            }
        }
        let asked = isOn || caFile != nil || !verifies
        guard !asked || isOn || !url.query.contains(where: { $0.name == "ssl" }) else {
            throw Expectation("no ssl_ca or ssl_verify with ssl=false")
        }
        guard verifies || caFile == nil else { throw Expectation("ssl_ca or ssl_verify=false, not both") }
        guard asked else { return .off }
        return verifies ? .verified(caFile: caFile) : .unverified
    }

    private static func flag(_ name: String, _ value: String) throws(Expectation) -> Bool {
        switch value.lowercased() {
        case "true", "1": return true
        case "false", "0": return false
        default: throw Expectation("true or false as \(name)")
        }
    }
}

extension ConnectionURL {
    /// Refuses items of the query that nobody knows, and such as stand there twice.
    func checkQuery(only names: [String]) throws(Expectation) {
        var seen: Set<String> = []
        for (name, _) in query {
            guard names.contains(name) else { throw Expectation("after the ? only " + names.joined(separator: ", ")) }
            guard seen.insert(name).inserted else { throw Expectation("\(name) only once") }
        }
    }
}
