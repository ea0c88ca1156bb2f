/// An `http` or `https` URL without user, query and trailing slash; the default port is not written.
public struct WebURL: Equatable, Sendable, CustomStringConvertible {
    public let isTLS: Bool
    /// A name in lower case, or an address without brackets.
    public let host: String
    public let port: UInt16
    /// Empty, or from its leading slash on, as it was given.
    public let path: String
    /// Whether the host is a loopback name or address.
    public let isLocal: Bool

    init(_ text: String) throws(Expectation) {
        let url = try ConnectionURL(text)
        guard url.scheme == "http" || url.scheme == "https", !url.host.isEmpty else {
            throw Expectation("a URL that begins with https:// or http:// and names a host")
        }
        guard url.user == nil, url.password == nil else { throw Expectation("no user or password in the URL") }
        guard !text.contains("?") else { throw Expectation("no ? in the URL") }
        isTLS = url.scheme == "https"
        host = url.host
        port = url.port ?? (isTLS ? 443 : 80)
        isLocal = url.isLocal
        // Taken from the text, not from the decoded path: an encoded slash has to stay one.
        var path = text.dropFirst(url.scheme.count + 3).drop { $0 != "/" }
        while path.last == "/" { path.removeLast() }
        self.path = String(path)
    }

    static let placeholder = WebURL()

    var isPlaceholder: Bool { self == .placeholder }

    private init() {
        (isTLS, host, port, path, isLocal) = (false, "", 0, "", false)
    }

    /// `https://host`, with the port where it is not the scheme's own: what a browser sends as `Origin`.
    public var origin: String {
        let name = host.contains(":") ? "[\(host)]" : host
        return (isTLS ? "https://" : "http://") + name + (port == (isTLS ? 443 : 80) ? "" : ":\(port)")
    }

    public var description: String { origin + path }
}

extension SettingsReader {
    /// Warns when secrets would go over a network unprotected.
    mutating func warnOfPlainHTTP(_ url: WebURL, _ variable: SettingsVariable, secrets: String) {
        guard !url.isTLS, !url.isLocal, !url.isPlaceholder else { return }
        warn(variable, "plain http to another host: \(secrets) can be read on the way")
    }
}
