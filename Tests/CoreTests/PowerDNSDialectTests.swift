import Testing

@testable import Core

@Suite("PowerDNS's spelling")
struct PowerDNSDialectTests {
    /// As PowerDNS 4.7.3 printed them when it was given their RDATA.
    static let contents = [
        ("SVCB", #"1 . alpn=h2 dohpath="/dns-query{?dns}""#, #"1 . alpn=h2 key7="/dns-query{?dns}""#),
        ("SVCB", "1 . alpn=h2 ohttp", #"1 . alpn=h2 key8="""#),
        ("SVCB", "1 . key667", #"1 . key667="""#),
        ("SVCB", "1 . mandatory=alpn,ohttp alpn=h2 ohttp", #"1 . mandatory=alpn,key8 alpn=h2 key8="""#),
        ("HTTPS", "1 . alpn=h2 no-default-alpn", "1 . alpn=h2 no-default-alpn"),
        ("HTTPS", "1 . ipv6hint=::ffff:c000:201", "1 . ipv6hint=::ffff:192.0.2.1"),
        ("HTTPS", "1 . ipv6hint=::c000:201,::2", "1 . ipv6hint=::192.0.2.1,::2"),
        ("SVCB", #"1 . alpn="f\\\\oo\\,bar,h2""#, #"1 . alpn=f\\\\oo\\,bar,h2"#),
        ("CNAME", #"a\@b\$c\(d\;e\"f.example.net."#, #"a@b$c(d;e"f.example.net."#),
        ("CNAME", #"a\.b\\\032c.example.net."#, #"a\.b\\\032c.example.net."#),
        ("TXT", #""a\"b\\c" "\000""#, #""a\"b\\c" "\000""#),
    ]

    @Test("A content is sent as PowerDNS prints it, and comes back the same", arguments: contents)
    func content(type: String, text: String, printed: String) throws {
        let type = try #require(RecordType(type))
        let content = try RecordContent(type: type, text: text, zone: nil)
        #expect(content.text == text)
        #expect(content.powerDNSText == printed)
        #expect(try RecordContent(type: type, powerDNS: printed) == content)
    }

    @Test("A name is sent as PowerDNS prints it, and comes back the same")
    func name() throws {
        let name = try DomainName(#"a\@\\\.b.example.org"#)
        #expect(name.powerDNSText == #"a@\\\.b.example.org."#)
        #expect(try DomainName(powerDNS: name.powerDNSText) == name)
    }
}
