/// One parameter of SVCB and HTTPS: its key, and a value in the key's own format (RFC 9460 7, RFC 9461 5, RFC 9540 4).
struct ServiceParameter: Equatable, Sendable {
    enum Value: Equatable, Sendable {
        /// The keys that a client has to understand; ascending, at least one.
        case mandatory([ServiceKey])
        /// Protocol names of 1 to 255 octets, at least one.
        case protocols([[UInt8]])
        /// The key says it all.
        case none
        case port(UInt16)
        case addressesV4([IPAddress.V4])
        /// An ECHConfigList.
        case ech([UInt8])
        case addressesV6([IPAddress.V6])
        /// A URI template in UTF-8 that has the variable `dns`.
        case template([UInt8])
        /// The value of a key that is not known here.
        case opaque([UInt8])
    }

    let key: ServiceKey
    let value: Value

    func write(to fields: inout FieldWriter) {
        let name = key.name(in: fields.dialect)
        switch value {
        case .mandatory(let keys):
            fields.word("\(name)=" + keys.map { $0.name(in: fields.dialect) }.joined(separator: ","))
        case .protocols(let names): fields.parameter(name, list: names)
        case .none: fields.parameter(name, flag: key)
        case .port(let port): fields.word("\(name)=\(port)")
        case .addressesV4(let hints): fields.word("\(name)=" + hints.map(\.text).joined(separator: ","))
        case .addressesV6(let hints):
            let texts = hints.map { fields.dialect == .powerDNS ? $0.mixedText : $0.text }
            fields.word("\(name)=" + texts.joined(separator: ","))
        case .ech(let octets): fields.parameter(name, quoted: Base64.encoded(octets))
        case .template(let octets): fields.parameter(name, quoted: octets)
        case .opaque(let octets):
            if octets.isEmpty { fields.parameter(name, flag: key) } else { fields.parameter(name, quoted: octets) }
        }
    }

    func write(to wire: inout WireWriter) {
        let octets = octets
        wire.number16(key.code)
        wire.number16(UInt16(truncatingIfNeeded: octets.count))
        wire.octets(octets)
    }

    private var octets: [UInt8] {
        var wire = WireWriter()
        switch value {
        case .mandatory(let keys): for key in keys { wire.number16(key.code) }
        case .protocols(let names): for name in names { wire.string(name) }
        case .none: break
        case .port(let port): wire.number16(port)
        case .addressesV4(let hints): for hint in hints { wire.number32(hint.value) }
        case .addressesV6(let hints): for hint in hints { wire.octets(hint.octets) }
        case .ech(let octets), .template(let octets), .opaque(let octets): wire.octets(octets)
        }
        return wire.octets
    }
}

extension FieldWriter {
    /// `key`; PowerDNS wants `key8=""` of all but no-default-alpn.
    fileprivate mutating func parameter(_ name: String, flag key: ServiceKey) {
        word(dialect == .powerDNS && key != .noDefaultALPN ? "\(name)=\"\"" : name)
    }

    /// `key="value"`.
    fileprivate mutating func parameter(_ key: String, quoted value: [UInt8]) {
        var writer = FieldWriter()
        writer.quoted(value)
        word("\(key)=\(writer.text)")
    }

    /// `key=one,two`, in quotes where a name holds more than letters, digits and harmless signs (RFC 9460 A.1).
    fileprivate mutating func parameter(_ key: String, list names: [[UInt8]]) {
        var list: [UInt8] = []
        for name in names {
            if !list.isEmpty { list.append(UInt8(ascii: ",")) }
            for octet in name {
                if octet == UInt8(ascii: ",") || octet == UInt8(ascii: "\\") { list.append(UInt8(ascii: "\\")) }
                list.append(octet)
            }
        }
        let signs = dialect == .powerDNS ? "\"" : "\"\\();"
        let isPlain = list.allSatisfy { (0x21...0x7E).contains($0) && !signs.utf8.contains($0) }
        // Without quotes the string's own escapes are still resolved (RFC 9460 A.1): a backslash is written twice.
        let escaped = list.flatMap { $0 == UInt8(ascii: "\\") ? [$0, $0] : [$0] }
        if isPlain { word("\(key)=\(String(decoding: escaped, as: UTF8.self))") } else { parameter(key, quoted: list) }
    }
}
