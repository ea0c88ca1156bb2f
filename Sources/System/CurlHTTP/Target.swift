import CCurl

/// Where a request goes: a URL that curl's own parser has accepted, and its origin.
struct Target: Sendable {
    /// Scheme, host and port, such as `https://example.org:443`; connections are counted by it.
    let origin: String
    let host: String
    let url: String

    private static let maximumLength = 16_384
    private static let flags = UInt32(CURLU_DISALLOW_USER | CURLU_PATH_AS_IS)

    /// - Throws: ``HTTPFailure/invalidURL(_:)`` unless the text is an absolute `http` or `https` URL in visible ASCII
    ///   without user information and of at most 16 KiB.
    init(_ text: String) throws(HTTPFailure) {
        let start = text.prefix(9).lowercased()
        // curl would take `http:/x` and `http:///x` as well, and x for the host.
        guard let scheme = ["http://", "https://"].first(where: start.hasPrefix),
            text.utf8.dropFirst(scheme.utf8.count).first != UInt8(ascii: "/")
        else { throw .invalidURL("does not begin with http:// or https:// and a host") }
        try self.init(text, base: nil)
    }

    /// The target that a `Location` names, seen from this one (RFC 9110, section 10.2.2).
    func following(_ location: String) throws(HTTPFailure) -> Target {
        try Target(location, base: url)
    }

    private init(_ text: String, base: String?) throws(HTTPFailure) {
        guard text.utf8.count <= Target.maximumLength else {
            throw .invalidURL("longer than \(Target.maximumLength) bytes")
        }
        guard text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            throw .invalidURL("a character that is not visible ASCII")
        }
        guard let parsed = curl_url() else { throw .failed("out of memory") }
        defer { curl_url_cleanup(parsed) }
        for part in [base, text] {
            guard let part else { continue }
            let verdict = curl_url_set(parsed, CURLUPART_URL, part, Target.flags)
            guard verdict == CURLUE_OK else { throw .invalidURL(String(cString: curl_url_strerror(verdict))) }
        }
        guard let scheme = Target.part(CURLUPART_SCHEME, of: parsed)?.lowercased(), ["http", "https"].contains(scheme)
        else { throw .invalidURL("neither http nor https") }
        guard
            let host = Target.part(CURLUPART_HOST, of: parsed)?.lowercased(), !host.isEmpty,
            let port = Target.part(CURLUPART_PORT, of: parsed),
            let url = Target.part(CURLUPART_URL, of: parsed)
        else { throw .invalidURL("no host") }
        self.host = host
        self.url = url
        origin = "\(scheme)://\(host):\(port)"
    }

    private static func part(_ which: CURLUPart, of parsed: OpaquePointer) -> String? {
        var text: UnsafeMutablePointer<CChar>?
        let flags = which == CURLUPART_PORT ? UInt32(CURLU_DEFAULT_PORT) : 0
        guard curl_url_get(parsed, which, &text, flags) == CURLUE_OK, let text else { return nil }
        defer { curl_free(text) }
        return String(cString: text)
    }
}
