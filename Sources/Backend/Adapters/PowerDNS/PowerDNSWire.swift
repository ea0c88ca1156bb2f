import Core
import FoundationEssentials

/// PowerDNS's JSON, in its own words (its API's `Zone`, `RRSet` and `Record`).
enum PowerDNSWire {
    struct Zone: Decodable {
        let account: String?
        let serial: Int64?
        let rrsets: [RecordSet]?
    }

    struct NewZone: Encodable {
        let name: String
        let kind = "Native"
        /// Our id of the zone: tells ours from those that others made.
        let account: String
        let soaEditAPI = "DEFAULT"
        let apiRectify = false
        let nameservers: [String] = []
        let rrsets: [RecordSet]

        private enum CodingKeys: String, CodingKey {
            case name, kind, account, nameservers, rrsets
            case soaEditAPI = "soa_edit_api"
            case apiRectify = "api_rectify"
        }
    }

    struct Patch: Encodable {
        let rrsets: [RecordSet]
    }

    struct RecordSet: Codable {
        let name: String
        let type: String
        let ttl: UInt32?
        let changetype: String?
        let records: [Record]
    }

    struct Record: Codable {
        let content: String
        let disabled: Bool?
    }

    struct Failure: Decodable {
        let error: String
    }

    static func recordSet(_ set: PowerDNSSet, changetype: String?) -> RecordSet {
        RecordSet(
            name: set.key.name.powerDNSText,
            type: set.key.type.name,
            ttl: set.ttl,
            changetype: changetype,
            records: set.contents.map { content in
                Record(
                    content: RecordContent(stored: content, type: set.key.type).powerDNSText,
                    disabled: set.isDisabled
                )
            }
        )
    }

    /// The set of ours that PowerDNS shows; nil for types that are not ours (PowerDNS's own DNSSEC records).
    static func set(_ wire: RecordSet) -> PowerDNSSet? {
        // A name that is none is not ours either.
        guard let type = RecordType(wire.type), let name = try? DomainName(powerDNS: wire.name) else { return nil }
        let contents = wire.records.map { record in
            // What PowerDNS prints in a form of its own is brought into ours, so that equal data compare equal.
            (try? RecordContent(type: type, powerDNS: record.content).text) ?? record.content
        }
        return PowerDNSSet(
            RecordSetKey(name: name, type: type),
            ttl: wire.ttl ?? 0,
            contents: contents.sorted(),
            isDisabled: wire.records.contains { $0.disabled ?? false }
        )
    }
}
