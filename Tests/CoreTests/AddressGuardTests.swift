import Testing

@testable import Core

@Suite("Address guard")
struct AddressGuardTests {
    @Test(
        "Addresses of special purpose are forbidden, in every form that leads there",
        arguments: [
            "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0",
            "224.0.0.1", "255.255.255.255", "192.0.2.1", "::", "::1", "::ffff:127.0.0.1", "::ffff:8.8.8.8",
            "::127.0.0.1", "64:ff9b::7f00:1", "64:ff9b:1::1", "2002:7f00:1::", "fe80::1", "febf::1", "fd00:ec2::254",
            "ff02::1", "2001::1", "2001:db8::1", "3fff:fff::1",
        ]
    )
    func forbids(text: String) throws {
        let address = try IPAddress(text)
        #expect(!AddressGuard(allowsPrivate: false).permits(address))
        #expect(AddressGuard(allowsPrivate: true).permits(address))
    }

    @Test(
        "Ordinary addresses beside the blocks are permitted",
        arguments: [
            "1.1.1.1", "9.255.255.255", "11.0.0.0", "172.15.255.255", "172.32.0.0", "100.128.0.0", "128.0.0.1",
            "223.255.255.255", "2606:4700:4700::1111", "2001:200::1", "fec0::1", "::2", "100:0:0:2::1", "3fff:1000::",
        ]
    )
    func permits(text: String) throws {
        #expect(AddressGuard(allowsPrivate: false).permits(try IPAddress(text)))
    }

    @Test("The address inside a mapped, translated or 6to4 form is found")
    func embedded() throws {
        let inner = try IPAddress.V4("192.0.2.1")
        for text in ["::ffff:192.0.2.1", "::192.0.2.1", "64:ff9b::192.0.2.1", "2002:c000:201::1"] {
            #expect(try IPAddress(text).embeddedIPv4 == inner)
        }
        #expect(try IPAddress("2001:db8::1").embeddedIPv4 == nil)
        #expect(try IPAddress("192.0.2.1").embeddedIPv4 == nil)
    }

    @Test("Every row of the table is read")
    func table() {
        #expect(SpecialPurposeBlock.all.count == SpecialPurposeBlock.table.count)
    }
}
