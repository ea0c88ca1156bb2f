extension DomainName {
    /// The absolute name as PowerDNS 4.7 prints it, which is the only form that it takes: dots, backslashes and what is not
    /// printable are escaped, `"();@$` are not.
    public var powerDNSText: String {
        var octets: [UInt8] = []
        appendText(to: &octets, absolute: true)
        guard octets.contains(UInt8(ascii: "\\")) else { return String(decoding: octets, as: UTF8.self) }
        var text: [UInt8] = []
        var index = 0
        while index < octets.count {
            let isEscape = octets[index] == UInt8(ascii: "\\") && index + 1 < octets.count
            if isEscape, Self.plainInPowerDNS.contains(octets[index + 1]) { index += 1 }
            text.append(octets[index])
            // The octet behind a backslash that stays is not looked at again.
            if isEscape, octets[index] == UInt8(ascii: "\\") {
                index += 1
                text.append(octets[index])
            }
            index += 1
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// Reads a name that PowerDNS printed.
    ///
    /// - Throws: ``DomainNameError``
    public init(powerDNS text: String) throws(DomainNameError) {
        try self.init(presentation: Self.escapedForMasterFile(Array(text.utf8)[...])[...], origin: nil)
    }

    /// The octets of a name with backslashes before those that PowerDNS leaves plain and master files do not.
    static func escapedForMasterFile(_ octets: ArraySlice<UInt8>) -> [UInt8] {
        var text: [UInt8] = []
        var isEscaped = false
        for octet in octets {
            if !isEscaped, plainInPowerDNS.contains(octet) { text.append(UInt8(ascii: "\\")) }
            text.append(octet)
            isEscaped = !isEscaped && octet == UInt8(ascii: "\\")
        }
        return text
    }

    private static let plainInPowerDNS: Set<UInt8> = Set("\"();@$".utf8)
}
