/// Reads records from comma-separated values (`api.md` 3): a header row `name,type,content,ttl,disabled`, then a row each.
///
/// The columns may stand in any order; `ttl`, `disabled` and `comment` may be missing, or empty in a row. In memory is one
/// row at a time. After a fault reading goes on with the next row.
public struct RecordTableReader {
    /// What faults there are, in the order of the file; at most as many as ``ZoneFileLimits/faults`` says.
    public private(set) var faults: [ImportFault] = []

    private let limits: ZoneFileLimits
    private var scanner: CSVScanner
    private var columns: [Column: Int]?
    private var isStopped = false
    private var records = 0

    private enum Column: String, CaseIterable {
        case name
        case type
        case content
        case ttl
        case disabled
        case comment

        var isNeeded: Bool { self == .name || self == .type || self == .content }
    }

    public init(limits: ZoneFileLimits = ZoneFileLimits()) {
        self.limits = limits
        scanner = CSVScanner(mostOctets: limits.entryOctets, mostFields: 32)
    }

    /// Reads the next octets of the file and gives the rows that are complete with them.
    public mutating func feed(_ octets: some Sequence<UInt8>, to take: (ImportRow) -> Void) {
        guard !isStopped else { return }
        var scanner = scanner
        scanner.feed(octets) { read($0, take) }
        self.scanner = scanner
    }

    /// Gives a last row without a line's end, and tells what was never closed.
    public mutating func finish(_ take: (ImportRow) -> Void) {
        guard !isStopped else { return }
        var scanner = scanner
        scanner.finish { read($0, take) }
        self.scanner = scanner
        if columns == nil, faults.isEmpty {
            report(.columnMissing, line: 1, column: 1, Self.headerHint, offending: nil)
        }
    }

    private mutating func read(_ event: CSVScanner.Event, _ take: (ImportRow) -> Void) {
        guard !isStopped else { return }
        switch event {
        case .fault(let code, let message, let line, let column):
            report(code, line: line, column: column, message, offending: nil)
            // Without its header no row can be read.
            if columns == nil { isStopped = true }
        case .row(let fields):
            if let columns {
                readRow(fields, columns, take)
            } else {
                readHeader(fields)
            }
        }
    }

    private mutating func readHeader(_ fields: [CSVScanner.Field]) {
        var columns: [Column: Int] = [:]
        for (index, field) in fields.enumerated() {
            let name = String(decoding: field.octets, as: UTF8.self).lowercased()
            guard let column = Column(rawValue: name), columns[column] == nil else {
                report(
                    .unknownColumn, line: field.line, column: field.column,
                    "The columns are name, type, content, ttl, disabled and comment, each once.",
                    offending: field.octets)
                isStopped = true
                return
            }
            columns[column] = index
        }
        for column in Column.allCases where column.isNeeded && columns[column] == nil {
            report(.columnMissing, line: 1, column: 1, Self.headerHint, offending: Array(column.rawValue.utf8))
            isStopped = true
            return
        }
        self.columns = columns
    }

    private mutating func readRow(
        _ fields: [CSVScanner.Field],
        _ columns: [Column: Int],
        _ take: (ImportRow) -> Void
    ) {
        let line = fields.first?.line ?? 1
        guard fields.count == columns.count else {
            return report(
                .invalidRow, line: line, column: 1, "The row has \(fields.count) fields, the header \(columns.count).",
                offending: nil)
        }
        guard let texts = texts(fields) else { return }
        let value = { (column: Column) in columns[column].map { (texts[$0], fields[$0]) } }
        var row = ImportRow(
            name: value(.name)?.0 ?? "", type: value(.type)?.0 ?? "", content: value(.content)?.0 ?? "", line: line)
        if let (text, field) = value(.ttl), !text.isEmpty {
            guard let ttl = FieldReader.number(text.utf8), ttl <= UInt64(Int32.max) else {
                return report(
                    .invalidTTL, line: field.line, column: field.column, "A TTL must be 0-2147483647 seconds.",
                    offending: field.octets)
            }
            row.ttl = UInt32(ttl)
        }
        if let (text, field) = value(.disabled), !text.isEmpty {
            switch text.lowercased() {
            case "true", "1": row.isDisabled = true
            case "false", "0": row.isDisabled = false
            default:
                return report(
                    .invalidValue, line: field.line, column: field.column, "disabled must be true or false.",
                    offending: field.octets)
            }
        }
        if let (text, _) = value(.comment), !text.isEmpty { row.comment = text }
        give(row, take)
    }

    /// The fields as text; nil when one is not UTF-8, which is told.
    private mutating func texts(_ fields: [CSVScanner.Field]) -> [String]? {
        var texts: [String] = []
        for field in fields {
            guard let text = String(validating: field.octets, as: UTF8.self) else {
                report(
                    .invalidValue, line: field.line, column: field.column, "The field is not UTF-8.",
                    offending: field.octets)
                return nil
            }
            texts.append(text)
        }
        return texts
    }

    private mutating func give(_ row: ImportRow, _ take: (ImportRow) -> Void) {
        guard records < limits.records else {
            report(
                .tooManyRecords, line: row.line, column: 1,
                "There are more than \(limits.records) records, which is the most.", offending: nil)
            isStopped = true
            return
        }
        records += 1
        take(row)
    }

    private mutating func report(
        _ code: ImportFault.Code,
        line: Int,
        column: Int,
        _ message: String,
        offending: [UInt8]?
    ) {
        faults.append(
            ImportFault(
                code: code, line: line, column: column, message: message,
                offending: offending.map { ImportFault.shown($0) }))
        if faults.count >= limits.faults { isStopped = true }
    }

    private static let headerHint = "The first row has to name the columns: name,type,content,ttl,disabled."
}
