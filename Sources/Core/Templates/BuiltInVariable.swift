/// The variables that every template has (`domain.md` 7). Names among them have no trailing dot: where a content wants an
/// absolute name, the template writes it, as in `${domain}.`.
public enum BuiltInVariable: String, CaseIterable, Sendable {
    case domain
    case domainDashed = "domain_dashed"
    case tenant
    case nameserver1
    case nameserver2
    case date
    case serial

    public var description: String {
        switch self {
        case .domain: "The zone's name, without a trailing dot"
        case .domainDashed: "The zone's name with dashes for dots"
        case .tenant: "The tenant's short name"
        case .nameserver1: "The first nameserver of the platform, without a trailing dot"
        case .nameserver2: "The second nameserver of the platform, without a trailing dot"
        case .date: "Today's date in UTC"
        case .serial: "The zone's serial when the template is applied"
        }
    }

    public var example: String {
        switch self {
        case .domain: "example.org"
        case .domainDashed: "example-org"
        case .tenant: "acme"
        case .nameserver1: "ns1.example.net"
        case .nameserver2: "ns2.example.net"
        case .date: "2026-11-24"
        case .serial: "2026112401"
        }
    }
}

/// Where a template is applied: what the built-in variables are taken from.
public struct TemplateSurroundings: Sendable {
    public let zone: DomainName
    public let tenant: String
    /// Those of the platform, in their order; a variable without its nameserver counts as missing.
    public let nameservers: [DomainName]
    public let now: Timestamp
    public let serial: Int64

    public init(zone: DomainName, tenant: String, nameservers: [DomainName], now: Timestamp, serial: Int64) {
        self.zone = zone
        self.tenant = tenant
        self.nameservers = nameservers
        self.now = now
        self.serial = serial
    }

    /// Nil where there is none.
    func value(of variable: BuiltInVariable) -> String? {
        switch variable {
        case .domain: zone.text
        case .domainDashed: String(zone.text.map { $0 == "." ? "-" : $0 })
        case .tenant: tenant
        case .nameserver1: nameservers.first?.text
        case .nameserver2: nameservers.dropFirst().first?.text
        case .date: String(now.description.prefix { $0 != "T" })
        case .serial: String(serial)
        }
    }
}
