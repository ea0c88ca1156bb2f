/// Percent-encoding of path segments and query values (RFC 3986 2.1): all but the unreserved characters.
public enum PercentEncoding {
    /// The text with everything but letters, digits and `-._~` encoded.
    public static func encode(_ text: String) -> String {
        var encoded = ""
        for octet in text.utf8 {
            if isUnreserved(octet) {
                encoded.unicodeScalars.append(UnicodeScalar(octet))
            } else {
                let digits = String(octet, radix: 16, uppercase: true)
                encoded += octet < 16 ? "%0" + digits : "%" + digits
            }
        }
        return encoded
    }

    /// The text decoded exactly once; nil for a `%` without two hexadecimal digits, or octets that are not UTF-8.
    public static func decode(_ text: some StringProtocol, plusIsSpace: Bool = false) -> String? {
        var octets: [UInt8] = []
        var rest = text.utf8[...]
        while let octet = rest.popFirst() {
            switch octet {
            case UInt8(ascii: "%"):
                guard let high = rest.popFirst().flatMap(hexValue), let low = rest.popFirst().flatMap(hexValue) else {
                    return nil
                }
                octets.append(high * 16 + low)
            case UInt8(ascii: "+") where plusIsSpace: octets.append(UInt8(ascii: " "))
            default: octets.append(octet)
            }
        }
        return String(validating: octets, as: UTF8.self)
    }

    private static func isUnreserved(_ octet: UInt8) -> Bool {
        switch octet {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
            UInt8(ascii: "~"):
            true
        default: false
        }
    }

    private static func hexValue(_ octet: UInt8) -> UInt8? {
        switch octet {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): octet - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): octet - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): octet - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
