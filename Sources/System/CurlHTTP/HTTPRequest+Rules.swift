extension HTTPRequest {
    private static let ownHeaders: Set<String> = ["content-length", "transfer-encoding", "connection", "expect"]

    /// The request's target, once method, headers and bounds are known to be harmless.
    /// A line break in any of them would let a value write headers or a second request of its own.
    func checked() throws(HTTPFailure) -> Target {
        guard method.utf8.count <= 32, method.isToken else { throw .invalidRequest("the method is not a token") }
        guard timeout > .zero else { throw .invalidRequest("the timeout is not positive") }
        guard maximumResponseBytes >= 0 else { throw .invalidRequest("the response limit is negative") }
        for header in headers {
            guard header.name.isToken else { throw .invalidRequest("a header name is not a token") }
            guard header.value.utf8.allSatisfy({ $0 == 0x09 || ($0 >= 0x20 && $0 != 0x7F) }) else {
                throw .invalidRequest("the value of header \(header.name) holds a control character")
            }
            guard !HTTPRequest.ownHeaders.contains(header.name.lowercased()) else {
                throw .invalidRequest("header \(header.name) belongs to the client")
            }
        }
        return try Target(url)
    }

    /// The request to make after a redirect (RFC 9110, section 15.4): 303 always turns into a `GET`,
    /// 301 and 302 turn a `POST` into one, as every browser does.
    func redirected(by status: Int, to target: Target) -> HTTPRequest {
        var next = self
        next.url = target.url
        next.maximumRedirects -= 1
        if method != "HEAD", status == 303 || ((status == 301 || status == 302) && method == "POST") {
            next.method = "GET"
            next.body = nil
            next.headers.removeAll { $0.name.lowercased().hasPrefix("content-") }
            next.mayBeRepeated = true
        }
        return next
    }
}

extension String {
    /// True for a token of RFC 9110, section 5.6.2.
    fileprivate var isToken: Bool {
        !isEmpty
            && utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"):
                    true
                default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
                }
            }
    }
}
