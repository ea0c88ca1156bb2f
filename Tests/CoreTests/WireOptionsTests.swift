import Testing

@testable import Core

@Suite("EDNS")
struct WireOptionsTests {
    /// A response of id 1 whose additional section holds `count` records, which are `octets`.
    private func message(_ octets: [UInt8], count: UInt8 = 1) -> [UInt8] {
        [0, 1, 0x80, 0x03, 0, 0, 0, 0, 0, 0, 0, count] + octets
    }

    @Test("Payload size, version, DO, response code and options stand where RFC 6891 puts them")
    func fields() throws {
        let octets = message(
            [0, 0, 41, 0x10, 0x00, 0x01, 0x00, 0x80, 0x01, 0, 20]
                + [0, 10, 0, 8, 1, 2, 3, 4, 5, 6, 7, 8] + [0xFD, 0xE9, 0, 0] + [0, 15, 0, 0]
        )
        let read = try WireMessage(decoding: octets)
        let options = try #require(read.options)
        #expect(
            options.payloadSize == 4096 && options.version == 0 && options.wantsSignatures && options.flags == 0x8001)
        #expect(
            options.options == [
                WireOption(code: 10, data: [1, 2, 3, 4, 5, 6, 7, 8]), WireOption(code: 65_001, data: []),
                WireOption(code: 15, data: []),
            ]
        )
        #expect(read.responseCode.rawValue == 0x13)
        #expect(read.additional.isEmpty && options.extendedErrors.isEmpty)
        #expect(try read.encoded() == octets)
    }

    @Test("Another version is read and written all the same")
    func version() throws {
        let octets = message([0, 0, 41, 2, 0, 1, 9, 0, 0, 0, 0])
        #expect(try WireMessage(decoding: octets).options?.version == 9)
        #expect(try WireMessage(decoding: octets).encoded() == octets)
    }

    @Test(
        "An OPT record that breaks the rules is refused",
        arguments: [
            ([1, 0x61, 0, 0, 41, 2, 0, 0, 0, 0, 0, 0, 0], 1, 12),  // not the root's
            ([0, 0, 41, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 41, 2, 0, 0, 0, 0, 0, 0, 0], 2, 23),  // the second
            ([0, 0, 41, 2, 0, 0, 0, 0, 0, 0, 3, 0, 10, 0], 1, 12),  // half an option
            ([0, 0, 41, 2, 0, 0, 0, 0, 0, 0, 5, 0, 10, 0, 2, 1], 1, 12),  // an option longer than the record
        ] as [([UInt8], UInt8, Int)]
    )
    func refused(octets: [UInt8], count: UInt8, place: Int) {
        #expect(throws: WireError.badOptions(at: place)) { try WireMessage(decoding: message(octets, count: count)) }
    }

    @Test("OPT outside the additional section is refused", arguments: [7, 9])
    func wrongSection(place: Int) {
        var octets = message([0, 0, 41, 2, 0, 0, 0, 0, 0, 0, 0], count: 0)
        octets[place] = 1
        #expect(throws: WireError.badOptions(at: 12)) { try WireMessage(decoding: octets) }
    }

    @Test("DO is set and cleared without touching other flags")
    func signatures() {
        var options = WireOptions(wantsSignatures: true)
        options.flags |= 1
        options.wantsSignatures = false
        #expect(options.flags == 1)
        options.wantsSignatures = true
        #expect(options.flags == 0x8001)
    }

    @Test("An extended error is its code and its text (RFC 8914)")
    func extendedError() throws {
        let bogus = WireExtendedError(code: 6, text: "no key fits")
        #expect(bogus.option == WireOption(code: 15, data: [0, 6] + Array("no key fits".utf8)))
        #expect(WireExtendedError(bogus.option) == bogus)
        #expect(bogus.meaning == "DNSSEC Bogus")
        #expect(WireExtendedError(code: 24).meaning == "Invalid Data" && WireExtendedError(code: 25).meaning == nil)
        let ended = WireOption(code: 15, data: [0xFF, 0xFF, 0x61, 0])
        #expect(WireExtendedError(ended) == WireExtendedError(code: 65_535, text: "a"))
        #expect(
            WireExtendedError(WireOption(code: 15, data: [0, 0, 0xFF])) == WireExtendedError(code: 0, text: "\u{FFFD}"))
        #expect(WireExtendedError(WireOption(code: 15, data: [0])) == nil)
        #expect(WireExtendedError(WireOption(code: 10, data: [0, 6])) == nil)
        #expect(WireOptions(options: [ended, bogus.option]).extendedErrors.map(\.code) == [65_535, 6])
    }
}
