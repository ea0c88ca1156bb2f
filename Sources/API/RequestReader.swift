/// The captures of a path, percent-decoded.
public struct Captures: Sendable {
    private let values: [String: String]

    public init(_ values: [String: String]) {
        self.values = values
    }

    /// The capture of that name, 1 to 1,024 characters.
    public func text(_ name: String) throws(SchemaError) -> String {
        guard let value = values[name], !value.isEmpty else { throw SchemaError(["path", name], "field required") }
        guard value.utf8.count <= 1024 else { throw SchemaError(["path", name], "at most 1024 characters") }
        return value
    }
}

/// The parameters after the `?`, percent-decoded; of a repeated one the first counts.
public struct QueryReader: Sendable {
    private let values: [String: String]

    public init(_ values: [String: String]) {
        self.values = values
    }

    /// Reads `a=b&c=d`; nil when it is not percent-encoded UTF-8.
    public init?(_ text: some StringProtocol) {
        var values: [String: String] = [:]
        for pair in text.split(separator: "&") {
            let halves = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = PercentEncoding.decode(halves[0], plusIsSpace: true),
                let value = PercentEncoding.decode(halves.count > 1 ? halves[1] : "", plusIsSpace: true)
            else { return nil }
            if values[name] == nil { values[name] = value }
        }
        self.values = values
    }

    /// The text given, at most 1,024 octets; nil when absent or empty.
    public func text(_ name: String) throws(SchemaError) -> String? {
        guard let value = values[name], !value.isEmpty else { return nil }
        guard value.utf8.count <= 1024 else { throw SchemaError(["query", name], "at most 1024 characters") }
        return value
    }

    /// `true`, `1`, `yes`, `on` or `false`, `0`, `no`, `off`.
    public func flag(_ name: String) throws(SchemaError) -> Bool? {
        switch values[name]?.lowercased() {
        case nil, "": nil
        case "true", "1", "yes", "on": true
        case "false", "0", "no", "off": false
        default:
            throw SchemaError(["query", name], "value could not be parsed to a boolean", type: "type_error.bool")
        }
    }

    /// A whole number within `range`.
    public func number(_ name: String, in range: ClosedRange<Int>) throws(SchemaError) -> Int? {
        guard let value = values[name], !value.isEmpty else { return nil }
        guard let number = Int(value) else {
            throw SchemaError(["query", name], "value is not a valid integer", type: "type_error.integer")
        }
        guard range.contains(number) else {
            throw SchemaError(["query", name], "must be \(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }

    /// One of the words of an enumeration.
    public func choice<Choice: RawRepresentable<String> & CaseIterable>(
        _ name: String
    ) throws(SchemaError) -> Choice? {
        guard let value = values[name], !value.isEmpty else { return nil }
        guard let choice = Choice(rawValue: value) else {
            let words = Choice.allCases.map(\.rawValue).joined(separator: ", ")
            throw SchemaError(["query", name], "must be one of \(words)", type: "type_error.enum")
        }
        return choice
    }
}
