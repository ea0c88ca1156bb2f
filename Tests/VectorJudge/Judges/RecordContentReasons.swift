import Core

extension ContentSample {
    /// Why a difference is meant; nil when it is not.
    func reason(for difference: ContentDifference) -> String? {
        switch difference {
        case .refused(let error): reason(forRefusal: error) ?? reason(forRefusalOfBoth: error)
        case .refusedAlone(let error): reason(forRefusal: error)
        case .taken: reasonForTaking
        case .neverSeen: reasonForTaking ?? reasonForMnemonic
        case .canonical(let ours): reason(forCanonical: ours)
        case .sent: reasonForSpelling ?? reasonForTag
        case .shown: nil
        case .rdata: reasonForTag
        }
    }

    /// What PowerDNS takes, and we do not.
    private func reason(forRefusal error: RecordContentError) -> String? {
        let isLength = error.expectation.contains("octets for ")
        return switch (error.type, error.field) {
        case ("SSHFP", "fingerprint") where isLength:
            "a fingerprint has the length of its type, else no client finds it (RFC 4255 3.1.2, RFC 6594 4)"
        case ("TLSA", "data") where isLength:
            "a digest has the length of its matching type, else no client finds it (RFC 6698 2.1.3)"
        case ("DS", "digest") where isLength, ("CDS", "digest") where isLength, ("DLV", "digest") where isLength:
            "a digest has the length of its type, else validators drop it (RFC 4034 5.1.4, RFC 4509, RFC 6605)"
        case ("DS", "digest type"), ("CDS", "digest type"):
            "digest type 0 is reserved (RFC 4034 A.2)"
        case ("HINFO", _) where error.expectation.contains("255 octets"):
            "a character string has at most 255 octets (RFC 1035 3.3)"
        case ("CNAME", "target") where content.contains("@"):
            "@ alone means the origin in master files: as a letter it is written \\@ (RFC 1035 5.1)"
        case ("TXT", "text") where error.expectation.contains("\\DDD"):
            "\\256 and above stand for no octet (RFC 1035 5.1)"
        default: nil
        }
    }

    /// What deSEC takes, and neither PowerDNS nor we do.
    private func reason(forRefusalOfBoth error: RecordContentError) -> String? {
        guard !isTakenByPowerDNS, sent == nil else { return nil }
        return switch (error.type, error.field) {
        case ("HTTPS", "ech"), ("OPENPGPKEY", "key"):
            "base64 has no such characters (RFC 4648 3.3); deSEC drops them, PowerDNS refuses them as we do"
        default: nil
        }
    }

    /// What deSEC refuses.
    private var reasonForTaking: String? {
        if type == "DLV", content.split(separator: " ").dropFirst(2).first == "0" {
            return "a reserved digest type keeps a record from being stored, not from being read; DLV are only read"
        }
        guard type == "TXT" || type == "SPF" else { return nil }
        if content.first != "\"" { return "text without quotes is quoted for the user (domain.md 2)" }
        guard content.unicodeScalars.contains(where: { $0.value < 0x20 }) else { return nil }
        return "controls are octets like others, and are written \\DDD"
    }

    private var reasonForMnemonic: String? {
        guard type == "CERT", isValid,
            content.split(separator: " ").prefix(3).contains(where: { $0.first?.isLetter == true })
        else { return nil }
        return "types and algorithms by name are RFC 4398's; PowerDNS gets their numbers, which it takes"
    }

    /// Where deSEC's form is another.
    private func reason(forCanonical ours: RecordContent) -> String? {
        guard type == "DNSKEY" || type == "CDNSKEY", let canonical else { return nil }
        // The first three blanks stand between fields.
        let words = canonical.split(separator: " ", maxSplits: 3)
        let joined = words.prefix(3).joined(separator: " ") + " " + words.dropFirst(3).joined().filter { $0 != " " }
        return joined == ours.text ? "base64 stands in one word, as PowerDNS has it" : nil
    }

    /// Where PowerDNS was seen to take another form, though it reads ours as the same.
    private var reasonForSpelling: String? {
        guard type == "TXT" else { return nil }
        if content.unicodeScalars.contains(where: { !(0x20...0x7E).contains($0.value) }) {
            return "what is not printable ASCII is written \\DDD; PowerDNS keeps it as it was sent"
        }
        guard let rdata, rdata.count / 2 > 256 else { return nil }
        return "strings are cut at 255 octets; PowerDNS keeps them long and cuts them when it answers"
    }

    private var reasonForTag: String? {
        guard type == "CAA", content.split(separator: " ").dropFirst().first?.first == "\"" else { return nil }
        return "quotes do not belong to a CAA's tag (RFC 8659 4.1.1); PowerDNS serves those that it is sent"
    }
}
