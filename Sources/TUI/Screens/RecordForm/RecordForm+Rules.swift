import API
import Core

extension RecordForm {
    /// What is wrong with each field, by the server's own rules.
    static func problems(of state: State) -> [Field: String] {
        var problems: [Field: String] = [:]
        problems[.name] = state.original == nil ? nameProblem(state) : nil
        problems[.type] = state.original == nil ? typeProblem(state.text(.type)) : nil
        problems[.ttl] = ttlProblem(state.text(.ttl))
        problems[.content] = contentProblem(state)
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

    /// The form's content in the one canonical form that the server will store.
    ///
    /// - Throws: `RecordContentError`
    static func content(of state: State) throws(RecordContentError) -> String {
        let text = state.text(.content)
        // A type that this program does not know is left to the server.
        guard let type = RecordType(state.text(.type)) else { return text }
        // The zone's name only serves a hint.
        let zone = try? DomainName(state.zone.summary.name)
        return try RecordContent(type: type, text: text, zone: zone, toASCII: NameCheck.convert).text
    }

    private static func contentProblem(_ state: State) -> String? {
        guard !state.text(.content).isEmpty else { return "The content is empty." }
        do throws(RecordContentError) {
            _ = try content(of: state)
            return nil
        } catch {
            return error.message + "."
        }
    }

    private static func typeProblem(_ text: String) -> String? {
        guard RecordType(text) == nil else { return nil }
        return "The type is one of " + RecordType.supported.filter { $0 != .soa }.map(\.name).joined(separator: ", ")
            + "."
    }

    private static func ttlProblem(_ text: String) -> String? {
        if text.isEmpty { return nil }
        guard let ttl = Int(text), ttls.contains(ttl) else { return "A TTL is 0 to 2147483647 seconds." }
        return nil
    }
}
