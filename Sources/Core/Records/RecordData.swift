/// One record type's fields: read from presentation format, printed in the one canonical form.
///
/// Each conformer is one file in `Data/` and carries its own examples, which one test runs for all.
public protocol RecordData: Sendable, Equatable {
    static var type: RecordType { get }
    /// What the type is for, in one short sentence.
    static var summary: String { get }
    static var examples: RecordExamples { get }
    /// Reads the fields from the left; the caller checks that nothing is left over.
    init(from fields: inout FieldReader) throws(RecordContentError)
    /// The canonical text, as PowerDNS writes it.
    var text: String { get }
}

/// A type's examples: the first valid one is what help texts show.
public struct RecordExamples: Sendable {
    /// What is taken, and the canonical text that it becomes.
    public let valid: [(text: String, canonical: String)]
    /// What is refused, and the sentence that says why.
    public let invalid: [(text: String, reason: String)]

    public init(valid: [(text: String, canonical: String)], invalid: [(text: String, reason: String)]) {
        self.valid = valid
        self.invalid = invalid
    }
}

/// Why a record's content is refused: the field, what was expected there, and what was given.
public struct RecordContentError: Error, Equatable, Sendable {
    public let type: String
    /// The field's name; nil when the content as a whole is meant.
    public let field: String?
    /// What must hold, as the end of a sentence: `must be 0-65535`.
    public let expectation: String
    /// What was given instead; nil when nothing was.
    public let got: String?

    public init(type: String, field: String?, expectation: String, got: String?) {
        self.type = type
        self.field = field
        self.expectation = expectation
        self.got = got
    }

    /// One sentence: `MX priority must be 0-65535, got "high"`.
    public var message: String {
        let subject = field.map { "\(type) \($0)" } ?? "\(type) content"
        let given = got.map { ", got \"\($0)\"" } ?? ""
        return "\(subject) \(expectation)\(given)"
    }
}

/// A record's content, checked and in canonical form.
public struct RecordContent: Hashable, Sendable {
    public let type: RecordType
    /// Canonical presentation format, at most 65,535 octets.
    public let text: String

    /// Checks `text` by the rules of `type`. `zone` is named in the hint about relative targets.
    ///
    /// - Throws: ``RecordContentError``
    public init(type: RecordType, text: String, zone: DomainName?) throws(RecordContentError) {
        guard let format = Self.formats[type.name] else {
            throw RecordContentError(type: type.name, field: nil, expectation: "cannot be stored here", got: nil)
        }
        guard text.utf8.count <= 65_535 else {
            throw RecordContentError(
                type: type.name,
                field: nil,
                expectation: "must have at most 65535 octets",
                got: "\(text.utf8.count) octets"
            )
        }
        self.type = type
        self.text = try Self.canonical(text, as: format, zone: zone)
    }

    /// Takes canonical text that was checked before it was stored.
    public init(stored text: String, type: RecordType) {
        self.type = type
        self.text = text
    }

    private static func canonical(
        _ text: String,
        as format: any RecordData.Type,
        zone: DomainName?
    ) throws(RecordContentError) -> String {
        var fields = FieldReader(text, type: format.type, zone: zone)
        let data = try format.init(from: &fields)
        try fields.end()
        return data.text
    }

    /// The format of each type that can be stored, by mnemonic.
    static let formats: [String: any RecordData.Type] = Dictionary(
        uniqueKeysWithValues: ([
            A.self, AAAA.self, CAA.self, CNAME.self, MX.self, NS.self, PTR.self, SOA.self, SRV.self, TXT.self,
        ] as [any RecordData.Type]).map { ($0.type.name, $0) }
    )

    /// Every type that can be stored, with what help texts say of it, by mnemonic.
    public static var catalogue: [(type: RecordType, summary: String, example: String)] {
        formats.values.map { ($0.type, $0.summary, $0.examples.valid.first?.canonical ?? "") }
            .sorted { $0.0.name < $1.0.name }
    }
}
