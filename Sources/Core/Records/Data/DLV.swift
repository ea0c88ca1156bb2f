/// The digest of a key in a look-aside zone, given up since the root is signed (RFC 4431 3, RFC 8749).
struct DLV: DigestData {
    static let type = RecordType("DLV", code: 32769)
    static let use = RecordUse.zoneFileOnly
    static let summary = "Obsolete: a DS beside the delegations"
    static let reference = "RFC 4431 3, RFC 8749"
    static let examples = RecordExamples(
        valid: [
            (
                "60485 RSASHA1 1 2BB183AF5F225881 79A53B0A98631FAD1A292118",
                "60485 5 1 2bb183af5f22588179a53b0a98631fad1a292118"
            )
        ],
        invalid: [("60485 5 1 2bb183af", "DLV digest must have 20 octets for digest type 1, got \"4 octets\"")],
        wire: [
            ("60485 5 1 2bb183af5f22588179a53b0a98631fad1a292118", "ec4505012bb183af5f22588179a53b0a98631fad1a292118")
        ]
    )

    let digest: KeyDigest
}
