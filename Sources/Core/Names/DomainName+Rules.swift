extension DomainName {
    /// The owner name that a person wrote for a record of `zone`: `@`, a relative name, or a full name inside it.
    ///
    /// A name with a trailing dot is full. Without one, a name that ends in the zone's own name is taken as full too
    /// (`www.example.org` in `example.org`), since nobody means `www.example.org.example.org`.
    ///
    /// - Throws: ``DomainNameError``; ``DomainNameError/wildcard(in:)`` as ``requireOwnerName()``.
    public init(
        owner text: String,
        in zone: DomainName,
        toASCII: IDNAConversion
    ) throws(DomainNameError) {
        if text == "@" {
            self = zone
            return
        }
        let written = try DomainName(text, toASCII: toASCII)
        try written.requireOwnerName()
        let isFull = DomainName.isAbsolute(Array(text.utf8)[...])
        self = isFull || written.isAtOrBelow(zone) ? written : try written.appending(zone)
    }

    /// Refuses a `*` that is no wildcard: anywhere but as the whole left-most label it is an octet like any other (RFC 4592
    /// 2.1.1), which nobody who writes it means.
    ///
    /// - Throws: ``DomainNameError/wildcard(in:)``
    public func requireOwnerName() throws(DomainNameError) {
        let star = UInt8(ascii: "*")
        for (index, range) in labelRanges.enumerated() where wire[range].contains(star) {
            guard index == 0, range.count == 1 else { throw .wildcard(in: text) }
        }
    }

    /// Refuses what no zone may be called: the root, wildcards, and labels outside letters, digits, `-`, `_` and `/`
    /// (`/` for the classless delegations of RFC 2317).
    ///
    /// - Throws: ``DomainNameError``
    public func requireZoneName() throws(DomainNameError) {
        guard !isRoot else { throw .empty }
        for range in labelRanges {
            guard range.count > 1 || wire[range.lowerBound] != UInt8(ascii: "*") else { throw .wildcard(in: text) }
            for octet in wire[range] where !Self.isLetterDigitOrHyphen(octet) {
                guard octet == UInt8(ascii: "_") || octet == UInt8(ascii: "/") else { throw badCharacter(octet) }
            }
        }
    }

    /// Refuses what is no name of a host (RFC 952, RFC 1123 2.1): the root, octets other than letters, digits and hyphens,
    /// and labels that begin or end with a hyphen.
    ///
    /// - Throws: ``DomainNameError``
    public func requireHostName() throws(DomainNameError) {
        guard !isRoot else { throw .empty }
        for range in labelRanges {
            for octet in wire[range] where !Self.isLetterDigitOrHyphen(octet) { throw badCharacter(octet) }
            let hyphen = UInt8(ascii: "-")
            guard wire[range.lowerBound] != hyphen, wire[range.upperBound - 1] != hyphen else {
                throw .hyphen(label: Self.text(of: wire[range]))
            }
        }
    }

    /// Whether a host may have the name: ``requireHostName()``.
    public var isHostName: Bool {
        do throws(DomainNameError) {
            try requireHostName()
            return true
        } catch {
            return false
        }
    }

    private func badCharacter(_ octet: UInt8) -> DomainNameError {
        .badCharacter(Self.text(of: CollectionOfOne(octet)), in: text)
    }

    /// A wire form is in lower case, so capitals do not occur.
    private static func isLetterDigitOrHyphen(_ octet: UInt8) -> Bool {
        switch octet {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): true
        default: false
        }
    }
}
