/// A type whose RDATA is that of DS (RFC 4034 5.1).
protocol DigestData: RecordData {
    /// Whether `0 0 0 00` passes, by which a zone asks for no DS (RFC 8078 4).
    static var takesDeletion: Bool { get }
    var digest: KeyDigest { get }

    init(digest: KeyDigest)
}

extension DigestData {
    /// Validators pass over a digest of a type that they do not know (RFC 4035 5.2), so zones may hold one.
    var obstacle: RecordObstacle? {
        guard digest.digestType == 0, !(Self.takesDeletion && digest.isDeletion) else { return nil }
        return RecordObstacle(field: "digest type", expectation: "must not be 0, which is reserved", got: "0")
    }

    static var takesDeletion: Bool { false }

    init(from fields: inout FieldReader) throws(RecordContentError) {
        self.init(digest: try KeyDigest(from: &fields))
    }

    func write(to fields: inout FieldWriter) {
        digest.write(to: &fields)
    }

    init(wire: inout WireReader) throws(WireError) {
        self.init(digest: try KeyDigest(wire: &wire))
    }

    func write(to wire: inout WireWriter) {
        digest.write(to: &wire)
    }
}
