/// A program that PowerDNS runs to make the answer (PowerDNS, Lua records). It is code: for platform admins alone.
struct LUA: RecordData {
    static let type = RecordType("LUA", code: 65402)
    static let use = RecordUse.platformAdmin
    static let summary = "Program that PowerDNS runs to make the answer"
    static let reference = "PowerDNS lua-records"
    static let examples = RecordExamples(
        valid: [("A \"ifportup(443, {'192.0.2.1', '192.0.2.2'})\"", "A \"ifportup(443, {'192.0.2.1', '192.0.2.2'})\"")],
        invalid: [
            ("NOTYPE \"x()\"", "LUA answer type must be a record type, got \"NOTYPE\""),
            ("A", "LUA program must stand in quotes"),
        ],
        wire: [("A \"x()\"", "000103782829")]
    )

    /// The type of the answers.
    let answerType: RecordType
    let program: TextStrings

    init(from fields: inout FieldReader) throws(RecordContentError) {
        let word = try fields.word("answer type")
        guard let type = RecordType(masterFile: word) else {
            throw fields.refusal("answer type", "must be a record type", got: word)
        }
        answerType = type
        fields.beginField()
        guard fields.isAtQuote else {
            throw fields.refusal("program", "must stand in quotes", got: fields.isAtEnd ? nil : fields.remainder)
        }
        program = try TextStrings(from: &fields)
    }

    func write(to fields: inout FieldWriter) {
        fields.word(answerType.name)
        program.write(to: &fields)
    }

    init(wire: inout WireReader) throws(WireError) {
        answerType = RecordType(code: try wire.number16())
        program = try TextStrings(wire: &wire)
    }

    func write(to wire: inout WireWriter) {
        wire.number16(answerType.code)
        program.write(to: &wire)
    }
}
