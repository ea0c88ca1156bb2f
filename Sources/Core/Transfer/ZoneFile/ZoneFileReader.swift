/// Reads master files (RFC 1035 5.1) in one pass from octets that come in pieces, in memory that one entry bounds.
///
/// `feed` the octets as they come and `finish` at the end; each gives the records that are complete to its function.
/// After a fault reading goes on with the next entry, so that all faults are told at once. Where there are any, the
/// records are not the whole file and belong nowhere.
public struct ZoneFileReader {
    /// What readers of a file and of those that it includes have together.
    struct Shared {
        var faults: [ImportFault] = []
        var warnings: [ImportFault] = []
        var generated = 0
        var generatedOctets = 0
        var endlessOctets = 0
        var includes = 0
        var records = 0
        /// Whether reading has ended early: too many faults, files, records or octets of entries without end.
        var isStopped = false
    }

    let limits: ZoneFileLimits
    let source: ZoneFileSource
    /// The file's name where it was included.
    let file: String?
    /// How many files include this one.
    let depth: Int
    var shared = Shared()

    var origin: DomainName
    /// `$TTL` (RFC 2308 4), or the SOA's minimum where nothing else was known.
    var defaultTTL: UInt32?
    /// The TTL that a record stated last (RFC 1035 5.1).
    var lastTTL: UInt32?
    /// What is taken where the file says nothing.
    let fallbackTTL: UInt32?
    var owner = Owner.missing

    /// The octets from the entry on that is being read.
    var buffer: [UInt8] = []
    var scanner: EntryScanner
    /// The line of `scanner.start`, counted from 1.
    var line = 1
    private var skipping: Skipping?

    /// The owner of a record that names none.
    enum Owner {
        case missing
        case known(DomainName)
        /// Its name was faulty: records that follow are checked, not given.
        case faulty
    }

    /// Octets that are passed over after an entry that has no end.
    private enum Skipping {
        case toNextLine
        /// The next line that does not begin with a blank: the faulty entry's own lines usually do.
        case toNextEntry
    }

    /// Reads a file whose names are relative to `origin`; `fallbackTTL` is for records without a TTL in files that have no
    /// `$TTL` either.
    public init(
        origin: DomainName,
        fallbackTTL: UInt32? = nil,
        source: ZoneFileSource = .none,
        limits: ZoneFileLimits = ZoneFileLimits()
    ) {
        self.init(origin: origin, fallbackTTL: fallbackTTL, source: source, limits: limits, file: nil, depth: 0)
    }

    init(
        origin: DomainName,
        fallbackTTL: UInt32?,
        source: ZoneFileSource,
        limits: ZoneFileLimits,
        file: String?,
        depth: Int
    ) {
        self.origin = origin
        self.fallbackTTL = fallbackTTL
        self.source = source
        self.limits = limits
        self.file = file
        self.depth = depth
        scanner = EntryScanner(limits)
    }

    /// What is wrong, in the order of the file; at most ``ZoneFileLimits/faults``.
    public var faults: [ImportFault] { shared.faults }

    /// What was guessed, in the order of the file; at most ``ZoneFileLimits/faults``.
    public var warnings: [ImportFault] { shared.warnings }

    /// Reads the next octets of the file and gives the records that are complete with them.
    public mutating func feed(_ octets: [UInt8], to take: (ZoneFileEntry) -> Void) {
        if buffer.isEmpty {
            buffer = octets
        } else {
            buffer.append(contentsOf: octets)
        }
        drain(take)
    }

    /// Reads the next octets of the file and gives the records that are complete with them.
    public mutating func feed(_ octets: ArraySlice<UInt8>, to take: (ZoneFileEntry) -> Void) {
        buffer.append(contentsOf: octets)
        drain(take)
    }

    /// Gives what a last line without a line's end holds, and tells what was never closed.
    public mutating func finish(_ take: (ZoneFileEntry) -> Void) {
        guard !buffer.isEmpty, !shared.isStopped else { return }
        if buffer.last != UInt8(ascii: "\n") { buffer.append(UInt8(ascii: "\n")) }
        drain(take)
        // Each turn ends the entry that has no end and goes on behind its first line, so there are no more turns than lines.
        while !buffer.isEmpty, skipping == nil, !shared.isStopped {
            abandonEntry()
            drain(take)
        }
        buffer = []
    }

    /// Reads a whole file.
    public mutating func read(_ octets: [UInt8], to take: (ZoneFileEntry) -> Void) {
        feed(octets, to: take)
        finish(take)
    }

    private mutating func drain(_ take: (ZoneFileEntry) -> Void) {
        skip()
        while !shared.isStopped, skipping == nil {
            if scanner.scan(buffer) {
                readScanned(take)
                line += 1 + scanner.lineStarts.count
                scanner.beginNext()
            } else if buffer.count - scanner.start > limits.entryOctets {
                abandonEntry()
            } else {
                return removeRead()
            }
        }
        if shared.isStopped { buffer = [] }
    }

    private mutating func removeRead() {
        let read = min(scanner.start, buffer.count)
        guard read > 0 else { return }
        buffer.removeSubrange(0..<read)
        scanner.shift(by: read)
    }

    private mutating func readScanned(_ take: (ZoneFileEntry) -> Void) {
        if let fault = scanner.fault {
            report(fault.code, at: fault.offset, Self.message(fault.code), offending: nil)
            return
        }
        guard scanner.position - scanner.start <= limits.entryOctets else { return reportTooLong() }
        if scanner.hasParentheses { scanner.blank(&buffer) }
        var end = scanner.end
        if end > scanner.start, buffer[end - 1] == UInt8(ascii: "\r"), end + 1 == scanner.position { end -= 1 }
        readEntry(scanner.start..<end, of: buffer, take)
    }

    /// Tells why the entry at the buffer's front has no end, and looks for a place to go on.
    private mutating func abandonEntry() {
        if let fault = scanner.fault {
            report(fault.code, at: fault.offset, Self.message(fault.code), offending: nil)
        } else if scanner.depth > 0 {
            report(.unclosedParenthesis, at: scanner.opening, Self.message(.unclosedParenthesis), offending: nil)
        } else {
            reportTooLong()
        }
        shared.endlessOctets += scanner.position - scanner.start
        if shared.endlessOctets > limits.endlessOctets { shared.isStopped = true }
        skipping = scanner.depth > 0 ? .toNextEntry : .toNextLine
        let resumes = scanner.depth > 0 ? scanner.opening : scanner.position
        line += scanner.lineStarts.count { $0 <= resumes }
        scanner.begin(at: resumes)
        skip()
    }

    /// Passes over octets up to where reading goes on, if anything is to be passed over.
    private mutating func skip() {
        guard let way = skipping else { return }
        var index = scanner.position
        while let end = buffer[min(index, buffer.count)...].firstIndex(of: UInt8(ascii: "\n")) {
            index = end + 1
            // Whether the next line is an entry can only be seen when its first octet is there.
            if way == .toNextEntry, index == buffer.count {
                index = end
                break
            }
            line += 1
            if way == .toNextEntry, FieldReader.isBlank(buffer[index]) || buffer[index] == UInt8(ascii: "\n") {
                continue
            }
            skipping = nil
            scanner.begin(at: index)
            return
        }
        let kept = way == .toNextEntry && buffer.last == UInt8(ascii: "\n") ? 1 : 0
        buffer.removeSubrange(0..<(buffer.count - kept))
        scanner.begin(at: 0)
    }

    private mutating func reportTooLong() {
        report(
            .entryTooLong, at: scanner.start, "A record may have at most \(limits.entryOctets) octets.", offending: nil)
    }

    private static func message(_ code: ImportFault.Code) -> String {
        switch code {
        case .unclosedParenthesis: "This parenthesis is never closed: write \")\" behind the record's last line."
        case .unopenedParenthesis: "This parenthesis closes nothing: remove it, or write \"(\" before it."
        case .unclosedQuote:
            "The string that begins here has no closing quote on its line: write \"\\010\" for a line's end."
        case .nestingTooDeep: "There are too many parentheses inside of each other: one pair is enough."
        default: "This cannot be read."
        }
    }
}
