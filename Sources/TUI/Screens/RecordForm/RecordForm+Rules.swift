import API
import Core

extension RecordForm {
    /// What is wrong with each field, by the server's own rules.
    static func problems(of state: State) -> [Field: String] {
        var problems: [Field: String] = [:]
        problems[.name] = state.original == nil ? nameProblem(state) : nil
        problems[.type] = typeProblem(state.text(.type))
        problems[.ttl] = ttlProblem(state.text(.ttl))
        problems[.content] = state.text(.content).isEmpty ? "The content is empty." : nil
        return problems
    }

    /// A TTL in seconds (RFC 2181 8).
    static let ttls = 0...2_147_483_647

    private static func nameProblem(_ state: State) -> String? {
        guard !state.text(.name).isEmpty else { return "Write @ for the zone itself." }
        do throws(DomainNameError) {
            let zone = try DomainName(state.zone.summary.name)
            let name = try NameCheck.owner(state.text(.name), in: zone)
            return name.isAtOrBelow(zone) ? nil : "\(name) lies outside \(zone)."
        } catch {
            return error.message
        }
    }

    private static func typeProblem(_ text: String) -> String? {
        if text.isEmpty { return "Write a type, such as A, AAAA, MX, CNAME or TXT." }
        let isWord = text.utf8.allSatisfy { octet in
            (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(octet & 0xDF)
                || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(octet)
        }
        return isWord ? nil : "A type has letters and digits only."
    }

    private static func ttlProblem(_ text: String) -> String? {
        if text.isEmpty { return nil }
        guard let ttl = Int(text), ttls.contains(ttl) else { return "A TTL is 0 to 2147483647 seconds." }
        return nil
    }
}
