import IDNA
import Testing

@Suite("Internationalised names")
struct IDNATests {
    @Test(
        "A name turns into ASCII as UTS 46 says, non-transitional, and stays so when converted again",
        arguments: [
            ("Bücher.Example", "xn--bcher-kva.example"), ("faß.de", "xn--fa-hia.de"), ("日本語。jp", "xn--wgv71a119e.jp"),
            ("é．fr．", "xn--9ca.fr."), ("BU\u{308}CHER.de", "xn--bcher-kva.de"),
            ("XN--BCHER-KVA.de", "xn--bcher-kva.de"),
            ("\u{FF21}\u{212A}.de", "ak.de"), ("ö_x.de", "xn--_x-eka.de"), ("βόλος.com", "xn--nxasmm1c.com"),
            ("نامه\u{200C}ای.com", "xn--mgba3gch31f060k.com"),
        ]
    )
    func converts(text: String, ascii: String) throws {
        #expect(try toASCII(text) == ascii)
        #expect(try toASCII(ascii) == ascii)
    }

    @Test(
        "An ASCII label that IDNA would refuse but DNS carries keeps its characters",
        arguments: [
            ("_DMARC.BÜCHER.de", "_dmarc.xn--bcher-kva.de"), ("*.EXAMPLE.org", "*.example.org"),
            ("-a.é.fr", "-a.xn--9ca.fr"), ("r3---sn.example.org", "r3---sn.example.org"), ("", ""), (".", "."),
            ("a..b", "a..b"), ("1.0/25.2.0.192.in-addr.arpa.", "1.0/25.2.0.192.in-addr.arpa."),
            (#"a\.b\255.é"#, #"a\.b\255.xn--9ca"#),
        ]
    )
    func keeps(text: String, ascii: String) throws {
        #expect(try toASCII(text) == ascii)
    }

    @Test(
        "A label without a valid ASCII form is refused with its reason",
        arguments: [
            ("a.é-.de", IDNAError.misplacedHyphen(in: "é-")), ("😀.de", .notAllowed(in: "😀")),
            ("a\u{200D}é.de", .notAllowed(in: "a\u{200D}é")), ("א1b.com", .mixedDirections(in: "א1b")),
            ("xn--zzzzzzzz99.de", .invalidALabel("xn--zzzzzzzz99")), ("XN--A.de", .invalidALabel("XN--A")),
            ("xn--.de", .invalidALabel("xn--")), ("é\u{0}.de", .notAllowed(in: "é\u{0}")),
            ("é…x.de", .notAllowed(in: "é…x")), ("a\u{FF3C}.de", .notAllowed(in: "a\u{FF3C}")),
            (#"é\.x.de"#, .notAllowed(in: #"é\"#)), ("a é.de", .notAllowed(in: "a é")),
            ("\u{AD}.de", .notAllowed(in: "\u{AD}")),
            (String(repeating: "é", count: 60), .labelTooLong(String(repeating: "é", count: 60))),
            (String(repeating: "a", count: 1025), .tooLong(characters: 1025)),
        ]
    )
    func refuses(text: String, reason: IDNAError) {
        #expect(throws: reason) { try toASCII(text) }
    }

    @Test(
        "An ASCII name is shown in Unicode",
        arguments: [
            ("xn--bcher-kva.example.", "bücher.example."), ("XN--BCHER-KVA.De", "bücher.De"), ("_x.xn--9ca", "_x.é"),
            ("plain.example", "plain.example"), ("", ""),
        ]
    )
    func shows(ascii: String, text: String) {
        #expect(toUnicode(ascii) == text)
    }

    @Test(
        "A name with an xn-- label that is not valid has no Unicode form",
        arguments: ["xn--a.de", "xn--.de", "xn--zzzzzzzz99.de", "ok.xn--e28h.de"]
    )
    func hides(ascii: String) {
        #expect(toUnicode(ascii) == nil)
    }
}
