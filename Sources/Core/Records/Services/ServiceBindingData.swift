/// A type whose RDATA binds a service, as that of SVCB (RFC 9460 2).
protocol ServiceBindingData: RecordData {
    var binding: ServiceBinding { get }

    init(binding: ServiceBinding)
}

extension ServiceBindingData {
    init(from fields: inout FieldReader) throws(RecordContentError) {
        self.init(binding: try ServiceBinding(from: &fields))
    }

    func write(to fields: inout FieldWriter) {
        binding.write(to: &fields)
    }

    init(wire: inout WireReader) throws(WireError) {
        self.init(binding: try ServiceBinding(wire: &wire))
    }

    func write(to wire: inout WireWriter) {
        binding.write(to: &wire)
    }
}
