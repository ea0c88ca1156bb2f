extension ZoneLint {
    /// DKIM keys that receivers cannot use (RFC 6376 3.6.1, RFC 8301, RFC 8463).
    static func dkim(_ zone: LintedZone) -> [LintFinding] {
        zone.all(TXT.self).compactMap { record, data in
            let labels = record.name.labels
            // A selector is made of host labels (RFC 6376 3.1); `_adsp` and `_report` hold other things (RFC 5617, RFC 6651).
            let selector = labels.prefix { !$0.elementsEqual("_domainkey".utf8) }
            guard !selector.isEmpty, selector.count < labels.count,
                selector.allSatisfy({ $0.first != UInt8(ascii: "_") })
            else { return nil }
            guard let fault = dkimFault(data.strings.joined) else { return nil }
            return about(
                record,
                (fault.severity, "dkim_syntax"),
                fault.predicate,
                hint: fault.hint,
                "RFC 6376 3.6.1, RFC 8301 3.2"
            )
        }
    }

    private static func dkimFault(
        _ text: String
    ) -> (severity: LintFinding.Severity, predicate: String, hint: String)? {
        guard let tags = TagList(text), let key = tags["p"] else {
            return (.error, "is no DKIM key", "Write v=DKIM1; k=rsa; p= and the public key in base64.")
        }
        if let version = tags["v"], version != "DKIM1" || tags.tags.first?.name != "v" {
            return (.error, "has v=\(version)", "Begin the text with v=DKIM1.")
        }
        let kind = tags["k"] ?? "rsa"
        guard ["rsa", "ed25519"].contains(kind) else {
            return (.error, "has a key of the kind \(kind)", "Write k=rsa or k=ed25519.")
        }
        // An empty key is one that was revoked.
        let digits = Array(key.utf8).filter { $0 != UInt8(ascii: " ") }
        guard let octets = Base64.decoded(digits) else {
            return (.error, "has a key that is not base64", "Copy the whole key, without quotes and line breaks.")
        }
        if kind == "ed25519", !octets.isEmpty, octets.count != 32 {
            return (.error, "has an Ed25519 key of \(octets.count) octets", "Copy the raw key of 32 octets.")
        }
        // A 1024-bit RSA key has 162 octets as SubjectPublicKeyInfo; below that receivers must refuse it.
        if kind == "rsa", !octets.isEmpty, octets.count < 140 {
            return (.error, "has an RSA key below 1024 bits", "Make a key of 2048 bits.")
        }
        if kind == "rsa", !octets.isEmpty, octets.count < 256 {
            return (.notice, "has an RSA key below 2048 bits", "Make a key of 2048 bits with the next rotation.")
        }
        return nil
    }
}
