extension FieldReader {
    /// A domain name: absolute where it was typed, relative to the origin in a master file.
    ///
    /// A relative one that was typed is refused with both readings: a guess would break zones.
    mutating func name(_ field: String) throws(RecordContentError) -> DomainName {
        let token = try token(field)
        do {
            switch style {
            case .masterFile(let origin): return try DomainName(presentation: token, origin: origin)
            case .powerDNS:
                let name = DomainName.escapedForMasterFile(token)
                return try DomainName(presentation: name[...], origin: nil)
            case .typed(_, let toASCII):
                let name =
                    if let toASCII, token.contains(where: { $0 >= 0x80 }) {
                        try DomainName(String(decoding: token, as: UTF8.self), toASCII: toASCII)
                    } else {
                        try DomainName(presentation: token, origin: nil)
                    }
                if DomainName.isAbsolute(token) { return name }
            }
        } catch {
            throw refusal(field, "must be a domain name: \(error.message)", got: String(decoding: token, as: UTF8.self))
        }
        throw relative(String(decoding: token, as: UTF8.self), field)
    }

    private func relative(_ word: String, _ field: String) -> RecordContentError {
        var inZone = ""
        if case .typed(let zone?, _) = style { inZone = "\"\(word).\(zone.absoluteText)\" or " }
        return refusal(field, "must be absolute: write \(inZone)\"\(word).\"", got: word)
    }

    /// A string in quotes, escapes resolved, of any length.
    mutating func quotedString(_ field: String) throws(RecordContentError) -> [UInt8] {
        beginField()
        guard isAtQuote else { throw refusal(field, "must stand in quotes", got: isAtEnd ? nil : remainder) }
        let first = position
        position += 1
        var string: [UInt8] = []
        while !isAtEnd {
            let octet = octets[position]
            switch octet {
            case UInt8(ascii: "\""):
                position += 1
                guard isAtEnd || Self.isBlank(octets[position]) || isAtQuote else {
                    throw refusal(field, "must have a blank after its closing quote", got: written(from: first))
                }
                skipBlanks()
                return string
            case UInt8(ascii: "\\"): string.append(try escaped(field, from: first))
            default:
                string.append(octet)
                position += 1
            }
        }
        throw refusal(field, "must have a closing quote", got: written(from: first))
    }

    /// A character-string (RFC 1035 3.3): at most 255 octets, in quotes or one word, escapes resolved.
    mutating func string(_ field: String) throws(RecordContentError) -> [UInt8] {
        let string = try longString(field)
        guard string.count <= 255 else {
            throw refusal(field, "must have at most 255 octets", got: "\(string.count) octets")
        }
        return string
    }

    /// A string in quotes or one word, escapes resolved, of any length.
    mutating func longString(_ field: String) throws(RecordContentError) -> [UInt8] {
        if isAtQuote { return try quotedString(field) }
        beginField()
        let first = position
        var string: [UInt8] = []
        while !isAtEnd, !Self.isBlank(octets[position]) {
            let octet = octets[position]
            if octet == UInt8(ascii: "\\") {
                string.append(try escaped(field, from: first))
            } else {
                string.append(octet)
                position += 1
            }
        }
        guard position > first else { throw refusal(field, "is missing", got: nil) }
        skipBlanks()
        return string
    }

    /// All that is left as octets in hexadecimal; blanks may stand between the digits.
    mutating func hexadecimal(_ field: String) throws(RecordContentError) -> [UInt8] {
        let digits = try digits(field)
        guard let octets = Self.hexadecimal(digits) else {
            throw refusal(
                field, "must be an even number of hexadecimal digits", got: String(decoding: digits, as: UTF8.self))
        }
        return octets
    }

    /// All that is left as octets in hexadecimal, exactly `length` of them when that is known for `kind` (`digest type 2`).
    mutating func hexadecimal(
        _ field: String,
        octets length: Int?,
        for kind: @autoclosure () -> String
    ) throws(RecordContentError) -> [UInt8] {
        let octets = try hexadecimal(field)
        guard let length, octets.count != length else { return octets }
        throw refusal(field, "must have \(length) octets for \(kind())", got: "\(octets.count) octets")
    }

    /// All that is left as octets in base64 (RFC 4648 4); blanks may stand between the digits.
    mutating func base64(_ field: String) throws(RecordContentError) -> [UInt8] {
        let digits = try digits(field)
        guard let octets = Base64.decoded(digits) else {
            throw refusal(
                field, "must be base64, padded to groups of four", got: String(decoding: digits, as: UTF8.self))
        }
        return octets
    }

    /// The octets of hexadecimal digits in either case; nil for an odd number or a foreign character.
    static func hexadecimal(_ digits: some Collection<UInt8>) -> [UInt8]? {
        guard digits.count % 2 == 0 else { return nil }
        var octets: [UInt8] = []
        octets.reserveCapacity(digits.count / 2)
        var high: UInt8?
        for digit in digits {
            guard let value = hexadecimalValue(digit) else { return nil }
            if let first = high {
                octets.append(first << 4 | value)
                high = nil
            } else {
                high = value
            }
        }
        return octets
    }

    private mutating func digits(_ field: String) throws(RecordContentError) -> [UInt8] {
        let first = position
        let digits = everything().filter { !Self.isBlank($0) }
        guard !digits.isEmpty else { throw refusal(field, "is missing", got: nil) }
        position = max(first, position)
        return digits
    }

    /// One escape at the backslash: `\DDD` or `\` and any other character.
    private mutating func escaped(_ field: String, from first: Int) throws(RecordContentError) -> UInt8 {
        let digits = octets[(position + 1)...].prefix { isDigit($0) }.prefix(3)
        guard let next = octets[(position + 1)...].first, position + 1 < octetLimit else {
            throw refusal(field, "must not end in a backslash", got: written(from: first))
        }
        guard isDigit(next) else {
            position += 2
            return next
        }
        guard digits.count == 3, position + 3 < octetLimit, let value = Self.number(digits),
            let octet = UInt8(exactly: value)
        else { throw refusal(field, "must write escapes as \\DDD, 000-255", got: written(from: first)) }
        position += 4
        return octet
    }

    private func written(from first: Int) -> String {
        String(decoding: octets[first..<octetLimit], as: UTF8.self)
    }
}
