/// The key that a zone wants its parent to trust (RFC 7344 3.2; `0 3 0 AA==` wants none, RFC 8078 4).
struct CDNSKEY: KeyData {
    static let type = RecordType("CDNSKEY", code: 60)
    static let use = RecordUse.dnssec
    static let summary = "DNSKEY that a signed zone wants its parent to trust"
    static let reference = "RFC 7344 3.2, RFC 8078 4"
    static let examples = RecordExamples(
        valid: [
            (
                "257 3 15 l02Woi0iS8Aa25FQkUd9RMzZHJpBoRQwAQEX1SxZJA4=",
                "257 3 15 l02Woi0iS8Aa25FQkUd9RMzZHJpBoRQwAQEX1SxZJA4="
            ),
            (
                "257 3 ED25519 l02Woi0iS8Aa25FQkUd9 RMzZHJpBoRQwAQEX1SxZJA4=",
                "257 3 15 l02Woi0iS8Aa25FQkUd9RMzZHJpBoRQwAQEX1SxZJA4="
            ),
            ("0 3 0 AA==", "0 3 0 AA=="),
        ],
        invalid: [
            ("257 4 15 AA==", "CDNSKEY protocol must be 3, got \"4\""),
            ("257 3 15 A", "CDNSKEY public key must be base64, padded to groups of four, got \"A\""),
            ("257 3 15", "CDNSKEY public key is missing"),
        ],
        wire: [
            (
                "257 3 15 l02Woi0iS8Aa25FQkUd9RMzZHJpBoRQwAQEX1SxZJA4=",
                "0101030f974d96a22d224bc01adb915091477d44ccd91c9a41a11430010117d52c59240e"
            )
        ]
    )

    let key: PublicKey
}
