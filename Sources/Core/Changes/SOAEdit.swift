/// Fields of a zone's SOA that are to change (`settings.soa`, `domain.md` 10); nil leaves a field as it is.
///
/// The serial is not among them: it is written with each push.
public struct SOAEdit: Equatable, Sendable {
    /// MNAME, the primary name server.
    public var primary: DomainName?
    /// RNAME, the mailbox of who is responsible, its `@` written as a dot.
    public var responsible: DomainName?
    /// Seconds, as the three below.
    public var refresh: UInt32?
    public var retry: UInt32?
    public var expire: UInt32?
    /// The TTL of negative answers (RFC 2308 4).
    public var minimum: UInt32?

    public init(
        primary: DomainName? = nil,
        responsible: DomainName? = nil,
        refresh: UInt32? = nil,
        retry: UInt32? = nil,
        expire: UInt32? = nil,
        minimum: UInt32? = nil
    ) {
        self.primary = primary
        self.responsible = responsible
        self.refresh = refresh
        self.retry = retry
        self.expire = expire
        self.minimum = minimum
    }
}

extension SOA {
    /// The SOA with the fields of `edit`.
    public init(_ soa: SOA, with edit: SOAEdit) {
        primary = edit.primary ?? soa.primary
        responsible = edit.responsible ?? soa.responsible
        serial = soa.serial
        refresh = edit.refresh ?? soa.refresh
        retry = edit.retry ?? soa.retry
        expire = edit.expire ?? soa.expire
        minimum = edit.minimum ?? soa.minimum
    }

    /// The SOA with another serial.
    public init(_ soa: SOA, serial: UInt32) {
        primary = soa.primary
        responsible = soa.responsible
        self.serial = serial
        refresh = soa.refresh
        retry = soa.retry
        expire = soa.expire
        minimum = soa.minimum
    }

    /// The content of a record.
    public var content: RecordContent { RecordContent(stored: text, type: .soa) }
}

extension StoredRecord {
    /// The fields of an SOA; nil for records of other types.
    var soa: SOA? {
        // A stored content can be read: it was checked before it was stored.
        guard type == .soa, let data = try? content.data() else { return nil }
        return data as? SOA
    }
}
