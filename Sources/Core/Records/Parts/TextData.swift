/// A type whose RDATA is text, as that of TXT (RFC 1035 3.3.14).
protocol TextData: RecordData {
    var strings: TextStrings { get }

    init(strings: TextStrings)
}

extension TextData {
    init(from fields: inout FieldReader) throws(RecordContentError) {
        self.init(strings: try TextStrings(from: &fields))
    }

    func write(to fields: inout FieldWriter) {
        strings.write(to: &fields)
    }

    init(wire: inout WireReader) throws(WireError) {
        self.init(strings: try TextStrings(wire: &wire))
    }

    func write(to wire: inout WireWriter) {
        strings.write(to: &wire)
    }
}
