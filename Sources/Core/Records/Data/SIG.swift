/// A signature in the way before RRSIG, alive in SIG(0) (RFC 2535 4.1, RFC 2931).
struct SIG: SignatureData {
    static let type = RecordType("SIG", code: 24)
    static let use = RecordUse.zoneFileOnly
    static let summary = "Obsolete: a signature, now RRSIG"
    static let reference = "RFC 2535 4.1, RFC 2931"
    static let examples = RecordExamples(
        valid: [
            (
                "NXT RSASHA1 3 86400 20030322173103 20030220173103 2642 Example.com. oJB1 W6WN",
                "NXT 5 3 86400 20030322173103 20030220173103 2642 example.com. oJB1W6WN"
            ),
            (
                "NXT 5 3 86400 1048354263 1045762263 2642 example.com. oJB1W6WN",
                "NXT 5 3 86400 20030322173103 20030220173103 2642 example.com. oJB1W6WN"
            ),
        ],
        invalid: [
            (
                "NXT 5 3 86400 20030229000000 0 2642 example.com. oJB1",
                "SIG expiration must be a time such as 20261124052022, or seconds since 1970, got \"20030229000000\""
            ),
            ("NOTYPE 5 3 1 1 1 1 . oJB1", "SIG type covered must be a record type, got \"NOTYPE\""),
            ("NXT 5 3 1 1 1 1 .", "SIG signature is missing"),
        ],
        wire: [
            (
                "NXT 5 3 86400 20030322173103 20030220173103 2642 a. oJB1",
                "001e0503000151803e7c9dd73e5510d70a52016100a09075"
            )
        ]
    )

    let signature: RecordSignature
}
