/// A type whose RDATA is a number and a name: of several records, the one with the lowest number is tried first.
protocol PreferredTargetData: RecordData {
    /// What errors call the number.
    static var priorityField: String { get }
    var priority: UInt16 { get }
    var target: DomainName { get }

    init(priority: UInt16, target: DomainName)
}

extension PreferredTargetData {
    static var priorityField: String { "preference" }

    init(from fields: inout FieldReader) throws(RecordContentError) {
        let priority: UInt16 = try fields.number(Self.priorityField)
        self.init(priority: priority, target: try fields.name("target"))
    }

    func write(to fields: inout FieldWriter) {
        fields.number(priority)
        fields.name(target)
    }

    init(wire: inout WireReader) throws(WireError) {
        let priority = try wire.number16()
        self.init(priority: priority, target: try wire.name())
    }

    func write(to wire: inout WireWriter) {
        wire.number16(priority)
        wire.name(target)
    }
}
