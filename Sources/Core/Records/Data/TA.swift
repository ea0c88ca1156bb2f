/// The digest of a key that a validator without a signed root trusts (expired proposal; IANA's registry).
struct TA: DigestData {
    static let type = RecordType("TA", code: 32768)
    static let use = RecordUse.zoneFileOnly
    static let summary = "Obsolete: a trust anchor"
    static let reference = "IANA, Deploying DNSSEC Without a Signed Root"
    static let examples = RecordExamples(
        valid: [
            (
                "60485 RSASHA1 1 2BB183AF5F225881 79A53B0A98631FAD1A292118",
                "60485 5 1 2bb183af5f22588179a53b0a98631fad1a292118"
            )
        ],
        invalid: [("60485 5 1 2bb183af", "TA digest must have 20 octets for digest type 1, got \"4 octets\"")],
        wire: [
            ("60485 5 1 2bb183af5f22588179a53b0a98631fad1a292118", "ec4505012bb183af5f22588179a53b0a98631fad1a292118")
        ]
    )

    let digest: KeyDigest
}
