import Core
import Foundation
import Testing

@testable import Backend

@Suite("Sets as PowerDNS has them")
struct PowerDNSWireTests {
    private func set(
        _ name: String, _ type: RecordType, _ contents: [String], disabled: Bool = false
    ) throws -> PowerDNSSet {
        let key = RecordSetKey(name: try DomainName(name), type: type)
        return PowerDNSSet(key, ttl: 300, contents: contents, isDisabled: disabled)
    }

    private func json(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    @Test("A set is sent with an absolute name and REPLACE; without records it is emptied")
    func sent() throws {
        let full = PowerDNSWire.recordSet(try set("www.example.org", .a, ["192.0.2.1"]), changetype: "REPLACE")
        #expect(
            try json(full)
                == "{\"changetype\":\"REPLACE\",\"name\":\"www.example.org.\","
                + "\"records\":[{\"content\":\"192.0.2.1\",\"disabled\":false}],\"ttl\":300,\"type\":\"A\"}")
        let empty = PowerDNSWire.recordSet(try set("www.example.org", .a, []), changetype: "REPLACE")
        #expect(
            try json(empty)
                == "{\"changetype\":\"REPLACE\",\"name\":\"www.example.org.\",\"records\":[],\"ttl\":300,\"type\":\"A\"}"
        )
    }

    @Test("A zone is made native, unrectified, with serials by date, and names its domain")
    func made() throws {
        let zone = PowerDNSWire.NewZone(name: "example.org.", account: "id", rrsets: [])
        #expect(
            try json(zone)
                == "{\"account\":\"id\",\"api_rectify\":false,\"kind\":\"Native\",\"name\":\"example.org.\","
                + "\"nameservers\":[],\"rrsets\":[],\"soa_edit_api\":\"DEFAULT\"}")
    }

    @Test("A set is read back in our own form and order; types that are not ours are passed over")
    func read() throws {
        let text = """
            {"account":"x","serial":5,"rrsets":[
             {"name":"A.Example.org.","type":"AAAA","ttl":60,"comments":[],
              "records":[{"content":"2001:db8::2","disabled":false},{"content":"2001:0DB8:0::1"}]},
             {"name":"example.org.","type":"RRSIG","ttl":60,"records":[]}]}
            """
        let zone = try JSONDecoder().decode(PowerDNSWire.Zone.self, from: Data(text.utf8))
        let sets = (zone.rrsets ?? []).compactMap(PowerDNSWire.set)
        let expected = try set("a.example.org", .aaaa, ["2001:db8::1", "2001:db8::2"])
        #expect(sets.map(\.key) == [expected.key])
        #expect(sets.map(\.contents) == [expected.contents])
        #expect(zone.serial == 5)
    }

    @Test("An SOA set changes its serial and whether it serves, and nothing else")
    func soa() throws {
        let before = try set("example.org", .soa, ["ns1.example.net. hostmaster.example.org. 1 2 3 4 5"])
        let after = before.soa(serial: 77, isDisabled: true)
        #expect(after.contents == ["ns1.example.net. hostmaster.example.org. 77 2 3 4 5"])
        #expect(after.isDisabled)
        #expect(after.ttl == before.ttl)
    }

    @Test("Requests hold at most 2,000 sets and about 1 MB, and together every set once")
    func parts() throws {
        let small = try (0..<4001).map { try set("h\($0).example.org", .a, ["192.0.2.1"]) }
        #expect(ZonePusher.parts(of: small).map(\.count) == [2000, 2000, 1])
        let large = try (0..<4).map { try set("t\($0).example.org", .txt, [String(repeating: "x", count: 400_000)]) }
        #expect(ZonePusher.parts(of: large).map(\.count) == [2, 2])
        #expect(ZonePusher.parts(of: large).flatMap { $0 } == large)
        #expect(ZonePusher.parts(of: []).isEmpty)
    }

    @Test("The difference names what is missing, what differs and what is too much, but for what is passed over")
    func difference() throws {
        let same = try set("a.example.org", .mx, ["10 b.example.org.", "20 c.example.org."])
        let turned = try set("a.example.org", .mx, ["20 c.example.org.", "10 b.example.org."])
        let missing = try set("m.example.org", .a, ["192.0.2.1"])
        let surplus = try set("s.example.org", .a, ["192.0.2.2"])
        let refused = try set("r.example.org", .a, ["192.0.2.3"])
        let sent = ZonePusher.difference([same, missing, refused], from: [turned, surplus]) { $0 == refused.key }
        #expect(sent.map(\.key) == [surplus.key, missing.key])
        #expect(sent.first?.contents.isEmpty == true)
    }
}
