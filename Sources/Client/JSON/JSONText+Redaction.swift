extension JSONText {
    /// Members whose texts are secrets wherever they stand (`api.md`: API keys, TSIG and webhook secrets, tokens).
    private static let secretMembers: Set<[UInt8]> = Set(
        ["key", "secret", "token", "password", "api_key", "access_token", "refresh_token", "id_token", "client_secret"]
            .map { Array($0.utf8) }
    )

    /// The text with the strings of secret members replaced by `***`. Anything that is not JSON comes back as it is.
    static func redacted(_ bytes: [UInt8]) -> [UInt8] {
        var scanner = Scanner()
        var redacted: [UInt8] = []
        redacted.reserveCapacity(bytes.count)
        var string: [UInt8] = []
        var key: [UInt8]?
        for byte in bytes {
            let wasInString = scanner.isInString
            scanner.take(byte)
            let isSecret = key.map(secretMembers.contains) ?? false
            switch (wasInString, scanner.isInString) {
            case (false, true):
                string = []
                redacted.append(byte)
                if isSecret { redacted += "***".utf8 }
            case (true, true):
                string.append(byte)
                if !isSecret { redacted.append(byte) }
            case (true, false):
                redacted.append(byte)
            case (false, false):
                redacted.append(byte)
                if byte == UInt8(ascii: ":") { key = string }
                if [UInt8(ascii: ","), UInt8(ascii: "{"), UInt8(ascii: "}")].contains(byte) { key = nil }
            }
        }
        return redacted
    }
}
