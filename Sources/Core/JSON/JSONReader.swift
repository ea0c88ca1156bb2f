extension JSONValue {
    /// Reads one JSON text (RFC 8259), strictly: UTF-8 without a byte order mark, no name twice, nothing after the value.
    ///
    /// Integers beyond 2^53 are rounded to the nearest double, as RFC 8785 has it.
    /// - Throws: ``JSONError``, with the first thing that is wrong.
    public init(json octets: [UInt8], limits: JSONLimits = .body) throws(JSONError) {
        guard octets.count <= limits.octets else { throw .tooLarge(limit: limits.octets) }
        var reader = JSONReader(octets, depthLimit: limits.depth)
        self = try reader.document()
    }
}

/// Reads JSON from the left. Recursion goes as deep as `depthLimit`, which is at most 512.
struct JSONReader {
    let octets: [UInt8]
    let depthLimit: Int
    var position = 0

    init(_ octets: [UInt8], depthLimit: Int) {
        self.octets = octets
        self.depthLimit = depthLimit
    }

    var next: UInt8? { position < octets.count ? octets[position] : nil }

    mutating func document() throws(JSONError) -> JSONValue {
        skipBlanks()
        let value = try value(depth: 0)
        skipBlanks()
        guard position == octets.count else { throw .unexpected(at: position) }
        return value
    }

    private mutating func value(depth: Int) throws(JSONError) -> JSONValue {
        switch next {
        case UInt8(ascii: "{"): return .object(try object(depth: depth + 1))
        case UInt8(ascii: "["): return .array(try array(depth: depth + 1))
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try literal("true", .bool(true))
        case UInt8(ascii: "f"): return try literal("false", .bool(false))
        case UInt8(ascii: "n"): return try literal("null", .null)
        case nil: throw .unexpectedEnd
        default: return .number(try number())
        }
    }

    private mutating func object(depth: Int) throws(JSONError) -> JSONObject {
        guard depth <= depthLimit else { throw .tooDeep(limit: depthLimit) }
        position += 1
        var members: [(name: String, value: JSONValue)] = []
        // By octets: two names that look alike are two names.
        var names: Set<[UInt8]> = []
        skipBlanks()
        if take(UInt8(ascii: "}")) { return JSONObject([]) }
        repeat {
            skipBlanks()
            let start = position
            guard next == UInt8(ascii: "\"") else { throw unexpected() }
            let name = try string()
            guard names.insert(Array(name.utf8)).inserted else { throw .duplicateName(name, at: start) }
            skipBlanks()
            guard take(UInt8(ascii: ":")) else { throw unexpected() }
            skipBlanks()
            members.append((name, try value(depth: depth)))
            skipBlanks()
        } while take(UInt8(ascii: ","))
        guard take(UInt8(ascii: "}")) else { throw unexpected() }
        return JSONObject(members)
    }

    private mutating func array(depth: Int) throws(JSONError) -> [JSONValue] {
        guard depth <= depthLimit else { throw .tooDeep(limit: depthLimit) }
        position += 1
        var elements: [JSONValue] = []
        skipBlanks()
        if take(UInt8(ascii: "]")) { return [] }
        repeat {
            skipBlanks()
            elements.append(try value(depth: depth))
            skipBlanks()
        } while take(UInt8(ascii: ","))
        guard take(UInt8(ascii: "]")) else { throw unexpected() }
        return elements
    }

    private mutating func literal(_ text: String, _ value: JSONValue) throws(JSONError) -> JSONValue {
        for octet in text.utf8 {
            guard take(octet) else { throw unexpected() }
        }
        return value
    }

    /// RFC 8259 6: no leading zeros, no plus sign, digits on both sides of the point.
    private mutating func number() throws(JSONError) -> JSONNumber {
        let start = position
        _ = take(UInt8(ascii: "-"))
        if !take(UInt8(ascii: "0")) { try digits() }
        if take(UInt8(ascii: ".")) { try digits() }
        if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
            if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
            try digits()
        }
        guard position - start <= 1000, let double = Double(String(decoding: octets[start..<position], as: UTF8.self)),
            let number = JSONNumber(double)
        else { throw .numberOutOfRange(at: start) }
        return number
    }

    private mutating func digits() throws(JSONError) {
        let start = position
        while let octet = next, isDigit(octet) { position += 1 }
        guard position > start else { throw unexpected() }
    }

    mutating func take(_ octet: UInt8) -> Bool {
        guard next == octet else { return false }
        position += 1
        return true
    }

    private mutating func skipBlanks() {
        while let octet = next, octet == 0x20 || octet == 0x09 || octet == 0x0A || octet == 0x0D { position += 1 }
    }

    func unexpected() -> JSONError { position < octets.count ? .unexpected(at: position) : .unexpectedEnd }
}
