/// Why a record's content is refused: the field, what was expected there, and what was given.
public struct RecordContentError: Error, Equatable, Sendable {
    public let type: String
    /// The field's name; nil when the content as a whole is meant.
    public let field: String?
    /// What must hold, as the end of a sentence: `must be 0-65535`.
    public let expectation: String
    /// What was given instead; nil when nothing was. At most 200 code points: one character may be made of thousands.
    public let got: String?
    /// Where in the content the field begins, in octets from 0.
    public let position: Int

    public init(type: String, field: String?, expectation: String, got: String?, position: Int = 0) {
        self.type = type
        self.field = field
        self.expectation = expectation
        self.got = got.map { text in
            let scalars = text.unicodeScalars
            return scalars.dropFirst(200).isEmpty ? text : String(scalars.prefix(199)) + "…"
        }
        self.position = position
    }

    /// One sentence: `MX priority must be 0-65535, got "high"`.
    public var message: String {
        let subject = field.map { "\(type) \($0)" } ?? "\(type) content"
        let given = got.map { ", got \"\($0)\"" } ?? ""
        return "\(subject) \(expectation)\(given)"
    }
}
