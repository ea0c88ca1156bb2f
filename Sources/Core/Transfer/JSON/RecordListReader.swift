/// Reads records from a JSON array of the bodies that create them (`api.md` 3, 5), in memory one at a time.
///
/// `name`, `type` and `content` are needed; `ttl`, `disabled` and `comment` may be missing or null; other members are
/// ignored. After a record that cannot be used reading goes on, after what is no JSON it does not.
public struct RecordListReader {
    /// What faults there are, in the order of the file; at most as many as ``ZoneFileLimits/faults`` says.
    public private(set) var faults: [ImportFault] = []

    private let limits: ZoneFileLimits
    private var splitter: JSONElementSplitter
    private var isStopped = false
    private var records = 0

    public init(limits: ZoneFileLimits = ZoneFileLimits()) {
        self.limits = limits
        splitter = JSONElementSplitter(mostOctets: limits.entryOctets)
    }

    /// Reads the next octets of the file and gives the records that are complete with them.
    public mutating func feed(_ octets: some Sequence<UInt8>, to take: (ImportRow) -> Void) {
        guard !isStopped else { return }
        var splitter = splitter
        splitter.feed(octets) { read($0, take) }
        self.splitter = splitter
    }

    /// Tells when the array never ended.
    public mutating func finish() {
        guard !isStopped, !splitter.isComplete else { return }
        report(.malformed, splitter.line, splitter.column, "The array of records ends too early.")
    }

    private mutating func read(_ event: JSONElementSplitter.Event, _ take: (ImportRow) -> Void) {
        guard !isStopped else { return }
        switch event {
        case .unexpected(let line, let column):
            report(.malformed, line, column, "The file has to be one JSON array of objects.")
            isStopped = true
        case .tooLong(let line, let column):
            report(.entryTooLong, line, column, "A record may have at most \(limits.entryOctets) octets.")
        case .element(let element):
            do throws(JSONError) {
                read(try JSONValue(json: element.octets, limits: JSONLimits(octets: .max, depth: 32)), element, take)
            } catch {
                report(error, element)
                isStopped = true
            }
        }
    }

    private mutating func read(
        _ value: JSONValue,
        _ element: JSONElementSplitter.Element,
        _ take: (ImportRow) -> Void
    ) {
        let (line, column) = (element.line, element.column)
        guard case .object(let members) = value else {
            return report(.malformed, line, column, "A record has to be an object.")
        }
        var texts: [String] = []
        for name in ["name", "type", "content"] {
            switch members[name] {
            case .string(let text): texts.append(text)
            case nil, .null: return report(.valueMissing, line, column, "The record has no \"\(name)\".")
            default: return report(.invalidValue, line, column, "\"\(name)\" must be a string.")
            }
        }
        var row = ImportRow(name: texts[0], type: texts[1], content: texts[2], line: line)
        switch members["ttl"] {
        case nil, .null: break
        case .number(let number):
            guard let ttl = UInt32(exactly: number.double), ttl <= UInt32(Int32.max) else { fallthrough }
            row.ttl = ttl
        default: return report(.invalidTTL, line, column, "\"ttl\" must be 0-2147483647 seconds.")
        }
        switch members["disabled"] {
        case nil, .null: break
        case .bool(let isDisabled): row.isDisabled = isDisabled
        default: return report(.invalidValue, line, column, "\"disabled\" must be true or false.")
        }
        switch members["comment"] {
        case nil, .null: break
        case .string(let comment): row.comment = comment
        default: return report(.invalidValue, line, column, "\"comment\" must be a string.")
        }
        guard records < limits.records else {
            report(
                .tooManyRecords, line, column, "There are more than \(limits.records) records, which is the most.")
            isStopped = true
            return
        }
        records += 1
        take(row)
    }

    private mutating func report(_ error: JSONError, _ element: JSONElementSplitter.Element) {
        let offset: Int =
            switch error {
            case .notUTF8(let at), .unexpected(let at), .duplicateName(_, let at), .badEscape(let at),
                .loneSurrogate(let at), .control(let at), .numberOutOfRange(let at):
                at
            case .tooLarge, .tooDeep: 0
            case .unexpectedEnd: element.octets.count
            }
        let before = element.octets.prefix(offset)
        let lineStart = before.lastIndex(of: UInt8(ascii: "\n"))
        report(
            .malformed,
            element.line + before.count { $0 == UInt8(ascii: "\n") },
            lineStart.map { offset - $0 } ?? element.column + offset,
            "This is no JSON, or none that is taken: \(Self.reason(error)).",
            offending: ImportFault.shown(element.octets.dropFirst(offset))
        )
    }

    private static func reason(_ error: JSONError) -> String {
        switch error {
        case .tooLarge: "it is too long"
        case .tooDeep(let limit): "it is nested deeper than \(limit) levels"
        case .notUTF8: "it is not UTF-8"
        case .unexpected: "something else belongs here"
        case .unexpectedEnd: "it ends too early"
        case .duplicateName(let name, _): "the object has \"\(name)\" already"
        case .badEscape: "the backslash begins no escape"
        case .loneSurrogate: "half of a surrogate pair is no character"
        case .control: "controls in strings have to be escaped"
        case .numberOutOfRange: "the number is too large"
        }
    }

    private mutating func report(
        _ code: ImportFault.Code,
        _ line: Int,
        _ column: Int,
        _ message: String,
        offending: String? = nil
    ) {
        faults.append(ImportFault(code: code, line: line, column: column, message: message, offending: offending))
        if faults.count >= limits.faults { isStopped = true }
    }
}
