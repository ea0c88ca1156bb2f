import Core

/// Lines of text; each is read as a name, an address and a prefix, and all of it as a name on the wire.
func fuzzNames(_ octets: [UInt8]) throws(FuzzFinding) {
    if let name = try? DomainName(wire: octets) {
        try hold(name.wire == octets.map(lowercased), "\(name) is written as it was read")
        try holdName(name)
    }
    var zone = DomainName.root
    for line in octets.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).prefix(8) {
        let text = String(decoding: line, as: UTF8.self)
        if let name = try? DomainName(text) {
            try holdName(name)
            try holdPair(name, zone)
            zone = name
        }
        if let name = try? DomainName(presentation: line, origin: zone) { try holdName(name) }
        if let owner = try? DomainName(owner: text, in: zone, toASCII: refuse) {
            try hold(
                owner.isAtOrBelow(zone) || owner.absoluteText.count <= text.utf8.count * 4 + 1,
                "\(owner) comes from \(text)")
        }
        if let address = try? IPAddress(text) {
            try hold((try? IPAddress(address.text)) == address, "\(address.text) is read as it was written")
            try hold(IPAddress(octets: address.octets) == address, "\(address.text) has its own octets")
        }
        if let prefix = AddressPrefix(text) { try holdPrefix(prefix) }
        if let zone = try? ReverseZone(cidr: text) { try holdReverse(zone) }
        if let prefix = try? AddressPrefix(cidr: text) { try hold(prefix.text.count >= 4, "\(prefix) has a length") }
    }
}

private func holdReverse(_ zone: ReverseZone) throws(FuzzFinding) {
    try hold(ReverseZone(name: zone.name) == zone, "\(zone.name) is the reverse zone of \(zone.range)")
    for address in [zone.range.network, zone.range.lastAddress] {
        let owner = try mustWork("\(zone.name) has a name for \(address.text)") { try zone.pointerName(of: address) }
        try hold(owner.isAtOrBelow(zone.name), "\(owner) lies in \(zone.name)")
        try hold(zone.address(ofPointer: owner) == address, "\(owner) is the name of \(address.text)")
    }
    try hold(zone.parentAliases.count <= 256, "\(zone.name) needs at most 256 aliases")
}

private func holdPrefix(_ prefix: AddressPrefix) throws(FuzzFinding) {
    try hold((try? AddressPrefix(cidr: prefix.text)) == prefix, "\(prefix) is read as it was written")
    try hold(prefix.contains(prefix.network) && prefix.contains(prefix.lastAddress), "\(prefix) holds its ends")
    try hold(prefix.contains(prefix), "\(prefix) holds itself")
}

private let refuse: IDNAConversion = { text throws(DomainNameError) in
    throw .notConvertible(text, reason: "there is no IDNA here")
}

/// What is true of every name.
private func holdName(_ name: DomainName) throws(FuzzFinding) {
    try hold((1...255).contains(name.wire.count), "\(name) has 1 to 255 octets")
    try hold(name.wire == name.wire.map(lowercased), "\(name) is in lower case")
    try hold((try? DomainName(wire: name.wire)) == name, "\(name) is read from its wire form")
    try hold((try? DomainName(name.text)) == name, "\(name.text) is read as it was written")
    try hold((try? DomainName(name.absoluteText)) == name, "\(name.absoluteText) is read as it was written")
    try hold((try? DomainName(labels: name.labels)) == name, "\(name) is made of its labels")
    try hold(name.labels.count == name.labelCount, "\(name) counts its labels")
    let ancestors = name.selfAndAncestors
    try hold(ancestors.count == name.labelCount + 1 && ancestors.last == .root, "\(name) has each ancestor once")
    for ancestor in ancestors {
        try hold(name.isAtOrBelow(ancestor), "\(name) is at or below \(ancestor)")
        try hold(ancestor == name || ancestor < name, "\(ancestor) comes before \(name)")
    }
    try hold((try? DomainName(powerDNS: name.powerDNSText)) == name, "\(name.powerDNSText) is what PowerDNS prints")
    try hold(name.isHostName == ((try? name.requireHostName()) != nil), "\(name) is a host or is not")
    _ = try? name.requireZoneName()
    _ = try? name.requireOwnerName()
    if let zone = ReverseZone(name: name) { try holdReverse(zone) }
    if let address = IPAddress(pointerName: name) {
        let own = address.pointerName  // another one than the name in a classless zone
        try hold(IPAddress(pointerName: own) == address, "\(own) is the name of \(address.text)")
    }
    _ = (name.isWildcard, SpecialUseName.holding(name), rules.reservation(of: name))
    _ = try? DomainName(certificateName: name.text, suffixes: { _ in .byDefault }, toUnicode: { _ in nil })
}

private let rules = NameReservation.Rules(suffixes: { _ in .byDefault }, allowsPrivate: false)

/// What is true of every two names.
private func holdPair(_ name: DomainName, _ zone: DomainName) throws(FuzzFinding) {
    try hold([name < zone, zone < name, name == zone].filter(\.self).count == 1, "\(name) and \(zone) have one order")
    let relative = name.relativeText(to: zone)
    let read = try? DomainName(presentation: Array(relative.utf8)[...], origin: zone)
    try hold(relative == "@" ? name == zone : read == name, "\(relative) in \(zone) is \(name)")
}

private func lowercased(_ octet: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(octet) ? octet + 32 : octet
}
