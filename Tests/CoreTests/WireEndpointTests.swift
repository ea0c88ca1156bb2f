import Testing

@testable import Core

@Suite("DNS endpoints")
struct WireEndpointTests {
    @Test(
        "An address is read with and without a port",
        arguments: [
            ("9.9.9.9", "9.9.9.9:53"), ("127.0.0.4:5353", "127.0.0.4:5353"), ("2620:fe::fe", "[2620:fe::fe]:53"),
            ("[2620:fe::fe]", "[2620:fe::fe]:53"), ("[2620:fe::fe]:5353", "[2620:fe::fe]:5353"),
        ]
    )
    func reads(text: String, canonical: String) throws {
        #expect(try DNSEndpoint(text).text == canonical)
    }

    @Test("A bad port is named", arguments: ["9.9.9.9:0", "9.9.9.9:65536", "9.9.9.9:", "9.9.9.9:+53", "[::1]:x"])
    func badPort(text: String) {
        #expect(throws: DNSEndpointError.badPort(text)) { try DNSEndpoint(text) }
    }

    @Test("A bad address is named", arguments: ["", "dns.example", "9.9.9", "[::1", "[::1]53", "[9.9.9.9", ":53"])
    func badAddress(text: String) {
        #expect(throws: DNSEndpointError.badAddress(text)) { try DNSEndpoint(text) }
    }
}
