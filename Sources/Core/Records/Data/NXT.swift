/// What comes next in a zone signed in the way before NSEC (RFC 2535 5.2).
struct NXT: RecordData {
    static let type = RecordType("NXT", code: 30)
    static let use = RecordUse.zoneFileOnly
    static let summary = "Obsolete: the next name of a signed zone, now NSEC"
    static let reference = "RFC 2535 5.2"
    static let examples = RecordExamples(
        valid: [("Big.example.org. NXT A MX 127", "big.example.org. A MX NXT TYPE127"), (".", ".")],
        invalid: [
            ("big.example.org. CAA", "NXT types must be record types from 1 to 127, got \"CAA\""),
            ("", "NXT next name is missing"),
        ],
        wire: [("a. A MX NXT", "01610040010002")]
    )

    let next: DomainName
    /// Numbers from 1 to 127, ascending.
    let types: [UInt16]

    init(from fields: inout FieldReader) throws(RecordContentError) {
        next = try fields.name("next name")
        var types: Set<UInt16> = []
        while !fields.isAtEnd {
            let word = try fields.word("types")
            let code = RecordType(masterFile: word)?.code ?? UInt16(word)
            guard let code, (1...127).contains(code) else {
                throw fields.refusal("types", "must be record types from 1 to 127", got: word)
            }
            types.insert(code)
        }
        self.types = types.sorted()
    }

    func write(to fields: inout FieldWriter) {
        fields.name(next)
        for code in types { fields.word(RecordType(code: code).name) }
    }

    init(wire: inout WireReader) throws(WireError) {
        next = try wire.name()
        let bits = wire.rest()
        // RFC 2535 5.2: the first bit would announce another format.
        guard bits.count <= 16, bits.last != 0, (bits.first ?? 0) & 0x80 == 0 else {
            throw wire.badField("type bit map")
        }
        types = TypeBitmap.types(in: bits[...], from: 0)
    }

    func write(to wire: inout WireWriter) {
        wire.name(next)
        wire.octets(TypeBitmap.bits(of: types[...]))
    }
}
