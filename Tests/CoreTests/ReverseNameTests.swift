import Testing

@testable import Core

@Suite("Reverse names")
struct ReverseNameTests {
    private static let nibbles = "1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa"

    @Test(
        "An address is looked up under its own name, and the name leads back",
        arguments: [
            ("192.0.2.1", "1.2.0.192.in-addr.arpa"), ("0.0.0.0", "0.0.0.0.in-addr.arpa"), ("2001:db8::1", nibbles),
            ("255.255.255.255", "255.255.255.255.in-addr.arpa"),
        ]
    )
    func address(text: String, name: String) throws {
        let address = try IPAddress(text)
        #expect(address.pointerName.text == name)
        #expect(IPAddress(pointerName: try DomainName(name)) == address)
        #expect(AddressPrefix(reverseName: try DomainName(name)) == AddressPrefix(text))
    }

    @Test(
        "A name in the reverse trees stands for a range of addresses",
        arguments: [
            ("in-addr.arpa", "0.0.0.0/0"), ("10.in-addr.arpa", "10.0.0.0/8"), ("0.192.in-addr.arpa", "192.0.0.0/16"),
            ("2.0.192.in-addr.arpa", "192.0.2.0/24"), ("0-28.2.0.192.in-addr.arpa", "192.0.2.0/28"),
            ("240/28.2.0.192.IN-ADDR.ARPA", "192.0.2.240/28"), ("5-32.2.0.192.in-addr.arpa", "192.0.2.5/32"),
            ("250.240-28.2.0.192.in-addr.arpa", "192.0.2.250/32"), ("ip6.arpa", "::/0"), ("2.ip6.arpa", "2000::/4"),
            ("F.ip6.arpa", "f000::/4"), ("8.b.d.0.1.0.0.2.ip6.arpa", "2001:db8::/32"),
            ("e.f.ip6.arpa", "fe00::/8"),
        ]
    )
    func range(name: String, range: String) throws {
        #expect(AddressPrefix(reverseName: try DomainName(name))?.text == range)
    }

    @Test(
        "Any other name stands for none",
        arguments: [
            ".", "example.org", "arpa", "256.in-addr.arpa", "01.in-addr.arpa", "1.2.3.4.5.in-addr.arpa",
            "a.in-addr.arpa",
            "-28.2.0.192.in-addr.arpa", "0-24.2.0.192.in-addr.arpa", "0-33.2.0.192.in-addr.arpa",
            "1-28.2.0.192.in-addr.arpa", "0-28.0.192.in-addr.arpa", "16.0-28.2.0.192.in-addr.arpa",
            "0-28.0-28.2.0.192.in-addr.arpa", "0-028.2.0.192.in-addr.arpa", "0-28-0.2.0.192.in-addr.arpa",
            "1.5.0-28.2.0.192.in-addr.arpa", "g.ip6.arpa", "10.ip6.arpa", "0." + nibbles, "2.0.192.ip6.arpa.example",
            "1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1.in-addr.arpa", "0-15.2.0.192.in-addr.arpa", "\\049\\.2.in-addr.arpa",
        ]
    )
    func none(text: String) throws {
        let name = try DomainName(text)
        #expect(AddressPrefix(reverseName: name) == nil)
        #expect(IPAddress(pointerName: name) == nil)
    }

    @Test(
        "The name of a range is no address's",
        arguments: ["2.0.192.in-addr.arpa", "5-32.2.0.192.in-addr.arpa", "in-addr.arpa", "ip6.arpa"]
    )
    func noAddress(text: String) throws {
        #expect(IPAddress(pointerName: try DomainName(text)) == nil)
    }

    @Test("Random addresses come back from their names", arguments: 0..<64)
    func roundTrip(round: Int) {
        let value = UInt128.random(in: .min ... .max)
        let addresses = [IPAddress.v6(.init(value: value)), .v4(.init(value: UInt32(truncatingIfNeeded: value)))]
        for address in addresses { #expect(IPAddress(pointerName: address.pointerName) == address) }
    }
}
