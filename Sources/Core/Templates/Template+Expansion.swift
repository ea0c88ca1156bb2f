/// A record that a template has made for a zone: checked as one written by hand is, but not yet against what stands there.
public struct TemplateDraft: Equatable, Sendable {
    public let name: DomainName
    public let content: RecordContent
    /// Nil: the zone's default.
    public let ttl: UInt32?

    public init(name: DomainName, content: RecordContent, ttl: UInt32?) {
        self.name = name
        self.content = content
        self.ttl = ttl
    }
}

extension Template {
    /// The records that the template makes in a zone, in its order.
    ///
    /// `values` are those of the declared variables; an empty one counts as not given. A record that uses a variable
    /// without a value, which only one that is not required may be, is left out. Every fault is told at once.
    /// - Throws: ``TemplateFaults``
    public func expanded(
        in surroundings: TemplateSurroundings,
        values: [String: String],
        toASCII: @escaping IDNAConversion
    ) throws(TemplateFaults) -> [TemplateDraft] {
        let all = try self.values(in: surroundings, given: values)
        var faults = TemplateFaults()
        var drafts: [TemplateDraft] = []
        var room = Self.longestExpansion
        for (index, record) in records.enumerated() where record.variables.allSatisfy({ all[$0] != nil }) {
            guard let name = record.name.expanded(with: all, limit: min(room, Self.longestName)),
                let content = record.content.expanded(with: all, limit: min(room, Self.longestContent))
            else {
                faults.records.append(.init(index: index, message: "The record is too long with its values."))
                continue
            }
            room -= name.utf8.count + content.utf8.count
            do throws(DraftError) {
                drafts.append(try Self.draft(record, name, content, in: surroundings.zone, toASCII))
            } catch {
                faults.records.append(.init(index: index, message: error.message))
            }
        }
        guard faults.isEmpty else { throw faults }
        return drafts
    }

    /// A name of 255 octets has at most 1,004 characters with its escapes; Unicode takes up to four octets each.
    private static let longestName = 4 * 1004
    private static let longestContent = 65_535

    /// The values of all variables that have one.
    private func values(
        in surroundings: TemplateSurroundings,
        given: [String: String]
    ) throws(TemplateFaults) -> [String: String] {
        var faults = TemplateFaults()
        let declared = Set(variables.map(\.name))
        faults.unknown = given.keys.filter { !declared.contains($0) }.sorted()
        var values = given.filter { !$0.value.isEmpty }
        faults.missing = variables.filter { $0.isRequired && values[$0.name] == nil }.map(\.name)
        let used = records.reduce(into: Set<String>()) { $0.formUnion($1.variables) }
        for variable in BuiltInVariable.allCases where used.contains(variable.rawValue) {
            if let value = surroundings.value(of: variable) {
                values[variable.rawValue] = value
            } else {
                faults.missing.append(variable.rawValue)
            }
        }
        faults.missing.sort()
        guard faults.isEmpty else { throw faults }
        return values
    }

    private enum DraftError: Error {
        case name(DomainNameError)
        case content(RecordContentError)
        case outside(DomainName)

        var message: String {
            switch self {
            case .name(let error): error.message
            case .content(let error): error.message
            case .outside(let name): "\(name.text) does not lie in the zone."
            }
        }
    }

    private static func draft(
        _ record: Record,
        _ name: String,
        _ content: String,
        in zone: DomainName,
        _ toASCII: @escaping IDNAConversion
    ) throws(DraftError) -> TemplateDraft {
        let owner: DomainName
        do throws(DomainNameError) {
            owner = try DomainName(owner: name, in: zone, toASCII: toASCII)
        } catch {
            throw .name(error)
        }
        guard owner.isAtOrBelow(zone) else { throw .outside(owner) }
        do throws(RecordContentError) {
            let content = try RecordContent(type: record.type, text: content, zone: zone, toASCII: toASCII)
            return TemplateDraft(name: owner, content: content, ttl: record.ttl)
        } catch {
            throw .content(error)
        }
    }
}
