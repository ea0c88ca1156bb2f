/// Takes messages out of a TCP stream, each behind two octets of length (RFC 1035 4.2.2, RFC 7766 8).
///
/// ```swift
/// frames.append(received)
/// while let message = frames.next() { try WireMessage(decoding: message) }
/// ```
/// Holds what was appended and not yet taken: whoever takes all messages after each read holds at most 65,536 octets of an
/// unfinished one.
public struct WireFrames: Sendable {
    private var octets: [UInt8] = []
    /// Where the next frame begins in `octets`.
    private var start = 0

    public init() {}

    /// How many octets wait for the rest of their message.
    public var pending: Int { octets.count - start }

    /// Octets as they came from the stream, cut anywhere.
    public mutating func append(_ more: some Sequence<UInt8>) {
        octets.removeFirst(start)
        start = 0
        octets.append(contentsOf: more)
    }

    /// The next whole message, 0 to 65,535 octets; nil until more has come.
    public mutating func next() -> [UInt8]? {
        guard pending >= 2 else { return nil }
        let end = start + 2 + (Int(octets[start]) << 8 | Int(octets[start + 1]))
        guard end <= octets.count else { return nil }
        defer { start = end }
        return Array(octets[(start + 2)..<end])
    }
}

extension WireMessage {
    /// The message behind its two octets of length, as TCP and TLS carry it.
    ///
    /// - Throws: ``WireEncodingError``
    public func framed() throws(WireEncodingError) -> [UInt8] {
        let message = try encoded()
        return [UInt8(truncatingIfNeeded: message.count >> 8), UInt8(truncatingIfNeeded: message.count)] + message
    }
}
