import Testing

@testable import Core

@Suite("Writing DNS messages")
struct WireEncodingTests {
    @Test("A message that was read is written as the same octets")
    func sameOctets() throws {
        #expect(try WireMessage(decoding: WireSamples.answer).encoded() == WireSamples.answer)
    }

    @Test(
        "Each flag, opcode and response code has its bits in the header",
        arguments: [
            (.response, .query, .noError, [0x80, 0x00]), (.authoritative, .query, .noError, [0x04, 0x00]),
            (.truncated, .query, .noError, [0x02, 0x00]), (.recursionDesired, .query, .noError, [0x01, 0x00]),
            (.recursionAvailable, .query, .noError, [0x00, 0x80]), (.reserved, .query, .noError, [0x00, 0x40]),
            (.authenticData, .query, .noError, [0x00, 0x20]), (.checkingDisabled, .query, .noError, [0x00, 0x10]),
            ([], .notify, .nameError, [0x20, 0x03]), ([.response, .authoritative], .update, .refused, [0xAC, 0x05]),
        ] as [(WireFlags, WireOpcode, WireResponseCode, [UInt8])]
    )
    func header(flags: WireFlags, opcode: WireOpcode, code: WireResponseCode, word: [UInt8]) throws {
        let message = WireMessage(header: WireHeader(id: 0x0102, flags: flags, opcode: opcode, responseCode: code))
        let octets: [UInt8] = [1, 2] + word + [0, 0, 0, 0, 0, 0, 0, 0]
        #expect(try message.encoded() == octets)
        #expect(try WireMessage(decoding: octets) == message)
    }

    @Test("Names are compressed in the data of the types of RFC 1035 alone, and read back from all")
    func compressedTypes() throws {
        let name = try DomainName("a.example.org")
        // (type, what stands before the name, whether the name becomes a pointer)
        let rows: [(UInt16, [UInt8], Bool)] = [
            (2, [], true), (5, [], true), (12, [], true), (15, [0, 10], true), (39, [], false),
            (33, [0, 1, 0, 2, 0, 53], false), (35, [0, 1, 0, 2, 0, 0, 0], false), (18, [0, 1], false),
            (64, [0, 1], false), (65_280, [], false),
        ]
        for (type, before, isCompressed) in rows {
            var message = WireMessage(header: WireHeader(id: 1), questions: [WireQuestion(name, .a)])
            let record = WireRecord(
                owner: name,
                type: WireType(rawValue: type),
                ttl: 60,
                data: before + name.wire
            )
            message.answers = [record]
            let octets = try message.encoded()
            let length = isCompressed ? 2 : name.wire.count
            #expect(octets.count == 12 + name.wire.count + 4 + 12 + before.count + length, "type \(type)")
            #expect(try WireMessage(decoding: octets).answers == [record], "type \(type)")
        }
    }

    @Test("Both names of an SOA are compressed, the second against the first")
    func compressedSOA() throws {
        let data =
            try DomainName("ns.example.net").wire + DomainName("hostmaster.example.net").wire
            + [UInt8](repeating: 7, count: 20)
        var message = WireMessage(header: WireHeader(id: 1))
        let record = WireRecord(owner: try DomainName("example.org"), type: .soa, ttl: 60, data: data)
        message.authority = [record]
        let octets = try message.encoded()
        #expect(octets.count == 12 + 13 + 10 + 16 + (11 + 2) + 20)
        #expect(try WireMessage(decoding: octets).authority == [record])
    }

    @Test("A name that only differs in case is pointed to; the question keeps its letters")
    func foldsCase() throws {
        let question = WireQuestion(try DomainName("www.example.org"), .a).mixingCase(by: [0xFF])
        var message = WireMessage(header: WireHeader(id: 1), questions: [question])
        message.answers = [
            WireRecord(
                owner: question.name, type: .cname, ttl: 1,
                data: [7] + Array("EXAMPLE".utf8) + [3] + Array("Org".utf8) + [0])
        ]
        let octets = try message.encoded()
        #expect(octets.count == 12 + 17 + 4 + 12 + 2)
        #expect(try WireMessage(decoding: octets).questions == [question])
    }

    @Test("Nothing points beyond the first 16 KiB")
    func farNames() throws {
        var message = WireMessage(header: WireHeader(id: 1))
        let filler = WireRecord(owner: .root, type: .txt, ttl: 1, data: [UInt8](repeating: 0, count: 16_384))
        let far = WireRecord(owner: try DomainName("far.example.org"), type: .a, ttl: 1, data: [192, 0, 2, 1])
        message.answers = [filler, far, far]
        let octets = try message.encoded()
        #expect(octets.count == 12 + 11 + 16_384 + 2 * (17 + 14))
        #expect(try WireMessage(decoding: octets) == message)
    }

    @Test("Data that do not fit their type are written as they are")
    func brokenData() throws {
        var message = WireMessage(header: WireHeader(id: 1))
        message.answers = [WireRecord(owner: .root, type: .mx, ttl: 1, data: [0, 1, 0xC0])]
        #expect(try message.encoded().suffix(5) == [0, 3, 0, 1, 0xC0])
    }

    @Test("What no message can hold is refused")
    func refusals() throws {
        let header = WireHeader(id: 1, responseCode: WireResponseCode(rawValue: 16))
        #expect(throws: WireEncodingError.badResponseCode(16)) { try WireMessage(header: header).encoded() }
        let wide = WireHeader(id: 1, responseCode: WireResponseCode(rawValue: 4096))
        #expect(throws: WireEncodingError.badResponseCode(4096)) {
            try WireMessage(header: wide, options: WireOptions()).encoded()
        }
        var message = WireMessage(header: WireHeader(id: 1))
        message.answers = [WireRecord(owner: .root, type: .txt, ttl: 1, data: [UInt8](repeating: 0, count: 65_536))]
        #expect(throws: WireEncodingError.dataTooLong(octets: 65_536)) { try message.encoded() }
        message.answers = [WireRecord(owner: .root, type: .opt, ttl: 1, data: [])]
        #expect(throws: WireEncodingError.strayOptions) { try message.encoded() }
        let options = WireOptions(options: [WireOption(code: 1, data: [UInt8](repeating: 0, count: 65_532))])
        #expect(throws: WireEncodingError.dataTooLong(octets: 65_536)) {
            try WireMessage(header: WireHeader(id: 1), options: options).encoded()
        }
        let question = WireQuestion(try DomainName("example.org"), .a)
        let many = WireMessage(header: WireHeader(id: 1), questions: Array(repeating: question, count: 70_000))
        #expect(throws: WireEncodingError.tooLong(octets: 12 + 17 * 30, limit: 512)) { try many.encoded(limit: 512) }
    }

    @Test("A time to live beyond 2^31 - 1 is zero")
    func longTTL() {
        #expect(WireRecord(owner: .root, type: .a, ttl: 0x8000_0000, data: []).ttl == 0)
        #expect(WireRecord(owner: .root, type: .a, ttl: 0x7FFF_FFFF, data: []).ttl == 0x7FFF_FFFF)
    }
}
