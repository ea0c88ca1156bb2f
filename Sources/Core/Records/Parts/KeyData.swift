/// A type whose RDATA is a public key (RFC 4034 2.1).
protocol KeyData: RecordData {
    /// The protocols that a key may be for: 3 alone is DNSSEC's (RFC 4034 2.1.2).
    static var protocols: ClosedRange<UInt8> { get }
    var key: PublicKey { get }

    init(key: PublicKey)
}

extension KeyData {
    static var protocols: ClosedRange<UInt8> { 3...3 }

    /// Validators pass over a key of another protocol (RFC 4034 2.1.2), so zones may hold one.
    var obstacle: RecordObstacle? {
        guard !Self.protocols.contains(key.version) else { return nil }
        return RecordObstacle(
            field: "protocol", expectation: "must be \(Self.protocols.lowerBound)", got: "\(key.version)")
    }

    init(from fields: inout FieldReader) throws(RecordContentError) {
        self.init(key: try PublicKey(from: &fields))
    }

    func write(to fields: inout FieldWriter) {
        key.write(to: &fields)
    }

    init(wire: inout WireReader) throws(WireError) {
        self.init(key: try PublicKey(wire: &wire))
    }

    func write(to wire: inout WireWriter) {
        key.write(to: &wire)
    }
}
