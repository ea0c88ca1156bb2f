/// A signature over a record set (RFC 4034 3.1).
struct RRSIG: SignatureData {
    static let type = RecordType("RRSIG", code: 46)
    static let use = RecordUse.zoneFileOnly
    static let summary = "Signature over a record set; made by the signer"
    static let reference = "RFC 4034 3.1"
    static let examples = RecordExamples(
        valid: [
            (
                "A RSASHA1 3 86400 20030322173103 20030220173103 2642 Example.com. oJB1 W6WN",
                "A 5 3 86400 20030322173103 20030220173103 2642 example.com. oJB1W6WN"
            ),
            (
                "A 5 3 86400 1048354263 1045762263 2642 example.com. oJB1W6WN",
                "A 5 3 86400 20030322173103 20030220173103 2642 example.com. oJB1W6WN"
            ),
        ],
        invalid: [
            (
                "A 5 3 86400 20030229000000 0 2642 example.com. oJB1",
                "RRSIG expiration must be a time such as 20261124052022, or seconds since 1970, got \"20030229000000\""
            ),
            ("NOTYPE 5 3 1 1 1 1 . oJB1", "RRSIG type covered must be a record type, got \"NOTYPE\""),
            ("A 5 3 1 1 1 1 .", "RRSIG signature is missing"),
        ],
        wire: [
            (
                "A 5 3 86400 20030322173103 20030220173103 2642 a. oJB1",
                "00010503000151803e7c9dd73e5510d70a52016100a09075"
            )
        ]
    )

    let signature: RecordSignature
}
