/// A public key that signs the zone (RFC 4034 2.1).
struct DNSKEY: KeyData {
    static let type = RecordType("DNSKEY", code: 48)
    static let use = RecordUse.dnssec
    static let summary = "Public key that signs the zone"
    static let reference = "RFC 4034 2.1"
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
        ],
        invalid: [
            ("257 4 15 AA==", "DNSKEY protocol must be 3, got \"4\""),
            ("257 3 15 A", "DNSKEY public key must be base64, padded to groups of four, got \"A\""),
            ("257 3 15", "DNSKEY public key is missing"),
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
