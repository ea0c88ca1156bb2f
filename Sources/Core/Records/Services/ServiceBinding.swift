/// What SVCB and HTTPS hold (RFC 9460 2): a priority, a target, and parameters in the order of their keys.
struct ServiceBinding: Equatable, Sendable {
    /// 0 makes it an alias, without parameters (RFC 9460 2.4.2).
    let priority: UInt16
    let target: DomainName
    let parameters: [ServiceParameter]

    init(from fields: inout FieldReader) throws(RecordContentError) {
        priority = try fields.number("priority")
        target = try fields.name("target")
        var parameters: [ServiceParameter] = []
        var keys: Set<ServiceKey> = []
        while !fields.isAtEnd {
            let parameter = try ServiceParameter(from: &fields)
            guard keys.insert(parameter.key).inserted else {
                throw fields.refusal("parameter", "must stand once", got: parameter.key.name)
            }
            parameters.append(parameter)
        }
        self.parameters = parameters.sorted { $0.key < $1.key }
        if let fault = Self.fault(priority: priority, self.parameters) {
            throw fields.refusal(fault.field, fault.expectation, got: nil)
        }
    }

    func write(to fields: inout FieldWriter) {
        fields.number(priority)
        fields.name(target)
        for parameter in parameters { parameter.write(to: &fields) }
    }

    init(wire: inout WireReader) throws(WireError) {
        priority = try wire.number16()
        target = try wire.name()
        var parameters: [ServiceParameter] = []
        while !wire.isAtEnd {
            let parameter = try ServiceParameter(wire: &wire)
            // RFC 9460 2.2: strictly increasing, so that none stands twice.
            guard parameters.last.map({ $0.key < parameter.key }) ?? true else { throw wire.badField("SvcParams") }
            parameters.append(parameter)
        }
        self.parameters = parameters
        guard Self.fault(priority: priority, parameters) == nil else { throw wire.badField("SvcParams") }
    }

    func write(to wire: inout WireWriter) {
        wire.number16(priority)
        wire.name(target)
        for parameter in parameters { parameter.write(to: &wire) }
    }

    /// What the parameters break among each other (RFC 9460 2.4.2, 7.1.1, 8).
    private static func fault(
        priority: UInt16,
        _ parameters: [ServiceParameter]
    ) -> (field: String, expectation: String)? {
        if priority == 0 && !parameters.isEmpty {
            return ("parameters", "must be left out with priority 0, which makes the record an alias")
        }
        let keys = Set(parameters.map(\.key))
        if keys.contains(.noDefaultALPN) && !keys.contains(.alpn) {
            return ("no-default-alpn", "must come with alpn")
        }
        for parameter in parameters {
            guard case .mandatory(let wanted) = parameter.value else { continue }
            if let missing = wanted.first(where: { !keys.contains($0) }) {
                return ("mandatory", "must name parameters that are there, and \(missing.name) is not")
            }
        }
        return nil
    }
}
