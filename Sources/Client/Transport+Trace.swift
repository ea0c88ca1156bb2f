import CurlHTTP

extension Transport {
    /// The same transport, telling `say` each request and answer as lines of text; secrets in headers and bodies are `***`.
    /// The lines hold texts of strangers, not yet filtered for a terminal.
    public func traced(by say: @escaping @Sendable (String) -> Void) -> Transport {
        Transport { (request) async throws(HTTPFailure) in
            say("> \(request.method) \(request.url)")
            for header in request.headers { say("> " + Trace.line(header)) }
            if let body = request.body { say("> " + Trace.excerpt(of: body)) }
            do throws(HTTPFailure) {
                let response = try await send(request)
                say("< HTTP \(response.status)")
                for header in response.headers { say("< " + Trace.line(header)) }
                if !response.body.isEmpty { say("< " + Trace.excerpt(of: response.body)) }
                return response
            } catch {
                say("< no answer: \(error)")
                throw error
            }
        }
    }
}

/// How an exchange is told.
private enum Trace {
    private static let secretHeaders: Set<String> = [
        "x-api-key", "authorization", "proxy-authorization", "cookie", "set-cookie",
    ]

    /// The most of a body that is told, in bytes.
    private static let excerptBytes = 4096

    static func line(_ header: (name: String, value: String)) -> String {
        header.name + ": " + (secretHeaders.contains(header.name.lowercased()) ? "***" : header.value)
    }

    static func excerpt(of body: [UInt8]) -> String {
        let text = String(decoding: JSONText.redacted(Array(body.prefix(excerptBytes))), as: UTF8.self)
        return body.count > excerptBytes ? text + " … (\(body.count) bytes)" : text
    }
}
