/// Why a request does not have the documented shape; answered as 422 with one entry a fault (`api.md` 1.3).
public struct SchemaError: Error, Equatable, Sendable {
    /// One fault: where it is (`["body", "ttl"]`), what is wrong, and a stable word for it.
    public struct Fault: Codable, Equatable, Sendable {
        public let loc: [String]
        public let msg: String
        public let type: String

        public init(_ loc: [String], _ msg: String, type: String = "value_error") {
            self.loc = loc
            self.msg = msg
            self.type = type
        }
    }

    public let faults: [Fault]

    public init(_ faults: [Fault]) {
        self.faults = faults
    }

    public init(_ loc: [String], _ msg: String, type: String = "value_error") {
        self.init([Fault(loc, msg, type: type)])
    }
}
