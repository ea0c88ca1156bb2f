/// The formats of all types that are known here.
enum RecordFormats {
    static let all: [any RecordData.Type] = [
        A.self, AAAA.self, AFSDB.self, ALIAS.self, AMTRELAY.self, APL.self, AVC.self, CAA.self, CDNSKEY.self, CDS.self,
        CERT.self, CNAME.self, CSYNC.self, DHCID.self, DLV.self, DNAME.self, DNSKEY.self, DS.self, DSYNC.self,
        EUI48.self, EUI64.self, GPOS.self, HINFO.self, HIP.self, HTTPS.self, IPSECKEY.self, ISDN.self, KEY.self,
        KX.self, L32.self, L64.self, LOC.self, LP.self, LUA.self, MB.self, MD.self, MF.self, MG.self, MINFO.self,
        MR.self, MX.self, NAPTR.self, NID.self, NINFO.self, NS.self, NSAP.self, NSAPPTR.self, NSEC.self, NSEC3.self,
        NSEC3PARAM.self, NXT.self, OPENPGPKEY.self, PTR.self, PX.self, RESINFO.self, RP.self, RRSIG.self, RT.self,
        SIG.self, SMIMEA.self, SOA.self, SPF.self, SRV.self, SSHFP.self, SVCB.self, TA.self, TLSA.self, TXT.self,
        URI.self, WALLET.self, WKS.self, X25.self, ZONEMD.self,
    ]

    /// By the type's number.
    static let byCode: [UInt16: any RecordData.Type] = Dictionary(
        all.map { ($0.type.code, $0) },
        uniquingKeysWith: { first, _ in first }
    )

    /// Those whose records can be stored, by the type's number.
    static let storable = byCode.filter { $0.value.use.isStorable }

    /// Types that have a mnemonic but no format here: their records are read in the form of RFC 3597 alone (IANA's registry).
    private static let unread: [(name: String, code: UInt16)] = [
        ("NULL", 10), ("EID", 31), ("NIMLOC", 32), ("ATMA", 34), ("A6", 38), ("SINK", 40), ("RKEY", 57), ("TALINK", 58),
        ("HHIT", 67), ("BRID", 68), ("UINFO", 100), ("UID", 101), ("GID", 102), ("UNSPEC", 103), ("NXNAME", 128),
        ("DOA", 259), ("CLA", 263), ("IPN", 264),
    ]

    private static let allTypes = all.map { $0.type } + unread.map { RecordType($0.name, code: $0.code) }

    /// All types with a mnemonic by their number.
    static let typesByCode: [UInt16: RecordType] = Dictionary(
        allTypes.map { ($0.code, $0) },
        uniquingKeysWith: { first, _ in first }
    )

    /// By mnemonic in upper case.
    static let types: [String: RecordType] = Dictionary(
        allTypes.map { ($0.name, $0) },
        uniquingKeysWith: { first, _ in first }
    )
}

extension RecordContent {
    /// Every type that can be stored, with what help texts say of it, by mnemonic.
    public static var catalogue: [(type: RecordType, summary: String, example: String)] {
        RecordFormats.storable.values.map { ($0.type, $0.summary, $0.examples.valid.first?.canonical ?? "") }
            .sorted { $0.0.name < $1.0.name }
    }
}
