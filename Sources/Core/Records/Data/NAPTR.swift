/// A rule of the Dynamic Delegation Discovery System (RFC 3403 4.1).
struct NAPTR: RecordData {
    static let type = RecordType("NAPTR", code: 35)
    static let summary = "Rule that rewrites a name into a service, as telephony uses it"
    static let reference = "RFC 3403 4.1"
    static let examples = RecordExamples(
        valid: [
            (
                "100 50 \"s\" \"SIP+D2U\" \"\" _sip._udp.example.org.",
                "100 50 \"s\" \"SIP+D2U\" \"\" _sip._udp.example.org."
            ),
            (
                "100 10 u E2U+sip \"!^.*$!sip:info@example.org!\" .",
                "100 10 \"u\" \"E2U+sip\" \"!^.*$!sip:info@example.org!\" ."
            ),
        ],
        invalid: [
            ("100 50 \"s\" \"\" _sip.example.org.", "NAPTR replacement is missing"),
            ("100 50 \"s-t\" \"\" \"\" .", "NAPTR flags must be letters and digits, got \"s-t\""),
        ],
        wire: [("100 50 \"s\" \"SIP\" \"\" a.", "0064003201730353495000016100")]
    )

    let order: UInt16
    let preference: UInt16
    let flags: [UInt8]
    let services: [UInt8]
    let regexp: [UInt8]
    let replacement: DomainName

    init(from fields: inout FieldReader) throws(RecordContentError) {
        order = try fields.number("order")
        preference = try fields.number("preference")
        flags = try fields.string("flags")
        guard Self.areFlags(flags) else {
            throw fields.refusal("flags", "must be letters and digits", got: String(decoding: flags, as: UTF8.self))
        }
        services = try fields.string("services")
        regexp = try fields.string("regexp")
        replacement = try fields.name("replacement")
    }

    func write(to fields: inout FieldWriter) {
        fields.number(order)
        fields.number(preference)
        fields.quoted(flags)
        fields.quoted(services)
        fields.quoted(regexp)
        fields.name(replacement)
    }

    init(wire: inout WireReader) throws(WireError) {
        order = try wire.number16()
        preference = try wire.number16()
        flags = try wire.string()
        guard Self.areFlags(flags) else { throw wire.badField("NAPTR flags") }
        services = try wire.string()
        regexp = try wire.string()
        replacement = try wire.name()
    }

    func write(to wire: inout WireWriter) {
        wire.number16(order)
        wire.number16(preference)
        wire.string(flags)
        wire.string(services)
        wire.string(regexp)
        wire.name(replacement)
    }

    private static func areFlags(_ flags: [UInt8]) -> Bool {
        flags.allSatisfy { isDigit($0) || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(asciiLowercased($0)) }
    }
}
