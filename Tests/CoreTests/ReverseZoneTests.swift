import Testing

@testable import Core

@Suite("Reverse zones")
struct ReverseZoneTests {
    @Test(
        "A range makes a zone, and the zone's name leads back to it",
        arguments: [
            ("10.0.0.0/8", "10.in-addr.arpa", 16_777_216), ("192.0.0.0/16", "0.192.in-addr.arpa", 65_536),
            ("192.0.2.0/24", "2.0.192.in-addr.arpa", 256), ("192.0.2.0/28", "0-28.2.0.192.in-addr.arpa", 16),
            ("192.0.2.128/25", "128-25.2.0.192.in-addr.arpa", 128), ("192.0.2.5/32", "5-32.2.0.192.in-addr.arpa", 1),
            ("2001:db8::/32", "8.b.d.0.1.0.0.2.ip6.arpa", 1 << 96), ("2000::/4", "2.ip6.arpa", 1 << 124),
            (
                "2001:db8::10/124", "1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa", 16
            ),
        ] as [(String, String, UInt128)]
    )
    func zones(cidr: String, name: String, count: UInt128) throws {
        let zone = try ReverseZone(cidr: cidr)
        #expect(zone.name.text == name)
        #expect(zone.range.text == cidr)
        #expect(zone.addressCount == count)
        #expect(ReverseZone(name: zone.name) == zone)
        #expect(try ReverseZone(zone.range) == zone)
    }

    @Test("Every length of IPv4 and IPv6 has a zone, or the next longer one that has", arguments: [32, 128])
    func everyLength(width: Int) throws {
        let supported = width == 32 ? [8, 16] + Array(24...32) : Array(stride(from: 4, through: 124, by: 4))
        for length in 0...width {
            let text = (width == 32 ? "0.0.0.0/" : "::/") + String(length)
            guard !supported.contains(length) else {
                #expect(try ReverseZone(cidr: text).range.length == length)
                continue
            }
            let error = #expect(throws: ReverseZoneError.self) { try ReverseZone(cidr: text) }
            #expect(error?.corrected?.length == supported.first { $0 > length } ?? 124, "\(text)")
        }
    }

    @Test(
        "What makes no zone is refused, with what was meant",
        arguments: [
            ("192.0.2.5/24", "192.0.2.0/24"), ("192.0.2.5/28", "192.0.2.0/28"), ("2001:db8::1/32", "2001:db8::/32"),
            ("192.0.2.0/23", "192.0.2.0/24"), ("192.0.3.5/23", "192.0.3.0/24"), ("192.0.2.1/9", "192.0.0.0/16"),
            ("2001:db8::/33", "2001:db8::/36"), ("2001:db8::5/128", "2001:db8::/124"), ("0.0.0.0/0", "0.0.0.0/8"),
            ("192.0.2.0", nil), ("example.org", nil), ("192.0.2.0/x", nil), ("", nil), ("/", nil),
        ] as [(String, String?)]
    )
    func corrected(cidr: String, meant: String?) throws {
        let error = #expect(throws: ReverseZoneError.self) { try ReverseZone(cidr: cidr) }
        #expect(error?.corrected?.text == meant)
        guard let corrected = error?.corrected else { return }
        #expect(try ReverseZone(corrected).range == corrected)
        #expect(error?.message.contains(corrected.text) == true)
    }

    @Test(
        "An address of the range has its place in the zone",
        arguments: [
            ("192.0.2.0/24", "192.0.2.5", "5.2.0.192.in-addr.arpa"),
            ("10.0.0.0/8", "10.1.2.3", "3.2.1.10.in-addr.arpa"),
            ("192.0.2.0/28", "192.0.2.5", "5.0-28.2.0.192.in-addr.arpa"),
            ("192.0.2.5/32", "192.0.2.5", "5.5-32.2.0.192.in-addr.arpa"),
            (
                "2001:db8::/32", "2001:db8::1",
                "1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa"
            ),
        ]
    )
    func pointers(cidr: String, address: String, owner: String) throws {
        let zone = try ReverseZone(cidr: cidr)
        let address = try IPAddress(address)
        #expect(try zone.pointerName(of: address).text == owner)
        #expect(zone.address(ofPointer: try DomainName(owner)) == address)
    }

    @Test(
        "An address outside of the range has none",
        arguments: [("192.0.2.0/28", "192.0.2.16"), ("192.0.2.0/24", "192.0.3.0"), ("2001:db8::/32", "192.0.2.1")]
    )
    func outside(cidr: String, address: String) throws {
        let zone = try ReverseZone(cidr: cidr)
        let address = try IPAddress(address)
        #expect(throws: ReverseZoneError.outside(address, range: zone.range)) { try zone.pointerName(of: address) }
        #expect(zone.address(ofPointer: address.pointerName) == nil)
    }

    @Test("An address in a classless zone is not found by the name that is its alias")
    func aliasIsNoPlace() throws {
        let zone = try ReverseZone(cidr: "192.0.2.0/28")
        #expect(zone.address(ofPointer: try DomainName("5.2.0.192.in-addr.arpa")) == nil)
        #expect(zone.address(ofPointer: zone.name) == nil)
    }

    @Test("The zone above a classless one needs an alias for every address, as in RFC 2317 4")
    func aliases() throws {
        let zone = try ReverseZone(cidr: "192.0.2.64/26")
        #expect(zone.classlessParent?.text == "2.0.192.in-addr.arpa")
        let aliases = zone.parentAliases
        #expect(aliases.count == 64)
        #expect(aliases.first?.owner.text == "64.2.0.192.in-addr.arpa")
        #expect(aliases.first?.target.text == "64.64-26.2.0.192.in-addr.arpa")
        #expect(aliases.last?.owner.text == "127.2.0.192.in-addr.arpa")
        #expect(aliases.last?.target.text == "127.64-26.2.0.192.in-addr.arpa")
        #expect(aliases.allSatisfy { $0.target.isBelow(zone.name) && !$0.owner.isAtOrBelow(zone.name) })
        #expect(try ReverseZone(cidr: "192.0.2.128/25").parentAliases.count == 128)
        #expect(try ReverseZone(cidr: "255.255.255.255/32").parentAliases.count == 1)
    }

    @Test("A zone of whole octets needs none", arguments: ["192.0.2.0/24", "10.0.0.0/8", "2001:db8::/124"])
    func noAliases(cidr: String) throws {
        let zone = try ReverseZone(cidr: cidr)
        #expect(zone.classlessParent == nil)
        #expect(zone.parentAliases.isEmpty)
    }

    @Test("A zone that somebody named with a slash, or after one address, keeps its name")
    func foreignNames() throws {
        let slash = try #require(ReverseZone(name: try DomainName("0/28.2.0.192.in-addr.arpa")))
        #expect(try slash.pointerName(of: try IPAddress("192.0.2.5")).text == "5.0/28.2.0.192.in-addr.arpa")
        let address = try #require(ReverseZone(name: try DomainName("5.2.0.192.in-addr.arpa")))
        #expect(try address.pointerName(of: try IPAddress("192.0.2.5")) == address.name)
        #expect(address.parentAliases.isEmpty)
    }

    @Test(
        "What is no range's name is no reverse zone",
        arguments: ["example.org", "in-addr.arpa", "ip6.arpa", "a.10.in-addr.arpa", "5.0-28.2.0.192.in-addr.arpa"]
    )
    func noZones(name: String) throws {
        #expect(ReverseZone(name: try DomainName(name)) == nil)
    }
}
