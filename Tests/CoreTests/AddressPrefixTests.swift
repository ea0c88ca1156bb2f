import Testing

@testable import Core

@Suite("Ranges of addresses")
struct AddressPrefixTests {
    @Test(
        "A range has one text",
        arguments: [
            ("192.0.2.0/24", "192.0.2.0/24"), ("0.0.0.0/0", "0.0.0.0/0"), ("192.0.2.1/32", "192.0.2.1/32"),
            ("2001:DB8::/32", "2001:db8::/32"), ("::/0", "::/0"), ("2001:db8::1/128", "2001:db8::1/128"),
            ("2001:db8:8000::/33", "2001:db8:8000::/33"),
        ]
    )
    func reads(text: String, canonical: String) throws {
        #expect(try AddressPrefix(cidr: text).text == canonical)
        #expect(AddressPrefix(text) == (try AddressPrefix(cidr: text)))
    }

    @Test(
        "What is no CIDR notation is refused with its reason",
        arguments: [
            ("", AddressPrefixError.noAddress("")), ("/24", .noAddress("/24")),
            ("192.0.2/24", .noAddress("192.0.2/24")),
            ("192.0.2.0", .noLength("192.0.2.0")), ("192.0.2.0/", .badLength("192.0.2.0/", upTo: 32)),
            ("192.0.2.0/33", .badLength("192.0.2.0/33", upTo: 32)), ("::/129", .badLength("::/129", upTo: 128)),
            ("192.0.2.0/024", .badLength("192.0.2.0/024", upTo: 32)), ("::/-1", .badLength("::/-1", upTo: 128)),
            ("192.0.2.0/24/1", .badLength("192.0.2.0/24/1", upTo: 32)), ("::/٣", .badLength("::/٣", upTo: 128)),
            ("::/99999999999999999999", .badLength("::/99999999999999999999", upTo: 128)),
        ]
    )
    func refuses(text: String, reason: AddressPrefixError) {
        #expect(throws: reason) { try AddressPrefix(cidr: text) }
    }

    @Test(
        "Host bits are refused with the range that was meant",
        arguments: [
            ("192.0.2.5/24", "192.0.2.0/24"), ("192.0.2.255/28", "192.0.2.240/28"), ("1.0.0.0/0", "0.0.0.0/0"),
            ("2001:db8::1/32", "2001:db8::/32"), ("2001:db8:ffff::/33", "2001:db8:8000::/33"), ("::1/0", "::/0"),
        ]
    )
    func hostBits(text: String, meant: String) throws {
        let corrected = try AddressPrefix(cidr: meant)
        #expect(throws: AddressPrefixError.hostBits(text, corrected: corrected)) { try AddressPrefix(cidr: text) }
        #expect(AddressPrefix(text) == corrected)
    }

    @Test(
        "A range ends with its last address",
        arguments: [
            ("192.0.2.0/24", "192.0.2.255"), ("0.0.0.0/0", "255.255.255.255"), ("192.0.2.1/32", "192.0.2.1"),
            ("2001:db8::/32", "2001:db8:ffff:ffff:ffff:ffff:ffff:ffff"),
            ("::/0", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"), ("2001:db8::/124", "2001:db8::f"),
        ]
    )
    func last(text: String, last: String) throws {
        #expect(try AddressPrefix(cidr: text).lastAddress.text == last)
    }

    @Test(
        "A range holds its addresses and no others",
        arguments: [
            ("192.0.2.0/28", "192.0.2.15", true), ("192.0.2.0/28", "192.0.2.16", false), ("0.0.0.0/0", "::1", false),
            ("::/0", "192.0.2.1", false), ("2001:db8::/33", "2001:db8:7fff::1", true), ("::/0", "ffff::", true),
            ("2001:db8::/33", "2001:db8:8000::", false), ("192.0.2.1/32", "192.0.2.0", false),
        ]
    )
    func contains(range: String, address: String, isHeld: Bool) throws {
        let range = try AddressPrefix(cidr: range)
        let address = try IPAddress(address)
        #expect(range.contains(address) == isHeld)
        #expect(range.contains(address.octets) == isHeld)
    }

    @Test("A range holds itself and its parts, not what holds it")
    func containsRange() throws {
        let range = try AddressPrefix(cidr: "192.0.2.0/25")
        #expect(range.contains(range))
        #expect(range.contains(try AddressPrefix(cidr: "192.0.2.64/26")))
        #expect(!range.contains(try AddressPrefix(cidr: "192.0.2.0/24")))
        #expect(!range.contains(try AddressPrefix(cidr: "192.0.2.128/26")))
    }
}
