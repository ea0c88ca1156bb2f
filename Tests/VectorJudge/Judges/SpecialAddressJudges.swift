import Core

extension Judge {
    /// IANA's special-purpose registries, prefix by prefix.
    static let specialPrefixes = Judge(
        file: "special_ip_prefixes.jsonl",
        rule: "Every prefix of IANA's special-purpose registries is in the address guard's table"
    ) { row in
        struct Prefix: Decodable {
            let prefix: String
        }
        let prefix = try row.decoded(as: Prefix.self).prefix
        let isKnown = SpecialPurposeBlock.all.contains { $0.prefix == AddressPrefix(prefix) }
        return isKnown ? .agreed : .disagreed("\(prefix) is not in the table")
    }

    /// Addresses and prefixes that a check may be sent to, and those it may not.
    static let specialAddresses = Judge(
        file: "special_ip_tests.jsonl",
        rule: "The address guard refuses what is of special purpose, and nothing else"
    ) { row in
        struct Sample: Decodable {
            let ip: String?
            let cidr: String?
            let reserved: Bool
            let name: String?
        }
        let sample = try row.decoded(as: Sample.self)
        guard let written = sample.ip ?? sample.cidr else {
            return .notRun("URLs: nothing here asks a URL that a tenant names")
        }
        let block = AddressGuard.block(of: try IPAddress(String(written.prefix { $0 != "%" && $0 != "/" })))
        guard (block != nil) == sample.reserved else {
            return .disagreed("\(written): \(block.map { "taken for \($0.name)" } ?? "taken for ordinary")")
        }
        if let name = sample.name, block?.name != name {
            return .disagreed("\(written): found in \(block?.name ?? "nothing"), not in \(name)")
        }
        return .agreed
    }
}
