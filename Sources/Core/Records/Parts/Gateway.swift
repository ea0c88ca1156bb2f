/// Where to turn to: an address, a name, or nowhere, as IPSECKEY and AMTRELAY have it (RFC 4025 2.3, RFC 8777 4.2.3).
enum Gateway: Equatable, Sendable {
    case none
    case v4(IPAddress.V4)
    case v6(IPAddress.V6)
    case name(DomainName)

    /// Its number on the wire, 0-3.
    var kind: UInt8 {
        switch self {
        case .none: 0
        case .v4: 1
        case .v6: 2
        case .name: 3
        }
    }

    /// Reads the field that a number 0-3 announces; `.` stands for nowhere.
    init(kind: UInt8, from fields: inout FieldReader, _ field: String) throws(RecordContentError) {
        switch kind {
        case 0:
            let word = try fields.word(field)
            guard word == "." else { throw fields.refusal(field, "must be . for type 0", got: word) }
            self = .none
        case 1: self = .v4(try fields.addressV4(field))
        case 2: self = .v6(try fields.addressV6(field))
        case 3: self = .name(try fields.name(field))
        default: throw fields.refusal("\(field) type", "must be 0-3", got: "\(kind)")
        }
    }

    func write(to fields: inout FieldWriter) {
        switch self {
        case .none: fields.word(".")
        case .v4(let address): fields.address(address)
        case .v6(let address): fields.word(address.text)
        case .name(let name): fields.name(name)
        }
    }

    init(kind: UInt8, wire: inout WireReader) throws(WireError) {
        switch kind {
        case 0: self = .none
        case 1: self = .v4(try wire.addressV4())
        case 2: self = .v6(try wire.addressV6())
        case 3: self = .name(try wire.name())
        default: throw wire.badField("gateway type")
        }
    }

    func write(to wire: inout WireWriter) {
        switch self {
        case .none: break
        case .v4(let address): wire.octets(address.octets)
        case .v6(let address): wire.octets(address.octets)
        case .name(let name): wire.name(name)
        }
    }
}
