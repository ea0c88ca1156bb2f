extension ServiceParameter {
    /// Reads `key`, `key=value` or `key="value"`.
    init(from fields: inout FieldReader) throws(RecordContentError) {
        let (word, written) = try fields.parameter()
        guard let key = ServiceKey(word) else {
            throw fields.refusal("parameter", "must be a name such as alpn, or key0-key65534", got: word)
        }
        self.key = key
        value = try Self.value(of: key, written, fields)
    }

    private static func value(
        of key: ServiceKey,
        _ written: [UInt8]?,
        _ fields: FieldReader
    ) throws(RecordContentError) -> Value {
        func refusal(_ expectation: String) -> RecordContentError {
            fields.refusal(key.name, expectation, got: written.map { String(decoding: $0, as: UTF8.self) })
        }
        switch key {
        case .noDefaultALPN, .ohttp:
            guard written?.isEmpty ?? true else { throw refusal("must have no value") }
            return .none
        case .mandatory, .alpn, .port, .ipv4hint, .ech, .ipv6hint, .dohpath:
            guard let written, !written.isEmpty else { throw fields.refusal(key.name, "must have a value", got: nil) }
            guard let value = known(key, written) else { throw refusal(expectation(of: key)) }
            return value
        default: return .opaque(written ?? [])
        }
    }

    private static func known(_ key: ServiceKey, _ written: [UInt8]) -> Value? {
        switch key {
        case .mandatory:
            let words = written.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
            let keys = words.compactMap { ServiceKey(String(decoding: $0, as: UTF8.self)) }
            guard keys.count == words.count, Set(keys).count == keys.count, !keys.contains(.mandatory) else {
                return nil
            }
            return .mandatory(keys.sorted())
        case .alpn:
            guard let names = list(written), names.allSatisfy({ (1...255).contains($0.count) }) else { return nil }
            return .protocols(names)
        case .port:
            guard let number = FieldReader.number(written), let port = UInt16(exactly: number) else { return nil }
            return .port(port)
        case .ipv4hint:
            let words = written.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
            let hints = words.compactMap { IPAddress.V4(presentation: $0) }
            return hints.count == words.count ? .addressesV4(hints) : nil
        case .ipv6hint:
            let words = written.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
            // What is no address is dropped here and missed by the count.
            let hints = words.compactMap { IPAddress.V6(presentation: $0) }
            return hints.count == words.count ? .addressesV6(hints) : nil
        case .ech:
            guard let octets = Base64.decoded(written), !octets.isEmpty else { return nil }
            return .ech(octets)
        default: return isTemplate(written) ? .template(written) : nil
        }
    }

    private static func expectation(of key: ServiceKey) -> String {
        switch key {
        case .mandatory: "must be different parameter names, joined by commas, without mandatory itself"
        case .alpn: "must be protocol names of 1 to 255 octets, joined by commas"
        case .port: "must be 0-65535"
        case .ipv4hint: "must be IPv4 addresses, joined by commas"
        case .ipv6hint: "must be IPv6 addresses, joined by commas"
        case .ech: "must be base64, padded to groups of four"
        default: "must be a URI template that begins with / and has the variable dns, such as /dns-query{?dns}"
        }
    }

    /// RFC 9461 5: UTF-8, relative, with the variable `dns`.
    private static func isTemplate(_ octets: [UInt8]) -> Bool {
        guard octets.first == UInt8(ascii: "/"), let text = String(validating: octets, as: UTF8.self) else {
            return false
        }
        return text.contains("{?dns}") || text.contains("{?dns,") || text.contains("{&dns}") || text.contains("{dns}")
    }

    /// A comma-separated list whose items escape commas and backslashes (RFC 9460 A.1); nil for a loose backslash.
    private static func list(_ octets: [UInt8]) -> [[UInt8]]? {
        var items: [[UInt8]] = [[]]
        var isEscaped = false
        for octet in octets {
            if isEscaped {
                guard octet == UInt8(ascii: ",") || octet == UInt8(ascii: "\\") else { return nil }
                items[items.count - 1].append(octet)
                isEscaped = false
            } else if octet == UInt8(ascii: "\\") {
                isEscaped = true
            } else if octet == UInt8(ascii: ",") {
                items.append([])
            } else {
                items[items.count - 1].append(octet)
            }
        }
        return isEscaped ? nil : items
    }

    /// Reads key, length and value.
    init(wire: inout WireReader) throws(WireError) {
        key = ServiceKey(code: try wire.number16())
        var octets = WireReader(Array(try wire.take(Int(try wire.number16()))))
        value = try Self.value(of: key, wire: &octets)
        try octets.end()
    }

    private static func value(of key: ServiceKey, wire: inout WireReader) throws(WireError) -> Value {
        switch key {
        case .mandatory:
            var keys: [ServiceKey] = []
            repeat { keys.append(ServiceKey(code: try wire.number16())) } while !wire.isAtEnd
            let isAscending = zip(keys, keys.dropFirst()).allSatisfy { $0 < $1 }
            guard isAscending, keys.first != .mandatory else { throw wire.badField("mandatory") }
            return .mandatory(keys)
        case .alpn:
            var names: [[UInt8]] = []
            repeat { names.append(try wire.string()) } while !wire.isAtEnd
            guard names.allSatisfy({ !$0.isEmpty }) else { throw wire.badField("alpn") }
            return .protocols(names)
        case .noDefaultALPN, .ohttp: return .none
        case .port: return .port(try wire.number16())
        case .ipv4hint:
            var hints: [IPAddress.V4] = []
            repeat { hints.append(IPAddress.V4(value: try wire.number32())) } while !wire.isAtEnd
            return .addressesV4(hints)
        case .ipv6hint:
            var hints: [IPAddress.V6] = []
            repeat { hints.append(try wire.addressV6()) } while !wire.isAtEnd
            return .addressesV6(hints)
        case .ech:
            let octets = wire.rest()
            guard !octets.isEmpty else { throw wire.badField("ech") }
            return .ech(octets)
        case .dohpath:
            let octets = wire.rest()
            guard isTemplate(octets) else { throw wire.badField("dohpath") }
            return .template(octets)
        case .invalid: throw wire.badField("SvcParamKey")
        default: return .opaque(wire.rest())
        }
    }
}

extension FieldReader {
    /// The next parameter: its key, and its value with escapes resolved; nil without `=`.
    fileprivate mutating func parameter() throws(RecordContentError) -> (key: String, value: [UInt8]?) {
        beginField()
        let first = position
        while !isAtEnd, octets[position] != UInt8(ascii: "="), !Self.isBlank(octets[position]) { position += 1 }
        let key = String(decoding: octets[first..<position], as: UTF8.self)
        guard !isAtEnd, octets[position] == UInt8(ascii: "=") else {
            skipBlanks()
            return (key, nil)
        }
        position += 1
        // `key=` with nothing behind it is a key without a value (RFC 9460 2.1).
        guard !isAtEnd, !Self.isBlank(octets[position]) else {
            skipBlanks()
            return (key, nil)
        }
        return (key, try longString(key))
    }
}
