/// Why an answer is as it is, beyond its response code (Extended DNS Error, RFC 8914).
public struct WireExtendedError: Hashable, Sendable {
    /// A number of IANA's registry "Extended DNS Error Codes"; any number is allowed.
    public let code: UInt16
    /// More for people, from a stranger; often empty.
    public let text: String

    /// The number of the option.
    static let option: UInt16 = 15

    public init(code: UInt16, text: String = "") {
        self.code = code
        self.text = text
    }

    /// Reads the option; nil for another option, or for one without a code. What is no UTF-8 becomes U+FFFD, and a zero octet at the
    /// end is left out (RFC 8914 2).
    public init?(_ option: WireOption) {
        guard option.code == Self.option, option.data.count >= 2 else { return nil }
        code = UInt16(option.data[0]) << 8 | UInt16(option.data[1])
        let extra = option.data.dropFirst(2)
        text = String(decoding: extra.last == 0 ? extra.dropLast() : extra, as: UTF8.self)
    }

    /// The option that carries this error.
    public var option: WireOption {
        WireOption(
            code: Self.option,
            data: [UInt8(truncatingIfNeeded: code >> 8), UInt8(truncatingIfNeeded: code)] + Array(text.utf8)
        )
    }

    /// What the code means (RFC 8914 4); nil for a number that is not in the RFC.
    public var meaning: String? {
        let index = Int(code)
        return index < Self.meanings.count ? Self.meanings[index] : nil
    }

    private static let meanings = [
        "Other Error", "Unsupported DNSKEY Algorithm", "Unsupported DS Digest Type", "Stale Answer", "Forged Answer",
        "DNSSEC Indeterminate", "DNSSEC Bogus", "Signature Expired", "Signature Not Yet Valid", "DNSKEY Missing",
        "RRSIGs Missing", "No Zone Key Bit Set", "NSEC Missing", "Cached Error", "Not Ready", "Blocked", "Censored",
        "Filtered", "Prohibited", "Stale NXDOMAIN Answer", "Not Authoritative", "Not Supported",
        "No Reachable Authority", "Network Error", "Invalid Data",
    ]
}
