import Testing

@testable import Core

@Suite("IP addresses")
struct IPAddressTests {
    @Test(
        "Every spelling of an IPv6 address prints as RFC 5952 wants it",
        arguments: [
            ("2001:DB8:0:0:0:0:0:1", "2001:db8::1"), ("2001:db8:0:0:1:0:0:1", "2001:db8::1:0:0:1"),
            ("2001:db8:0:1:1:1:1:1", "2001:db8:0:1:1:1:1:1"), ("::", "::"), ("0:0:0:0:0:0:0:1", "::1"),
            ("2001:0db8::0001", "2001:db8::1"), ("1::", "1::"), ("2001:0:0:1::1", "2001:0:0:1::1"),
            ("2001:db8::128.2.129.4", "2001:db8::8002:8104"), ("::ffff:127.0.0.1", "::ffff:7f00:1"),
            ("1:2:3:4:5:6:192.0.2.1", "1:2:3:4:5:6:c000:201"), ("0000::0000:0003", "::3"),
            ("::2:3:4:5:6:7:8", "0:2:3:4:5:6:7:8"), ("1:2:3:4:5:6:7::", "1:2:3:4:5:6:7:0"),
        ]
    )
    func canonicalV6(text: String, canonical: String) throws {
        let address = try IPAddress.V6(text)
        #expect(address.text == canonical)
        #expect(try IPAddress(canonical) == .v6(address))
        #expect(IPAddress.V6(octets: address.octets) == address)
    }

    @Test(
        "What is not an IPv6 address is refused",
        arguments: [
            "", ":", ":::", "::g", "1:1:1:1:1:1:1:1:", "1:1:1:1:1:1:1:1:1", ":1:2:3:4:5:6:7:8", "1::2::3", "12345::",
            "fe80::1%eth0", "::192.0.2.1.", "192.0.2.1::", "1:2:3:4:5:6:7:192.0.2.1", "::1 ", "[::1]", "1:2:3:4:5:6:7",
            "1:2:3:4:5:6:7:8::", "::1:2:3:4:5:6:7:8", "::192.0.2.01", "::192.0.2.1:1",
            "1:", ":1", "1:2:3:4:5:6:7:8:9::", "::1:2:3:4:5:6:192.0.2.1", "1.2.3.4", "::1.2.3",
            "1:2:3:4:5:6:1234.0.2.1",
            "1::2:", "1:::2", "::-1", "::12345", "1:2:3:4:5:6:7:8::1",
        ]
    )
    func refusedV6(text: String) {
        #expect(throws: IPAddressError.notIPv6(text)) { try IPAddress.V6(text) }
    }

    @Test("IPv4 is four plain decimal numbers", arguments: ["0.0.0.0", "192.0.2.1", "255.255.255.255", "10.20.30.40"])
    func canonicalV4(text: String) throws {
        let address = try IPAddress.V4(text)
        #expect(address.text == text)
        #expect(try IPAddress(text) == .v4(address))
        #expect(IPAddress(octets: address.octets) == .v4(address))
    }

    @Test(
        "Short, octal, hexadecimal and overlong IPv4 forms are refused",
        arguments: [
            "", "127.1", "2130706433", "0x7f.0.0.1", "010.0.0.1", "192.0.2.256", "192.0.2.1.", "192.0.2", "1.2.3.4.5",
            "192.0.2.-1", " 192.0.2.1", "192.0.2.1000", "192..2.1", "1.2.3.4294967297", ".1.2.3", "00.0.0.0", "1.2.3.",
        ]
    )
    func refusedV4(text: String) {
        #expect(throws: IPAddressError.notIPv4(text)) { try IPAddress.V4(text) }
    }

    @Test("Random IPv6 addresses, most of their groups zero, come back from their text", arguments: 0..<200)
    func randomV6(round: Int) throws {
        let groups = (0..<8).map { _ in UInt128.random(in: 0...2) == 0 ? UInt128.random(in: 0...0xFFFF) : 0 }
        let address = IPAddress.V6(value: groups.reduce(0) { $0 << 16 | $1 })
        #expect(try IPAddress.V6(address.text) == address)
        #expect(try IPAddress.V6(groups.map { String($0, radix: 16) }.joined(separator: ":")) == address)
        #expect(IPAddress.V6(octets: address.octets) == address)
        #expect(address.groups.map { UInt128($0) } == groups)
        #expect(!address.text.contains(":::") && !address.text.contains("::0:0"))
    }
}
