import Core

/// A record's content. The first octet chooses: its low seven bits are the type's number, with ``farTypes`` in place of
/// 120 to 127; its high bit says whether RDATA or text follows.
func fuzzRecords(_ octets: [UInt8]) throws(FuzzFinding) {
    guard let choice = octets.first else { return }
    let number = choice & 0x7F
    let type = RecordType(code: number < 120 ? UInt16(number) : farTypes[Int(number) - 120])
    let rest = Array(octets.dropFirst())
    if choice & 0x80 != 0 {
        guard let content = try? RecordContent(type: type, wire: rest) else { return }
        let wire = try holdContent(content)
        try hold(wire.map(folded) == rest.map(folded), "\(type) \(content.text) has the RDATA it was read from")
    } else {
        let text = String(decoding: rest, as: UTF8.self)
        if let content = try? RecordContent(type: type, text: text, zone: .root) { _ = try holdContent(content) }
        if let content = try? RecordContent(type: type, powerDNS: text) { _ = try holdContent(content) }
    }
}

/// Numbers beyond 119: URI, CAA, ALIAS, LUA, and some that no type has.
private let farTypes: [UInt16] = [256, 257, 65_401, 65_402, 128, 300, 65_280, 65_535]

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
    if isStorable(content), content.text.utf8.count <= 65_535 {
        let read = try mustWork("\(type) \(content.text) is read as it was written") {
            try RecordContent(type: type, text: content.text, zone: nil)
        }
        try hold(read == content, "\(type) \(content.text) is canonical, not read as \(read.text)")
    }
    return wire
}

/// Whether what was read may be stored, too: zone files hold more.
private func isStorable(_ content: RecordContent) -> Bool {
    do throws(RecordContentError) {
        try content.requireStorable()
        return true
    } catch {
        return false
    }
}

private func folded(_ octet: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(octet) ? octet + 32 : octet
}
