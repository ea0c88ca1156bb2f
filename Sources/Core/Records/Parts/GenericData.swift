/// RDATA of a type that is not known here: `\# 4 0a000001` (RFC 3597 5).
struct GenericData: Equatable, Sendable {
    let octets: [UInt8]

    init(octets: [UInt8]) {
        self.octets = octets
    }

    /// Reads `\#`, the number of octets, and as many in hexadecimal, in any number of words.
    init(from fields: inout FieldReader) throws(RecordContentError) {
        guard fields.isAtGenericForm else {
            throw fields.refusal(
                "RDATA", "must be written as \\# LENGTH HEX, since the type is unknown", got: fields.remainder)
        }
        _ = try fields.word("RDATA")
        let length: UInt16 = try fields.number("RDATA length")
        guard length > 0 else {
            octets = []
            return
        }
        octets = try fields.hexadecimal("RDATA")
        guard octets.count == Int(length) else {
            throw fields.refusal(
                "RDATA", "must have \(length) octets as its length says", got: "\(octets.count) octets")
        }
    }

    var text: String {
        var fields = FieldWriter()
        write(to: &fields)
        return fields.text
    }

    func write(to fields: inout FieldWriter) {
        fields.word("\\#")
        fields.number(octets.count)
        if !octets.isEmpty { fields.hexadecimal(octets) }
    }

    func write(to wire: inout WireWriter) {
        wire.octets(octets)
    }
}
