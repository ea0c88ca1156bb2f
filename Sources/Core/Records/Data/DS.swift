/// The digest of a key that signs the zone below (RFC 4034 5.1).
struct DS: DigestData {
    static let type = RecordType.ds
    static let summary = "Digest of a key by which a parent vouches for a signed zone"
    static let reference = "RFC 4034 5.1, RFC 4509, RFC 6605"
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
        ],
        invalid: [
            ("60485 5 1 2bb183af", "DS digest must have 20 octets for digest type 1, got \"4 octets\""),
            ("-1 5 1 00", "DS key tag must be 0-65535, got \"-1\""),
            ("0 0 0 00", "DS digest type must not be 0, which is reserved, got \"0\""),
        ],
        wire: [
            ("60485 5 1 2bb183af5f22588179a53b0a98631fad1a292118", "ec4505012bb183af5f22588179a53b0a98631fad1a292118")
        ]
    )

    let digest: KeyDigest
}
