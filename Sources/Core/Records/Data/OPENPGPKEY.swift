/// The OpenPGP key of a mail user (RFC 7929 2.2).
struct OPENPGPKEY: RecordData {
    static let type = RecordType("OPENPGPKEY", code: 61)
    static let summary = "OpenPGP key of a mail user"
    static let reference = "RFC 7929 2.2"
    static let examples = RecordExamples(
        valid: [("mG8E XtVI", "mG8EXtVI")],
        invalid: [
            ("mG8", "OPENPGPKEY key must be base64, padded to groups of four, got \"mG8\""),
            ("", "OPENPGPKEY key is missing"),
        ],
        wire: [("mG8EXtVI", "986f045ed548")]
    )

    /// At least one octet.
    let key: [UInt8]

    init(from fields: inout FieldReader) throws(RecordContentError) {
        key = try fields.base64("key")
    }

    func write(to fields: inout FieldWriter) {
        fields.base64(key)
    }

    init(wire: inout WireReader) throws(WireError) {
        key = wire.rest()
        guard !key.isEmpty else { throw wire.badField("OpenPGP key") }
    }

    func write(to wire: inout WireWriter) {
        wire.octets(key)
    }
}
