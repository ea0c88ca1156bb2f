extension FieldReader {
    /// An IPv4 address: four decimal numbers 0-255 without leading zeros.
    mutating func addressV4(_ field: String) throws(RecordContentError) -> IPAddress.V4 {
        let token = try token(field)
        guard let address = IPAddress.V4(presentation: token) else {
            let word = String(decoding: token, as: UTF8.self)
            throw refusal(field, "must be an IPv4 address such as 192.0.2.1", got: word)
        }
        return address
    }

    /// An IPv6 address in any form of RFC 4291 2.2.
    mutating func addressV6(_ field: String) throws(RecordContentError) -> IPAddress.V6 {
        let token = try token(field)
        guard let address = IPAddress.V6(presentation: token) else {
            let word = String(decoding: token, as: UTF8.self)
            throw refusal(field, "must be an IPv6 address such as 2001:db8::1", got: word)
        }
        return address
    }

    /// Exactly `count` octets as pairs of hexadecimal digits, joined by hyphens (RFC 7043 3.2).
    mutating func hyphenated(_ field: String, octets count: Int) throws(RecordContentError) -> [UInt8] {
        let token = try token(field)
        let pairs = token.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        guard pairs.count == count, pairs.allSatisfy({ $0.count == 2 }),
            let octets = Self.hexadecimal(pairs.flatMap { $0 })
        else {
            throw refusal(
                field,
                "must be \(count) octets in hexadecimal, joined by hyphens",
                got: String(decoding: token, as: UTF8.self)
            )
        }
        return octets
    }
}

extension FieldWriter {
    /// An IPv4 address in dotted decimal.
    mutating func address(_ address: IPAddress.V4) {
        word(address.text)
    }

    /// Octets as pairs of hexadecimal digits, joined by hyphens (RFC 7043 3.2).
    mutating func hyphenated(_ octets: [UInt8]) {
        var text: [UInt8] = []
        for octet in octets {
            if !text.isEmpty { text.append(UInt8(ascii: "-")) }
            text.append(hexadecimalDigit(octet >> 4))
            text.append(hexadecimalDigit(octet & 15))
        }
        word(String(decoding: text, as: UTF8.self))
    }
}
