/// A type whose RDATA ties a certificate to a name, as that of TLSA (RFC 6698 2.1).
protocol CertificateAssociationData: RecordData {
    var association: CertificateAssociation { get }

    init(association: CertificateAssociation)
}

extension CertificateAssociationData {
    init(from fields: inout FieldReader) throws(RecordContentError) {
        self.init(association: try CertificateAssociation(from: &fields))
    }

    func write(to fields: inout FieldWriter) {
        association.write(to: &fields)
    }

    init(wire: inout WireReader) throws(WireError) {
        self.init(association: try CertificateAssociation(wire: &wire))
    }

    func write(to wire: inout WireWriter) {
        association.write(to: &wire)
    }
}
