/// Why a call has no answer. A status such as 500 is an answer, not a failure.
public enum HTTPFailure: Error, Equatable, Sendable {
    /// The URL, or what is wrong with it, as a sentence without the URL.
    case invalidURL(String)
    /// The method, a header or a bound of the request; the sentence names the header but never its value.
    case invalidRequest(String)
    case cannotResolve(String)
    /// Refused, unreachable or not connected within the connect timeout.
    case cannotConnect(String)
    /// The server's certificate or the handshake was not accepted.
    case tls(String)
    /// The request's whole time has passed.
    case timedOut
    /// More bytes of body, or of headers, than the limit.
    case tooLarge(limit: Int)
    /// Too many requests wait for a connection already.
    case queueFull
    /// The calling task was cancelled.
    case cancelled
    /// The client was closed before or during the call.
    case closed
    /// Anything else, such as a connection lost halfway, in curl's words.
    case failed(String)

    /// True when the server has certainly not seen the request, so that even a `POST` may be sent again.
    public var requestWasNotSent: Bool {
        switch self {
        case .invalidURL, .invalidRequest, .cannotResolve, .cannotConnect, .tls, .queueFull: true
        case .timedOut, .tooLarge, .cancelled, .closed, .failed: false
        }
    }
}
