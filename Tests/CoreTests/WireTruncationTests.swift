import Testing

@testable import Core

@Suite("DNS messages that do not fit")
struct WireTruncationTests {
    private let zone: DomainName
    private let host: DomainName

    init() throws {
        zone = try DomainName("example.org")
        host = try DomainName("ns.example.org")
    }

    private func records(_ owner: DomainName, _ type: WireType, _ count: Int, octets: Int = 4) -> [WireRecord] {
        (0..<count).map {
            WireRecord(owner: owner, type: type, ttl: 60, data: [UInt8](repeating: UInt8($0), count: octets))
        }
    }

    private func message(options: WireOptions? = WireOptions()) -> WireMessage {
        WireMessage(
            header: WireHeader(id: 1, flags: .response),
            questions: [WireQuestion(zone, .a)],
            options: options
        )
    }

    @Test("A message of exactly the limit is whole; one octet less drops a whole record set and sets TC")
    func exactly() throws {
        var message = message()
        message.answers = records(zone, .a, 3) + records(host, .a, 2)
        let whole = try message.encoded()
        #expect(try message.encoded(limit: whole.count) == whole)
        let cut = try WireMessage(decoding: message.encoded(limit: whole.count - 1))
        #expect(cut.isTruncated)
        #expect(cut.answers == records(zone, .a, 3))
        #expect(cut.options == message.options)
    }

    @Test("Sets whose records stand apart are dropped whole too")
    func interleaved() throws {
        var message = message()
        let (first, second) = (records(zone, .a, 2), records(zone, .aaaa, 2, octets: 16))
        message.answers = [second[0], first[0], second[1], first[1]]
        let whole = try message.encoded()
        #expect(try WireMessage(decoding: whole).answers == message.answers)
        let cut = try WireMessage(decoding: message.encoded(limit: whole.count - 1))
        #expect(cut.isTruncated && cut.answers == second)
    }

    @Test("Behind the first set that does not fit nothing follows but OPT, however small")
    func stops() throws {
        var message = message()
        message.answers = records(zone, .txt, 1, octets: 600) + records(zone, .a, 1)
        message.authority = records(zone, .ns, 1, octets: 1)
        message.additional = records(host, .a, 1)
        let cut = try WireMessage(decoding: message.encoded(limit: 512))
        #expect(cut.isTruncated && cut.answers.isEmpty && cut.authority.isEmpty && cut.additional.isEmpty)
        #expect(cut.questions == message.questions && cut.options == message.options)
    }

    @Test("Additional records that do not fit are left out without TC, others stay")
    func additional() throws {
        var message = message()
        message.answers = records(zone, .a, 1)
        message.additional = records(zone, .txt, 1, octets: 600) + records(host, .a, 1)
        let cut = try WireMessage(decoding: message.encoded(limit: 512))
        #expect(!cut.isTruncated && cut.answers == message.answers && cut.additional == records(host, .a, 1))
    }

    @Test("Glue that a delegation needs goes first, and TC is set when it does not fit (RFC 9471)")
    func glue() throws {
        var message = message()
        message.authority = [WireRecord(owner: zone, type: .ns, ttl: 60, data: host.wire)]
        message.additional = records(zone, .txt, 1, octets: 400) + records(host, .a, 5)
        let kept = try WireMessage(decoding: message.encoded(limit: 512))
        #expect(!kept.isTruncated && kept.additional == records(host, .a, 5))

        message.additional = records(host, .a, 40)
        let cut = try WireMessage(decoding: message.encoded(limit: 512))
        #expect(cut.isTruncated && cut.additional.isEmpty && cut.authority == message.authority)

        let elsewhere = try DomainName("ns.example.net")
        message.authority = [WireRecord(owner: zone, type: .ns, ttl: 60, data: elsewhere.wire)]
        message.additional = records(elsewhere, .a, 40)
        #expect(try !WireMessage(decoding: message.encoded(limit: 512)).isTruncated)
    }

    @Test("At every limit the message is whole sets, within the limit, or refused because its fixed part is longer")
    func everyLimit() throws {
        var message = message(options: WireOptions(options: [WireOption(code: 10, data: [1, 2, 3, 4, 5, 6, 7, 8])]))
        message.answers = records(zone, .a, 3) + records(host, .txt, 2, octets: 30)
        message.authority = [WireRecord(owner: zone, type: .ns, ttl: 60, data: host.wire)]
        message.additional = records(host, .a, 2) + records(host, .aaaa, 2, octets: 16)
        let fixed = 12 + zone.wire.count + 4 + 11 + 12
        let whole = try message.encoded().count
        for limit in -1...(whole + 10) {
            guard limit >= fixed else {
                #expect(throws: WireEncodingError.tooLong(octets: fixed, limit: limit)) {
                    try message.encoded(limit: limit)
                }
                continue
            }
            let octets = try message.encoded(limit: limit)
            let read = try WireMessage(decoding: octets)
            #expect(octets.count <= limit && read.options == message.options && read.questions == message.questions)
            #expect(
                [0, 3, 5].contains(read.answers.count)
                    && read.answers.elementsEqual(message.answers.prefix(read.answers.count)))
            #expect(read.isTruncated == (read.answers.count < 5 || read.authority.isEmpty))
            #expect([0, 2, 4].contains(read.additional.count))
        }
    }

    @Test(
        "An answer by UDP has 512 octets, or what the asker takes, never more than the server wants",
        arguments: [
            (nil, 512), (0, 512), (511, 512), (512, 512), (1000, 1000), (1232, 1232), (4096, 1232), (65_535, 1232),
        ]
            as [(UInt16?, Int)]
    )
    func datagramLimit(payloadSize: UInt16?, limit: Int) {
        #expect(WireOptions.datagramLimit(for: payloadSize.map { WireOptions(payloadSize: $0) }) == limit)
    }
}
