/// The DS that a zone wants in its parent (RFC 7344 3.1; `0 0 0 00` wants none, RFC 8078 4).
struct CDS: DigestData {
    static let type = RecordType("CDS", code: 59)
    static let use = RecordUse.dnssec
    static let summary = "DS that a signed zone wants its parent to have"
    static let reference = "RFC 7344 3.1, RFC 8078 4"
    static let examples = RecordExamples(
        valid: [
            (
                "60485 5 1 2BB183AF5F22588179A53B0A98631FAD1A292118",
                "60485 5 1 2bb183af5f22588179a53b0a98631fad1a292118"
            ),
            (
                "60485 RSASHA1 1 2BB183AF5F225881 79A53B0A98631FAD1A292118",
                "60485 5 1 2bb183af5f22588179a53b0a98631fad1a292118"
            ),
            ("0 0 0 00", "0 0 0 00"),
        ],
        invalid: [
            ("60485 5 1 2bb183af", "CDS digest must have 20 octets for digest type 1, got \"4 octets\""),
            ("-1 5 1 00", "CDS key tag must be 0-65535, got \"-1\""),
        ],
        wire: [
            ("60485 5 1 2bb183af5f22588179a53b0a98631fad1a292118", "ec4505012bb183af5f22588179a53b0a98631fad1a292118")
        ]
    )

    static let takesDeletion = true

    let digest: KeyDigest
}
