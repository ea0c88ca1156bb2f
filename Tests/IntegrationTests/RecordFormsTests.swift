import CurlHTTP
import Foundation
import TestSupport
import Testing

@testable import Backend
@testable import Core

/// The record types' own examples on a real PowerDNS: it takes each as we send it, shows it so that it reads back equal, and
/// serves the RDATA that we say it has.
@Suite("Record types on PowerDNS")
struct RecordFormsTests {
    @Test("Every example of every type is taken, read back equal, and served with our RDATA")
    func examples() async throws {
        let lab = try await Lab.open()
        let zone = try DomainName(try await lab.zone("forms", delegated: false))
        let powerDNS = PowerDNSClient(
            PowerDNSClient.Configuration(
                url: lab.services.env["PDNS_API_URL", default: ""],
                apiKey: lab.services.env["PDNS_API_KEY", default: ""],
                serverID: "localhost"
            ),
            http: lab.http
        )
        let contents = try Self.contents()
        let sets = try Self.sets(of: contents, in: zone)
        let soa = SOA(primary: zone, responsible: zone, serial: 1)
        try await powerDNS.create(
            zone,
            owner: try #require(Identifier(bytes: [UInt8](repeating: 7, count: 16))),
            sets: [
                PowerDNSSet(RecordSetKey(name: zone, type: .soa), ttl: 60, contents: [soa.text], isDisabled: false)
            ],
            timeout: .seconds(20)
        )
        try await powerDNS.replace(sets, in: zone, timeout: .seconds(20))

        let shown = try #require(try await powerDNS.zone(zone, withSets: true, timeout: .seconds(20)))
        let byKey = Dictionary(shown.sets.map { ($0.key, $0.contents) }, uniquingKeysWith: { first, _ in first })
        for set in sets { #expect(byKey[set.key] == set.contents.sorted(), "\(set.key.type) \(set.key.name)") }

        let served = try await Self.transfer(of: zone, from: lab)
        for content in contents where !Self.madeByPowerDNS.contains(content.type.name) {
            let isServed = served.contains(try content.wire())  // apart, since a failure would print all of the zone
            #expect(isServed, "\(content.type) \(content.text)")
        }
    }

    /// Of these PowerDNS serves what it makes of them, not what they say.
    private static let madeByPowerDNS: Set = ["ALIAS", "LUA"]

    private static func contents() throws -> [RecordContent] {
        let apart = Set(["SOA"])
        return try RecordFormats.storable.values.filter { !apart.contains($0.type.name) }
            .flatMap { format in
                try format.examples.valid.map { try RecordContent(type: format.type, text: $0.text, zone: nil) }
            }
    }

    /// Each content at a name of its own, those for the apex in one set there.
    private static func sets(of contents: [RecordContent], in zone: DomainName) throws -> [PowerDNSSet] {
        var sets: [PowerDNSSet] = []
        for (type, members) in Dictionary(grouping: contents, by: \.type) {
            if type.use == .dnssec {
                let texts = Set(members.map(\.text)).sorted()
                sets.append(
                    PowerDNSSet(RecordSetKey(name: zone, type: type), ttl: 60, contents: texts, isDisabled: false)
                )
                continue
            }
            for (number, content) in members.enumerated() {
                let name = try zone.prepending("n\(number)-\(type.name.lowercased())")
                sets.append(
                    PowerDNSSet(
                        RecordSetKey(name: name, type: type),
                        ttl: 60,
                        contents: [content.text],
                        isDisabled: false
                    )
                )
            }
        }
        return sets
    }

    /// All RDATA that PowerDNS transfers, in the form of RFC 3597.
    private static func transfer(of zone: DomainName, from lab: Lab) async throws -> Set<[UInt8]> {
        let output = try await run([
            "dig", "+noall", "+answer", "+onesoa", "+unknownformat", "@127.0.0.2", "-p", "\(lab.services.dnsPort)",
            zone.text, "AXFR",
        ])
        let lines = output.stdout.split(separator: "\n").compactMap { $0.firstMatch(of: /\\# \d+ ?([0-9A-F ]*)$/) }
        try #require(!lines.isEmpty, "\(output.stdout)\(output.stderr)")
        return Set(lines.compactMap { FieldReader.hexadecimal($0.output.1.utf8.filter { $0 != UInt8(ascii: " ") }) })
    }
}
