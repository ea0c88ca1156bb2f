/// The mnemonics of record types and classes, looked up without making text of them.
enum RecordMnemonics {
    /// The type that a word names, in any case, `TYPE62347` included; nil for other words.
    static func type(of octets: [UInt8], in word: Range<Int>) -> RecordType? {
        guard let key = key(octets, word) else {
            guard word.count <= 16 else { return nil }
            return RecordType(masterFile: String(decoding: octets[word], as: UTF8.self))
        }
        if let type = table.type(key) { return type }
        guard word.count > 4, key & 0xFFFF_FFFF == typePrefix else { return nil }
        return RecordType(masterFile: String(decoding: octets[word], as: UTF8.self))
    }

    /// Whether a class is IN; nil for what is no class (RFC 1035 3.2.4, RFC 3597 5).
    static func isInternetClass(_ octets: [UInt8], in word: Range<Int>) -> Bool? {
        guard word.count <= 10 else { return nil }
        let text = String(decoding: octets[word], as: UTF8.self).uppercased()
        switch text {
        case "IN", "CLASS1": return true
        case "CS", "CH", "CHAOS", "HS", "HESIOD", "NONE", "ANY": return false
        default:
            guard text.hasPrefix("CLASS"), let code = FieldReader.number(text.utf8.dropFirst(5)), code <= 65_535 else {
                return nil
            }
            return code == 1
        }
    }

    private static let table = Table(Array(RecordFormats.types.values))
    private static let typePrefix: UInt64 = key(Array("TYPE".utf8), 0..<4) ?? 0

    /// Up to eight octets as one number, lower case folded; nil for longer words.
    private static func key(_ octets: [UInt8], _ word: Range<Int>) -> UInt64? {
        guard word.count <= 8 else { return nil }
        var key: UInt64 = 0
        var shift: UInt64 = 0
        for octet in octets[word] {
            let isLower = octet >= UInt8(ascii: "a") && octet <= UInt8(ascii: "z")
            key |= UInt64(isLower ? octet & 0xDF : octet) << shift
            shift += 8
        }
        return key
    }

    /// A hash table with open addressing, at most a quarter full.
    private struct Table {
        private var keys: [UInt64]
        private var types: [RecordType]
        private let shift: UInt64

        init(_ all: [RecordType]) {
            var bits = 6
            while 1 << bits < all.count * 4 { bits += 1 }
            shift = UInt64(64 - bits)
            keys = Array(repeating: 0, count: 1 << bits)
            types = Array(repeating: .a, count: 1 << bits)
            for type in all {
                let name = Array(type.name.utf8)
                guard let key = RecordMnemonics.key(name, 0..<name.count), key != 0 else { continue }
                var place = Self.place(of: key, shift)
                while keys[place] != 0 { place = (place + 1) & (keys.count - 1) }
                keys[place] = key
                types[place] = type
            }
        }

        func type(_ key: UInt64) -> RecordType? {
            guard key != 0 else { return nil }
            var place = Self.place(of: key, shift)
            while keys[place] != 0 {
                if keys[place] == key { return types[place] }
                place = (place + 1) & (keys.count - 1)
            }
            return nil
        }

        private static func place(of key: UInt64, _ shift: UInt64) -> Int {
            Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> shift)
        }
    }
}
