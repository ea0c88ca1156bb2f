/// The rules about which records can stand beside each other (`domain.md` 2). Disabled records take no part but in
/// ``duplicate``.
public enum CoexistenceRule: String, CaseIterable, Equatable, Sendable {
    /// Name, type and canonical content are those of another record.
    case duplicate
    /// A CNAME beside the SOA and NS of the apex.
    case aliasAtApex
    /// A second CNAME at a name.
    case aliasTwice
    /// A CNAME beside other records.
    case aliasBesideOthers
    /// A record beside a CNAME.
    case besideAlias
    /// A DNAME at the apex.
    case redirectionAtApex
    /// A second DNAME at a name.
    case redirectionTwice
    /// A DNAME with names below it.
    case redirectionOverOthers
    /// A record below a DNAME.
    case belowRedirection
    /// A record, other than NS, DS and glue, at or below a delegation.
    case belowDelegation
    /// A new delegation over records that it hides.
    case delegationOverOthers
    /// A DS at the apex.
    case signerAtApex
    /// A DS at a name that is not delegated.
    case signerWithoutDelegation
    /// The last NS of a delegation goes and leaves its DS.
    case delegationLeavesSigner

    /// What is wrong, as the end of a sentence.
    public var message: String {
        switch self {
        case .duplicate: "the same record is there already."
        case .aliasAtApex: "a CNAME cannot stand at the zone's apex, beside its SOA and NS."
        case .aliasTwice: "a name can have only one CNAME."
        case .aliasBesideOthers: "a CNAME cannot stand beside other records of its name."
        case .besideAlias: "nothing can stand beside the CNAME of that name."
        case .redirectionAtApex: "a DNAME cannot stand at the zone's apex, beside its SOA and NS."
        case .redirectionTwice: "a name can have only one DNAME."
        case .redirectionOverOthers: "a DNAME cannot have names below it."
        case .belowRedirection: "nothing can stand below a DNAME."
        case .belowDelegation: "the name is delegated; only NS and DS can stand there, and glue for its servers below."
        case .delegationOverOthers: "the delegation would hide what stands at and below it."
        case .signerAtApex: "the DS of a zone stands in the zone above it."
        case .signerWithoutDelegation: "a DS needs the NS of a delegation at its name."
        case .delegationLeavesSigner: "the DS of that delegation would stand there without NS: delete it as well."
        }
    }

    /// Where the rule comes from.
    public var reference: String {
        switch self {
        case .duplicate: "RFC 2181 5"
        case .aliasAtApex, .aliasBesideOthers, .besideAlias: "RFC 1034 3.6.2, RFC 2181 10.1, RFC 4035 2.5"
        case .aliasTwice: "RFC 2181 10.1"
        case .redirectionAtApex: "domain.md 2"
        case .redirectionTwice: "RFC 6672 2.4"
        case .redirectionOverOthers, .belowRedirection: "RFC 6672 2.3"
        case .belowDelegation, .delegationOverOthers: "RFC 1034 4.2.1, RFC 9471 2"
        case .signerAtApex, .signerWithoutDelegation, .delegationLeavesSigner: "RFC 4035 2.4"
        }
    }
}

extension RecordType {
    /// The types of DNSSEC that stand beside a CNAME: RRSIG and NSEC (RFC 4035 2.5), before them SIG, NXT and KEY
    /// (RFC 2181 10.1).
    var standsBesideAlias: Bool { [24, 25, 30, 46, 47].contains(code) }

    /// Whether records of the type can be glue.
    var isAddress: Bool { self == .a || self == .aaaa }
}
