/// Where names stand in the RDATA of the types whose names may come compressed.
struct WireDataLayout: Sendable {
    enum Part: Sendable {
        /// That many octets.
        case octets(Int)
        case name
        /// An octet of length and as many octets.
        case string
        /// All the rest, possibly nothing.
        case rest
    }

    let parts: [Part]
    /// Whether names may be compressed in what is sent: in the types of RFC 1035 alone (RFC 3597 4).
    let mayCompress: Bool

    private init(_ parts: [Part], mayCompress: Bool = false) {
        self.parts = parts
        self.mayCompress = mayCompress
    }

    /// Nil for a type whose data are taken as they are.
    static func of(_ type: WireType) -> WireDataLayout? { all[type.rawValue] }

    /// The types of RFC 1035, and those of RFC 3597 4 whose names shall be decompressed when they come compressed; DNAME besides,
    /// which servers of the time of RFC 2672 compressed.
    private static let all: [UInt16: WireDataLayout] = {
        let one = WireDataLayout([.name], mayCompress: true)
        let two = WireDataLayout([.name, .name])
        let preferred = WireDataLayout([.octets(2), .name])
        return [
            2: one,  // NS
            3: one,  // MD
            4: one,  // MF
            5: one,  // CNAME
            6: WireDataLayout([.name, .name, .octets(20)], mayCompress: true),  // SOA
            7: one,  // MB
            8: one,  // MG
            9: one,  // MR
            12: one,  // PTR
            14: WireDataLayout([.name, .name], mayCompress: true),  // MINFO
            15: WireDataLayout([.octets(2), .name], mayCompress: true),  // MX
            17: two,  // RP
            18: preferred,  // AFSDB
            21: preferred,  // RT
            24: WireDataLayout([.octets(18), .name, .rest]),  // SIG
            26: WireDataLayout([.octets(2), .name, .name]),  // PX
            30: WireDataLayout([.name, .rest]),  // NXT
            33: WireDataLayout([.octets(6), .name]),  // SRV
            35: WireDataLayout([.octets(4), .string, .string, .string, .name]),  // NAPTR
            39: WireDataLayout([.name]),  // DNAME
        ]
    }()
}

extension WireRecord {
    /// Reads RDATA and writes out the names in it.
    static func data(of type: WireType, from reader: inout WireReader) throws(WireError) -> [UInt8] {
        guard let layout = WireDataLayout.of(type) else { return reader.rest() }
        var writer = WireWriter()
        for part in layout.parts {
            switch part {
            case .octets(let count): writer.octets(try reader.take(count))
            // A compressed name has the letters of the one it points to, which says nothing: case is folded.
            case .name: writer.name(try reader.name())
            case .string: writer.string(try reader.string())
            case .rest: writer.octets(reader.rest())
            }
        }
        return writer.octets
    }
}
