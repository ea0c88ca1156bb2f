/// The formats of all types that are known here.
enum RecordFormats {
    static let all: [any RecordData.Type] = [
        A.self, AAAA.self, ALIAS.self, CAA.self, CDNSKEY.self, CDS.self, CNAME.self, DNAME.self, DNSKEY.self, DS.self,
        EUI48.self, EUI64.self, HINFO.self, HTTPS.self, LUA.self, MX.self, NAPTR.self, NS.self, OPENPGPKEY.self,
        PTR.self, RP.self, SMIMEA.self, SOA.self, SPF.self, SRV.self, SSHFP.self, SVCB.self, TLSA.self, TXT.self,
        URI.self,
    ]

    /// By the type's number.
    static let byCode: [UInt16: any RecordData.Type] = Dictionary(
        all.map { ($0.type.code, $0) },
        uniquingKeysWith: { first, _ in first }
    )

    /// Those whose records can be stored, by the type's number.
    static let storable = byCode.filter { $0.value.use.isStorable }

    /// By mnemonic in upper case.
    static let types: [String: RecordType] = Dictionary(
        all.map { ($0.type.name, $0.type) },
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
