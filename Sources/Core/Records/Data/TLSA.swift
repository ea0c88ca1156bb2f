/// The certificate of a TLS service (RFC 6698 2.1).
struct TLSA: CertificateAssociationData {
    static let type = RecordType("TLSA", code: 52)
    static let summary = "Certificate or key that a TLS service uses"
    static let reference = "RFC 6698 2.1, RFC 7671"
    static let examples = RecordExamples(
        valid: [
            (
                "3 1 1 0B9FA5A59EED715C26C1020C711B4F6EC42D58B0015E14337A39DAD301C5AFC3",
                "3 1 1 0b9fa5a59eed715c26c1020c711b4f6ec42d58b0015e14337a39dad301c5afc3"
            ),
            ("3 0 0 30 82 01", "3 0 0 308201"),
        ],
        invalid: [
            ("3 1 1 0b9fa5a5", "TLSA data must have 32 octets for matching type 1, got \"4 octets\""),
            ("3 1 0", "TLSA data is missing"),
            ("3 256 0 00", "TLSA selector must be 0-255, got \"256\""),
        ],
        wire: [("3 0 0 308201", "030000308201")]
    )

    let association: CertificateAssociation
}
