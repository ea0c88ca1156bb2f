/// A type whose RDATA is that of RRSIG (RFC 4034 3.1), of which SIG is the forerunner (RFC 2535 4.1).
protocol SignatureData: RecordData {
    var signature: RecordSignature { get }

    init(signature: RecordSignature)
}

extension SignatureData {
    init(from fields: inout FieldReader) throws(RecordContentError) {
        self.init(signature: try RecordSignature(from: &fields))
    }

    func write(to fields: inout FieldWriter) {
        signature.write(to: &fields)
    }

    init(wire: inout WireReader) throws(WireError) {
        self.init(signature: try RecordSignature(wire: &wire))
    }

    func write(to wire: inout WireWriter) {
        signature.write(to: &wire)
    }
}

/// A signature over a record set (RFC 4034 3.1).
struct RecordSignature: Equatable, Sendable {
    /// The type of the records that are signed.
    let covered: RecordType
    let algorithm: UInt8
    /// How many labels the owner of the signed records has, without root and wildcard.
    let labels: UInt8
    /// In seconds.
    let originalTTL: UInt32
    let expiration: SignatureTime
    let inception: SignatureTime
    let keyTag: UInt16
    let signer: DomainName
    /// At least one octet.
    let signature: [UInt8]

    init(from fields: inout FieldReader) throws(RecordContentError) {
        let word = try fields.word("type covered")
        guard let covered = RecordType(masterFile: word) else {
            throw fields.refusal("type covered", "must be a record type", got: word)
        }
        self.covered = covered
        algorithm = try fields.mnemonic("algorithm", from: DNSSECAlgorithm.numbers)
        labels = try fields.number("labels")
        originalTTL = try fields.number("original TTL")
        expiration = try fields.signatureTime("expiration")
        inception = try fields.signatureTime("inception")
        keyTag = try fields.number("key tag")
        signer = try fields.name("signer")
        signature = try fields.base64("signature")
    }

    func write(to fields: inout FieldWriter) {
        fields.word(covered.name)
        fields.number(algorithm)
        fields.number(labels)
        fields.number(originalTTL)
        fields.word(expiration.text)
        fields.word(inception.text)
        fields.number(keyTag)
        fields.name(signer)
        fields.base64(signature)
    }

    init(wire: inout WireReader) throws(WireError) {
        covered = RecordType(code: try wire.number16())
        algorithm = try wire.number8()
        labels = try wire.number8()
        originalTTL = try wire.number32()
        expiration = SignatureTime(seconds: try wire.number32())
        inception = SignatureTime(seconds: try wire.number32())
        keyTag = try wire.number16()
        signer = try wire.name()
        signature = wire.rest()
        guard !signature.isEmpty else { throw wire.badField("signature") }
    }

    func write(to wire: inout WireWriter) {
        wire.number16(covered.code)
        wire.number8(algorithm)
        wire.number8(labels)
        wire.number32(originalTTL)
        wire.number32(expiration.seconds)
        wire.number32(inception.seconds)
        wire.number16(keyTag)
        wire.name(signer)
        wire.octets(signature)
    }
}
