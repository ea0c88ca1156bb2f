import Core

/// A record's content. The first octet chooses: its low seven bits are the type's number, with ``farTypes`` in place of
/// numbers that no type has; its high bit says whether RDATA or text follows.
func fuzzRecords(_ octets: [UInt8]) throws(FuzzFinding) {
    guard let choice = octets.first else { return }
    let number = choice & 0x7F
    let type = RecordType(code: farTypes[number] ?? UInt16(number))
    let rest = Array(octets.dropFirst())
    if choice & 0x80 != 0 {
        guard let content = try? RecordContent(type: type, wire: rest) else { return }
        let wire = try holdContent(content)
        // Of APL the bits behind each prefix's length are dropped (RFC 3123 4.1), of LOC the power of ten beside a zero,
        // which the text does not say.
        guard type.name != "APL", type.name != "LOC" else { return }
        try hold(wire.map(folded) == rest.map(folded), "\(type) \(content.text) has the RDATA it was read from")
    } else {
        let text = String(decoding: rest, as: UTF8.self)
        if let content = try? RecordContent(readable: type, text: text, zone: .root) { _ = try holdContent(content) }
        if let content = try? RecordContent(type: type, powerDNS: text) { _ = try holdContent(content) }
    }
}

/// Types beyond 127, some that nobody has defined among them, by the number that stands for them.
private let farTypes: [UInt8: UInt16] = [
    67: 258, 68: 260, 69: 261, 70: 262, 71: 32_768, 72: 32_769,
    120: 256, 121: 257, 122: 65_401, 123: 65_402, 124: 128, 125: 300, 126: 65_280, 127: 65_535,
]

/// What is true of every content; gives its RDATA.
func holdContent(_ content: RecordContent) throws(FuzzFinding) -> [UInt8] {
    let type = content.type
    let wire = try mustWork("\(type) \(content.text) has RDATA") { try content.wire() }
    try hold(content.text.utf8.allSatisfy { (0x20...0x7E).contains($0) }, "\(type) \(content.text) is printable ASCII")
    // A text that was given within the limit may say more octets than a record holds.
    guard wire.count <= 65_535 else { return wire }
    let again = try mustWork("\(type) \(content.text) is read from its RDATA") {
        try RecordContent(type: type, wire: wire)
    }
    try hold(again == content, "\(type) \(content.text) is read from its RDATA, not as \(again.text)")
    let printed = content.powerDNSText
    if printed.utf8.count <= 65_535 {
        let read = try mustWork("\(type) \(printed) is what PowerDNS prints") {
            try RecordContent(type: type, powerDNS: printed)
        }
        try hold(read == content, "\(type) \(printed) is what PowerDNS prints of \(content.text), not of \(read.text)")
    }
    guard content.text.utf8.count <= 65_535 else { return wire }
    if !type.name.hasPrefix("TYPE") {
        let read = try mustWork("\(type) \(content.text) is read as it was written") {
            try RecordContent(readable: type, text: content.text, zone: nil)
        }
        try hold(read == content, "\(type) \(content.text) is canonical, not read as \(read.text)")
    }
    let isStorable = (try? content.requireStorable()) != nil
    let stored = try? RecordContent(type: type, text: content.text, zone: nil)
    try hold(stored == (isStorable ? content : nil), "\(type) \(content.text) can be stored or not, whoever asks")
    return wire
}

private func folded(_ octet: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(octet) ? octet + 32 : octet
}
