/// Records with variables in their names and contents, to be put into a zone together (`domain.md` 7).
public struct Template: Equatable, Sendable {
    /// One record of a template.
    public struct Record: Equatable, Sendable {
        /// Relative to the zone, `@` at its apex, or a full name inside it.
        public let name: TemplateText
        /// The mnemonic, without variables.
        public let type: RecordType
        public let content: TemplateText
        /// Seconds, 0 to 2147483647; nil: the zone's default.
        public let ttl: UInt32?

        public init(name: TemplateText, type: RecordType, content: TemplateText, ttl: UInt32? = nil) {
            self.name = name
            self.type = type
            self.content = content
            self.ttl = ttl
        }

        /// The names of its variables.
        var variables: Set<String> { Set(name.variables + content.variables) }
    }

    public let records: [Record]
    public let variables: [TemplateVariable]

    /// Checks a template as it is written: every fault at once.
    ///
    /// - Throws: ``TemplateFaults``, in which ``TemplateFaults/unknown`` names the variables that nothing declares.
    public init(records: [Record], variables: [TemplateVariable]) throws(TemplateFaults) {
        var faults = TemplateFaults()
        var declared: Set<String> = []
        for variable in variables {
            if !TemplateVariable.isName(variable.name) {
                faults.others.append(TemplateTextError.badName(variable.name).message)
            } else if BuiltInVariable(rawValue: variable.name) != nil {
                faults.others.append("\"\(variable.name)\" is built in: it cannot be declared.")
            } else if !declared.insert(variable.name).inserted {
                faults.others.append("\"\(variable.name)\" is declared twice.")
            }
        }
        let used = records.reduce(into: Set<String>()) { $0.formUnion($1.variables) }
        faults.unknown = used.filter { !declared.contains($0) && BuiltInVariable(rawValue: $0) == nil }.sorted()
        if records.isEmpty { faults.others.append("A template needs at least one record.") }
        if records.count > Self.mostRecords {
            faults.others.append("A template has at most \(Self.mostRecords) records, this one has \(records.count).")
        }
        if variables.count > Self.mostVariables {
            faults.others.append(
                "A template has at most \(Self.mostVariables) variables, this one has \(variables.count).")
        }
        guard faults.isEmpty else { throw faults }
        self.records = records
        self.variables = variables
    }

    /// What one change set takes (`domain.md` 9).
    public static let mostRecords = 10_000
    public static let mostVariables = 100
    /// Octets of all names and contents together after expansion: as much as a request's body may have.
    public static let longestExpansion = 10 * 1024 * 1024
}

/// Everything that is wrong with a template, or with applying it: 400 `unknown_variable`, `missing_variable`, or what the
/// record checks say. Never empty when thrown.
public struct TemplateFaults: Error, Equatable, Sendable {
    /// A record that cannot be made.
    public struct RecordFault: Equatable, Sendable {
        /// Its place in the template, from 0.
        public let index: Int
        /// A sentence for people.
        public let message: String
    }

    /// Variables that are used or given but not declared, sorted.
    public var unknown: [String] = []
    /// Required variables without a value, and built-in ones that this platform has no value for, sorted.
    public var missing: [String] = []
    public var records: [RecordFault] = []
    public var others: [String] = []

    public init() {}

    public var isEmpty: Bool { unknown.isEmpty && missing.isEmpty && records.isEmpty && others.isEmpty }

    /// One sentence each.
    public var messages: [String] {
        var messages: [String] = []
        if !unknown.isEmpty { messages.append("Unknown variable: \(unknown.joined(separator: ", ")).") }
        if !missing.isEmpty { messages.append("Missing variable: \(missing.joined(separator: ", ")).") }
        return messages + others + records.map { "Record \($0.index + 1): \($0.message)" }
    }
}
