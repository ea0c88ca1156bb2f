/// What is wrong at one place of a file that is imported (`api.md` 3).
public struct ImportFault: Error, Equatable, Sendable {
    public let code: Code
    /// Counted from 1.
    public let line: Int
    /// In octets, counted from 1.
    public let column: Int
    /// A sentence for people: what is wrong and what to write instead.
    public let message: String
    /// What stands there, at most 200 octets of it; nil where something is missing.
    public let offending: String?
    /// The file that `$INCLUDE` named; nil in the file that is imported.
    public let file: String?

    public init(code: Code, line: Int, column: Int, message: String, offending: String? = nil, file: String? = nil) {
        self.code = code
        self.line = line
        self.column = column
        self.message = message
        self.offending = offending
        self.file = file
    }

    /// What kind of fault it is, for programs.
    public enum Code: String, Sendable, CaseIterable {
        case unclosedParenthesis = "unclosed_parenthesis"
        case unopenedParenthesis = "unopened_parenthesis"
        case nestingTooDeep = "nesting_too_deep"
        case unclosedQuote = "unclosed_quote"
        /// One record or directive, or one row, over the bound.
        case entryTooLong = "entry_too_long"
        case invalidName = "invalid_name"
        /// The first record of a file names no owner.
        case ownerMissing = "owner_missing"
        case invalidTTL = "invalid_ttl"
        /// A record without a TTL where nothing says which one is meant.
        case ttlMissing = "ttl_missing"
        case unsupportedClass = "unsupported_class"
        case typeMissing = "type_missing"
        case unknownType = "unknown_type"
        case invalidContent = "invalid_content"
        case unknownDirective = "unknown_directive"
        /// `$ORIGIN`, `$TTL`, `$INCLUDE` or `$GENERATE` with what it does not take.
        case invalidDirective = "invalid_directive"
        case includeRefused = "include_refused"
        case includeTooDeep = "include_too_deep"
        case tooManyIncludes = "too_many_includes"
        /// The file that was named cannot be read.
        case includeUnreadable = "include_unreadable"
        case generateTooLarge = "generate_too_large"
        case tooManyRecords = "too_many_records"
        /// A TTL was taken from the SOA's minimum: a warning.
        case ttlFromSOA = "ttl_from_soa"
        /// No JSON, or not an array of objects.
        case malformed
        case valueMissing = "value_missing"
        case columnMissing = "column_missing"
        case unknownColumn = "unknown_column"
        case invalidRow = "invalid_row"
        case invalidValue = "invalid_value"
    }

    /// The text for ``offending``: valid UTF-8, at most 200 octets.
    static func shown(_ octets: some Sequence<UInt8>) -> String {
        String(decoding: Array(octets.prefix(200)), as: UTF8.self)
    }
}
