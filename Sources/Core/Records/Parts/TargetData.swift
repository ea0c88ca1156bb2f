/// A type whose RDATA is one name.
protocol TargetData: RecordData {
    /// What errors call the name.
    static var targetField: String { get }
    var target: DomainName { get }

    init(target: DomainName)
}

extension TargetData {
    static var targetField: String { "target" }

    init(from fields: inout FieldReader) throws(RecordContentError) {
        self.init(target: try fields.name(Self.targetField))
    }

    func write(to fields: inout FieldWriter) {
        fields.name(target)
    }

    init(wire: inout WireReader) throws(WireError) {
        self.init(target: try wire.name())
    }

    func write(to wire: inout WireWriter) {
        wire.name(target)
    }
}
