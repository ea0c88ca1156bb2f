/// A record's content, checked and in canonical form.
public struct RecordContent: Hashable, Sendable {
    public let type: RecordType
    /// Canonical presentation format, at most ``mostOctets``.
    public let text: String

    /// How long a content may be as it is given: 65,535 octets of RDATA, each written `\DDD`, in quotes. So what is stored can
    /// be given back.
    static let mostOctets = 262_144

    /// Checks `text`, a content as people and programs give it, by the rules of `type`.
    ///
    /// `zone` is named in the hint about relative targets; `toASCII` turns targets in Unicode into A-labels, which are
    /// refused without it.
    /// - Throws: ``RecordContentError``
    public init(
        type: RecordType,
        text: String,
        zone: DomainName?,
        toASCII: IDNAConversion? = nil
    ) throws(RecordContentError) {
        guard let format = RecordFormats.storable[type.code] else {
            throw RecordContentError(type: type.name, field: nil, expectation: "cannot be stored here", got: nil)
        }
        var fields = FieldReader(text, type: type, style: .typed(zone: zone, toASCII: toASCII))
        try self.init(from: &fields, as: format, to: .store)
    }

    /// Refuses what can be read but not be stored: a type for zone files alone, and what PowerDNS would not take.
    ///
    /// - Throws: ``RecordContentError``, also for stored text that this version does not read.
    public func requireStorable() throws(RecordContentError) {
        guard type.use.isStorable else {
            throw RecordContentError(type: type.name, field: nil, expectation: "cannot be stored here", got: nil)
        }
        if let data = try data() {
            try Self.require(data, FieldReader(text, type: type, style: .typed(zone: nil, toASCII: nil)))
        }
    }

    /// As ``init(type:text:zone:toASCII:)``, of types that can only be read, too: of what zone files alone may hold.
    ///
    /// - Throws: ``RecordContentError``, also for a type without a format here.
    public init(
        readable type: RecordType,
        text: String,
        zone: DomainName?,
        toASCII: IDNAConversion? = nil
    ) throws(RecordContentError) {
        var fields = FieldReader(text, type: type, style: .typed(zone: zone, toASCII: toASCII))
        try self.init(from: &fields, as: RecordFormats.byCode[type.code])
    }

    /// Reads the content of a record in a master file: names may be relative, `\#` opens the form of RFC 3597.
    ///
    /// What other servers serve is taken: whether it can be stored, ``requireStorable()`` decides.
    ///
    /// - Throws: ``RecordContentError``
    init(masterFile fields: inout FieldReader) throws(RecordContentError) {
        try self.init(from: &fields, as: RecordFormats.byCode[fields.type.code])
    }

    /// Reads a content that PowerDNS printed.
    ///
    /// - Throws: ``RecordContentError``
    public init(type: RecordType, powerDNS text: String) throws(RecordContentError) {
        var fields = FieldReader(text, type: type, style: .powerDNS)
        try self.init(from: &fields, as: RecordFormats.byCode[type.code])
    }

    /// The content as PowerDNS prints it, which is the only form that it takes.
    ///
    /// Stored text that this version does not read is given as it is: PowerDNS then says what it thinks of it.
    public var powerDNSText: String {
        guard let data = try? data() else { return text }
        var fields = FieldWriter(.powerDNS)
        data.write(to: &fields)
        return fields.text
    }

    /// The content for zone files that any server may read: parameters of SVCB and HTTPS that came after RFC 9460 stand
    /// there by number, which BIND 9.18 needs.
    var portableText: String {
        // Text that this version does not read is given as it is.
        guard type.code == SVCB.type.code || type.code == HTTPS.type.code, let data = try? data() else { return text }
        var fields = FieldWriter(.portable)
        data.write(to: &fields)
        return fields.text
    }

    /// Reads the RDATA of a record, without compressed names.
    ///
    /// - Throws: ``WireError``
    public init(type: RecordType, wire octets: [UInt8]) throws(WireError) {
        var wire = WireReader(octets)
        var fields = FieldWriter()
        if let format = RecordFormats.byCode[type.code] {
            let data = try format.init(wire: &wire)
            try wire.end()
            data.write(to: &fields)
        } else {
            GenericData(octets: octets).write(to: &fields)
        }
        self.type = type
        text = fields.text
    }

    /// Takes canonical text that was checked before it was stored.
    public init(stored text: String, type: RecordType) {
        self.type = type
        self.text = text
    }

    /// The fields of a known type; nil for a type that is not known here.
    ///
    /// - Throws: ``RecordContentError`` for stored text that this version does not read.
    func data() throws(RecordContentError) -> (any RecordData)? {
        guard let format = RecordFormats.byCode[type.code] else { return nil }
        var fields = FieldReader(text, type: type, style: .typed(zone: nil, toASCII: nil))
        return try format.init(from: &fields)
    }

    /// The RDATA, names without compression and in lower case.
    ///
    /// - Throws: ``RecordContentError`` for stored text that this version does not read.
    public func wire() throws(RecordContentError) -> [UInt8] {
        var fields = FieldReader(text, type: type, style: .typed(zone: nil, toASCII: nil))
        var wire = WireWriter()
        if let format = RecordFormats.byCode[type.code] {
            try format.init(from: &fields).write(to: &wire)
        } else {
            try GenericData(from: &fields).write(to: &wire)
        }
        return wire.octets
    }

    private enum Purpose {
        case read, store
    }

    private init(
        from fields: inout FieldReader,
        as format: (any RecordData.Type)?,
        to purpose: Purpose = .read
    ) throws(RecordContentError) {
        guard fields.octetCount <= Self.mostOctets else {
            throw fields.refusal(nil, "must have at most \(Self.mostOctets) octets", got: "\(fields.octetCount) octets")
        }
        type = fields.type
        var written = FieldWriter()
        if fields.isAtGenericForm || format == nil {
            let generic = try GenericData(from: &fields)
            try fields.end()
            if let format {
                let data = try Self.read(generic, as: format, fields)
                if purpose == .store { try Self.require(data, fields) }
                data.write(to: &written)
            } else {
                generic.write(to: &written)
            }
        } else if let format {
            let data = try format.init(from: &fields)
            try fields.end()
            try Self.requireFitting(data, fields)
            if purpose == .store { try Self.require(data, fields) }
            data.write(to: &written)
        }
        text = written.text
    }

    private static func require(_ data: any RecordData, _ fields: FieldReader) throws(RecordContentError) {
        guard let obstacle = data.obstacle else { return }
        throw fields.refusal(obstacle.field, obstacle.expectation, got: obstacle.got)
    }

    /// RDATA have at most 65535 octets (RFC 1035 3.2.1). A few letters may stand for many: `::1` for an address, a relative
    /// name for one of 255 octets, so short contents alone are not counted.
    private static func requireFitting(_ data: any RecordData, _ fields: FieldReader) throws(RecordContentError) {
        guard fields.octetCount > 512 else { return }
        var wire = WireWriter()
        data.write(to: &wire)
        guard wire.octets.count <= 65_535 else {
            throw fields.refusal(nil, "must have at most 65535 octets on the wire", got: "\(wire.octets.count) octets")
        }
    }

    /// A known type may be written in the generic form too (RFC 3597 5); it is kept in its own.
    private static func read(
        _ generic: GenericData,
        as format: any RecordData.Type,
        _ fields: FieldReader
    ) throws(RecordContentError) -> any RecordData {
        var wire = WireReader(generic.octets)
        do {
            let data = try format.init(wire: &wire)
            try wire.end()
            return data
        } catch {
            throw fields.refusal("RDATA", "must be that of a \(format.type.name) record", got: generic.text)
        }
    }
}
