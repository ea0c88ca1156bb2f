/// A type whose RDATA is that of DS (RFC 4034 5.1).
protocol DigestData: RecordData {
    /// Whether `0 0 0 00` passes, by which a zone asks for no DS (RFC 8078 4).
    static var takesDeletion: Bool { get }
    var digest: KeyDigest { get }

    init(digest: KeyDigest)
}

extension DigestData {
    static var takesDeletion: Bool { false }

    init(from fields: inout FieldReader) throws(RecordContentError) {
        self.init(digest: try KeyDigest(from: &fields, takesDeletion: Self.takesDeletion))
    }

    func write(to fields: inout FieldWriter) {
        digest.write(to: &fields)
    }

    init(wire: inout WireReader) throws(WireError) {
        self.init(digest: try KeyDigest(wire: &wire, takesDeletion: Self.takesDeletion))
    }

    func write(to wire: inout WireWriter) {
        digest.write(to: &wire)
    }
}
