/// Finds the elements of one JSON array in octets that come in pieces, without reading them: in memory is one element.
struct JSONElementSplitter {
    struct Element: Equatable {
        /// Without the blanks around it; empty where two commas, or a comma and the end, stand together.
        let octets: [UInt8]
        /// Where it begins, counted from 1, the column in octets.
        let line: Int
        let column: Int
    }

    enum Event: Equatable {
        case element(Element)
        /// An element over the bound, which begins there. Reading can go on.
        case tooLong(line: Int, column: Int)
        /// Something that belongs to no array. Nothing more can be read.
        case unexpected(line: Int, column: Int)
    }

    private enum Mode {
        case beforeArray
        case element
        case string
        case escape
        case behindArray
    }

    private let mostOctets: Int
    private var mode = Mode.beforeArray
    private var octets: [UInt8] = []
    private var isTooLong = false
    private var depth = 0
    private var hasElements = false
    private var start = (line: 1, column: 1)
    private(set) var line = 1
    private(set) var column = 1

    init(mostOctets: Int) {
        self.mostOctets = mostOctets
    }

    /// Whether the array has ended.
    var isComplete: Bool { mode == .behindArray }

    mutating func feed(_ more: some Sequence<UInt8>, to take: (Event) -> Void) {
        for octet in more {
            read(octet, take)
            if octet == UInt8(ascii: "\n") {
                line += 1
                column = 1
            } else {
                column += 1
            }
        }
    }

    private mutating func read(_ octet: UInt8, _ take: (Event) -> Void) {
        switch mode {
        case .beforeArray:
            if octet == UInt8(ascii: "[") {
                mode = .element
            } else if !Self.isBlank(octet) {
                take(.unexpected(line: line, column: column))
            }
        case .behindArray:
            if !Self.isBlank(octet) { take(.unexpected(line: line, column: column)) }
        case .string:
            append(octet)
            if octet == UInt8(ascii: "\\") { mode = .escape }
            if octet == UInt8(ascii: "\"") { mode = .element }
        case .escape:
            append(octet)
            mode = .string
        case .element: readElement(octet, take)
        }
    }

    private mutating func readElement(_ octet: UInt8, _ take: (Event) -> Void) {
        switch octet {
        case UInt8(ascii: ",") where depth == 0:
            endElement(take)
            hasElements = true
        case UInt8(ascii: "]") where depth == 0:
            if hasElements || !octets.isEmpty || isTooLong { endElement(take) }
            mode = .behindArray
        case UInt8(ascii: "{"), UInt8(ascii: "["):
            append(octet)
            depth += 1
        case UInt8(ascii: "}"), UInt8(ascii: "]"):
            append(octet)
            depth = max(0, depth - 1)
        case UInt8(ascii: "\""):
            append(octet)
            mode = .string
        default:
            if !octets.isEmpty || !Self.isBlank(octet) { append(octet) }
        }
    }

    private mutating func append(_ octet: UInt8) {
        if octets.isEmpty, !isTooLong { start = (line, column) }
        guard octets.count < mostOctets else {
            isTooLong = true
            return
        }
        octets.append(octet)
    }

    private mutating func endElement(_ take: (Event) -> Void) {
        if octets.isEmpty { start = (line, column) }
        if isTooLong {
            take(.tooLong(line: start.line, column: start.column))
        } else {
            take(.element(Element(octets: octets, line: start.line, column: start.column)))
        }
        octets.removeAll(keepingCapacity: true)
        isTooLong = false
    }

    private static func isBlank(_ octet: UInt8) -> Bool {
        octet == 0x20 || octet == 0x09 || octet == 0x0A || octet == 0x0D
    }
}
