import Testing

@testable import Core

@Suite("DNS messages")
struct WireMessageTests {
    @Test("A query is the octets that RFC 1035 and RFC 6891 prescribe")
    func queryOctets() throws {
        let question = WireQuestion(try DomainName("a.test"), .txt)
        let query = WireQuery(id: 0x1234, question: question, flags: .recursionDesired, wantsSignatures: true)
        let header: [UInt8] = [0x12, 0x34, 0x01, 0x00, 0, 1, 0, 0, 0, 0, 0, 1]
        let asked: [UInt8] = [1, 0x61, 4, 0x74, 0x65, 0x73, 0x74, 0, 0, 16, 0, 1]
        let opt: [UInt8] = [0, 0, 41, 0x04, 0xD0, 0, 0, 0x80, 0, 0, 0]
        #expect(query.encoded() == header + asked + opt)
    }

    @Test("Mixing the case changes letters only, each by its bit")
    func mixesCase() throws {
        let question = WireQuestion(try DomainName("_a1-b.cd"), .a).mixingCase(by: [0b1010_0000])
        #expect(question.spelling == [5] + Array("_A1-b".utf8) + [2] + Array("Cd".utf8) + [0])
        #expect(question.name == (try DomainName("_a1-b.cd")))
    }

    @Test("A compressed answer is read with its names written out")
    func compressedAnswer() throws {
        let message = try WireMessage(decoding: WireSamples.answer)
        #expect(message.isAuthoritative && message.isResponse && !message.isTruncated)
        #expect(message.responseCode == .noError)
        #expect(message.questions.map(\.name.text) == ["www.example.org"])
        #expect(message.answers.map(\.owner.text) == ["www.example.org", "example.org", "example.org"])
        #expect(message.answers[0].target?.text == "example.org")
        #expect(message.answers[1].address?.text == "192.0.2.1")
        #expect(message.answers[2].joinedText == Array("onetwo".utf8))
        #expect(message.authority.map { $0.target?.text } == ["ns.example.org"])
        #expect(message.additional.isEmpty)
    }

    @Test("A CNAME is followed inside an answer, and not beyond the zone or the limit")
    func follows() throws {
        let message = try WireMessage(decoding: WireSamples.answer)
        let (www, zone) = (try DomainName("www.example.org"), try DomainName("example.org"))
        #expect(message.following(www, to: .a).chain == [www, zone])
        #expect(message.following(www, to: .a).records.count == 1)
        #expect(message.following(www, to: .a, within: www).records.isEmpty)
        #expect(message.following(www, to: .a, limit: 0).records.isEmpty)
    }

    @Test("SOA fields are read in their order")
    func soa() throws {
        let data =
            try DomainName("ns.test").wire + DomainName("hostmaster.test").wire
            + [0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0, 3, 0, 0, 0, 4, 0, 0, 0, 5]
        let record = WireRecord(owner: try DomainName("test"), type: .soa, ttl: 60, data: data)
        let soa = try #require(record.startOfAuthority)
        #expect(soa.primary.text == "ns.test" && soa.responsible.text == "hostmaster.test")
        #expect([soa.serial, soa.refresh, soa.retry, soa.expire, soa.minimum] == [1, 2, 3, 4, 5])
    }

    @Test("An answer fits its query only with the id, the question and its very letters")
    func fits() throws {
        let www = WireQuestion(try DomainName("www.example.org"), .a)
        let message = try WireMessage(decoding: WireSamples.answer)
        #expect(message.fit(to: WireQuery(id: 0xBEEF, question: www)) == .answer)
        #expect(message.fit(to: WireQuery(id: 0xBEEE, question: www)) == .stranger)
        #expect(message.fit(to: WireQuery(id: 0xBEEF, question: www.mixingCase(by: [0x80]))) == .otherSpelling)
        #expect(message.fit(to: WireQuery(id: 0xBEEF, question: WireQuestion(www.name, .aaaa))) == .stranger)
        var query = WireSamples.answer
        query[2] &= 0x7F
        #expect(try WireMessage(decoding: query).fit(to: WireQuery(id: 0xBEEF, question: www)) == .stranger)
    }

    @Test("The extended response code comes from the OPT record")
    func extendedCode() throws {
        var octets: [UInt8] = [0, 1, 0x80, 0x01, 0, 0, 0, 0, 0, 0, 0, 1]
        octets += [0, 0, 41, 4, 208, 1, 0, 0, 0, 0, 0]
        #expect(try WireMessage(decoding: octets).responseCode.rawValue == 17)
    }

    @Test("A question about the root is read")
    func rootQuestion() throws {
        let octets: [UInt8] = [0, 1, 0x84, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 1]
        #expect(try WireMessage(decoding: octets).questions == [WireQuestion(.root, .ns)])
    }
}

/// Messages written out by hand.
enum WireSamples {
    /// `www.example.org A`: CNAME to example.org, its A, a TXT of two strings; NS in authority; OPT.
    static let answer: [UInt8] =
        [0xBE, 0xEF, 0x84, 0x00, 0, 1, 0, 3, 0, 1, 0, 1]  // 0: header
        + [3] + Array("www".utf8) + [7] + Array("example".utf8) + [3] + Array("org".utf8) + [0, 0, 1, 0, 1]  // 12
        + [0xC0, 12, 0, 5, 0, 1, 0, 0, 0, 60, 0, 2, 0xC0, 16]
        + [0xC0, 16, 0, 1, 0, 1, 0, 0, 0, 60, 0, 4, 192, 0, 2, 1]
        + [0xC0, 16, 0, 16, 0, 1, 0, 0, 0, 60, 0, 8, 3] + Array("one".utf8) + [3] + Array("two".utf8)
        + [0xC0, 16, 0, 2, 0, 1, 0, 0, 0, 60, 0, 5, 2] + Array("ns".utf8) + [0xC0, 16]
        + [0, 0, 41, 0x04, 0xD0, 0, 0, 0, 0, 0, 0]
}
