/// The address of a wallet for a public key currency (IANA's registry).
struct WALLET: TextData {
    static let type = RecordType("WALLET", code: 262)
    static let use = RecordUse.zoneFileOnly
    static let summary = "Address of a wallet"
    static let reference = "IANA, WALLET/wallet-completed-template"
    static let examples = RecordExamples(
        valid: [("\"a b\" \"c\"", "\"a b\" \"c\"")],
        invalid: [("", "WALLET text is missing")],
        wire: [("\"a b\" \"c\"", "036120620163")]
    )

    let strings: TextStrings
}
