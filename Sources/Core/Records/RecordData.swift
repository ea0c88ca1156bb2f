/// One record type's fields: read from presentation format and from the wire, written back in the one canonical form.
///
/// Each conformer is one file in `Data/` and carries its own examples, which one test runs for all.
public protocol RecordData: Sendable, Equatable {
    static var type: RecordType { get }
    /// Who may write such records, and where they are taken.
    static var use: RecordUse { get }
    /// What the type is for, in one short sentence.
    static var summary: String { get }
    /// Where the format is laid down: `RFC 1035 3.3.9`.
    static var reference: String { get }
    static var examples: RecordExamples { get }

    /// Reads the fields from the left; the caller checks that nothing is left over.
    init(from fields: inout FieldReader) throws(RecordContentError)
    /// Writes the canonical text, as PowerDNS writes it.
    func write(to fields: inout FieldWriter)

    /// Reads the RDATA that `wire` is limited to; the caller checks that nothing is left over.
    init(wire: inout WireReader) throws(WireError)
    /// Writes the RDATA, names without compression.
    func write(to wire: inout WireWriter)

    /// Why such a record is read, but not stored: PowerDNS would not take it. Nil when it would.
    var obstacle: RecordObstacle? { get }
}

/// What keeps a record that can be read from being stored.
public struct RecordObstacle: Equatable, Sendable {
    let field: String
    /// What must hold, as the end of a sentence.
    let expectation: String
    let got: String

    /// PowerDNS's API takes no MX, NS or SRV to what is no host (RFC 1123 2.1, RFC 2181 11).
    static func target(_ name: DomainName, mayBeRoot: Bool) -> RecordObstacle? {
        guard !name.isHostName, !(mayBeRoot && name.isRoot) else { return nil }
        return RecordObstacle(
            field: "target",
            expectation: "must be a host name, of letters, digits and hyphens: PowerDNS takes no other",
            got: name.absoluteText
        )
    }
}

extension RecordData {
    public static var use: RecordUse { .ordinary }
    public var obstacle: RecordObstacle? { nil }

    /// The canonical text.
    public var text: String {
        var fields = FieldWriter()
        write(to: &fields)
        return fields.text
    }
}

/// Who may write records of a type, and where they are taken (`domain.md` 2).
public enum RecordUse: Equatable, Sendable {
    /// Whoever may write records.
    case ordinary
    /// At the apex only, and with `dnssec:enable`: registries and validators obey them.
    case dnssec
    /// Platform admins alone: the content is code.
    case platformAdmin
    /// Shown where it is, never written: the type is obsolete.
    case readOnly
    /// Understood in zone files, never stored: made by signers, obsolete, or not ours to serve.
    case zoneFileOnly

    /// Whether records of the type can be stored here at all.
    public var isStorable: Bool { self != .zoneFileOnly }
}

/// A type's examples: the first valid one is what help texts show.
public struct RecordExamples: Sendable {
    /// What is taken, and the canonical text that it becomes.
    public let valid: [(text: String, canonical: String)]
    /// What is refused, and the sentence that says why.
    public let invalid: [(text: String, reason: String)]
    /// Canonical text and its RDATA in hexadecimal, restated from the RFCs.
    public let wire: [(text: String, hex: String)]

    public init(
        valid: [(text: String, canonical: String)],
        invalid: [(text: String, reason: String)],
        wire: [(text: String, hex: String)] = []
    ) {
        self.valid = valid
        self.invalid = invalid
        self.wire = wire
    }
}
