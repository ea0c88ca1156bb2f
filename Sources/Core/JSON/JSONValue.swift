/// A JSON value within the bounds of I-JSON (RFC 7493): finite numbers, no name twice, no half of a surrogate pair.
///
/// Equality is that of the canonical form: strings are compared by code points, never by Unicode's equivalence, and the
/// order of an object's members does not matter.
public enum JSONValue: Sendable {
    case null
    case bool(Bool)
    case number(JSONNumber)
    case string(String)
    case array([JSONValue])
    case object(JSONObject)
}

extension JSONValue: Equatable {
    public static func == (left: JSONValue, right: JSONValue) -> Bool {
        left.canonicalOctets == right.canonicalOctets
    }
}

extension JSONValue {
    /// An object of those members; of several with one name the last counts.
    public static func object(_ members: [(name: String, value: JSONValue)]) -> JSONValue {
        .object(JSONObject(members))
    }

    /// A string, or null for nil.
    public static func text(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }
}

/// The members of a JSON object, sorted by name (RFC 8785 3.2.3), no name twice.
public struct JSONObject: Sendable {
    public struct Member: Sendable {
        public let name: String
        public let value: JSONValue
    }

    /// In canonical order: by the UTF-16 code units of the names.
    public let members: [Member]

    /// Takes members in any order; of several with one name the last counts.
    public init(_ members: [(name: String, value: JSONValue)]) {
        var last: [[UInt8]: Int] = [:]
        for (index, member) in members.enumerated() { last[Array(member.name.utf8)] = index }
        self.members = last.values.map { Member(name: members[$0].name, value: members[$0].value) }
            .sorted { $0.name.utf16.lexicographicallyPrecedes($1.name.utf16) }
    }

    /// The value of that name; nil where there is none.
    public subscript(name: String) -> JSONValue? {
        members.first { $0.name.utf8.elementsEqual(name.utf8) }?.value
    }
}

/// A number of JSON: a finite IEEE 754 double (RFC 8785 3.2.2.3).
public struct JSONNumber: Hashable, Sendable {
    public let double: Double

    /// Nil for infinities and what is not a number.
    public init?(_ double: Double) {
        guard double.isFinite else { return nil }
        self.double = double
    }

    /// Nil beyond 2^53 in either direction, where doubles skip integers: such numbers travel as strings (RFC 7493 2.2).
    public init?(exactly integer: some BinaryInteger) {
        guard let double = Double(exactly: integer), double.magnitude <= 9_007_199_254_740_992 else { return nil }
        self.double = double
    }
}
