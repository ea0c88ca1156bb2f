import Client
import Testing

@Suite("The address of a server")
struct ServerURLTests {
    @Test(
        "Scheme, host, port and path are taken, without a slash at the end",
        arguments: [
            ("http://127.0.0.1:8000", "http://127.0.0.1:8000"), ("https://dns.example.org/", "https://dns.example.org"),
            ("HTTPS://DNS.Example.org", "https://dns.example.org"), ("http://[::1]:8000/", "http://[::1]:8000"),
            ("https://example.org/scaidns//", "https://example.org/scaidns"), ("http://localhost", "http://localhost"),
        ]
    )
    func takes(text: String, url: String) throws {
        #expect(try ServerURL(text).text == url)
    }

    @Test(
        "Anything else is refused with its reason",
        arguments: [
            ("", ServerURL.Fault.notHTTP), ("dns.example.org", .notHTTP), ("ftp://x", .notHTTP), ("http:/x", .notHTTP),
            ("http://", .noHost), ("http://:80", .noHost), ("http:///path", .noHost),
            ("https://user:pass@example.org", .hasCredentials), ("http://a@b", .hasCredentials),
            ("http://exa mple.org", .badHost), ("http://[::1", .badHost), ("http://[x]", .badHost),
            ("http://bücher.example", .badHost), ("http://x:", .badPort), ("http://x:0", .badPort),
            ("http://x:65536", .badPort), ("http://x:8a", .badPort), ("http://[::1]8000", .badPort),
            ("http://x/?a", .badPath), ("http://x?a", .badPath), ("http://x/a b", .badPath), ("http://x/a#b", .badPath),
            ("http://x/\r\nHost: y", .badPath), ("http://x\u{0}", .badHost),
        ]
    )
    func refuses(text: String, fault: ServerURL.Fault) {
        #expect(throws: fault) { try ServerURL(text) }
    }
}
