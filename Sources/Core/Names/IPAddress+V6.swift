extension IPAddress {
    /// An IPv6 address (RFC 4291); read in every text form of its section 2.2, printed after RFC 5952.
    public struct V6: Hashable, Sendable {
        /// The eight 16-bit groups, most significant first.
        private let high: UInt64
        private let low: UInt64

        /// The address as a number, most significant octet first.
        public var value: UInt128 { UInt128(high) << 64 | UInt128(low) }

        public init(value: UInt128) {
            high = UInt64(truncatingIfNeeded: value >> 64)
            low = UInt64(truncatingIfNeeded: value)
        }

        /// Exactly 16 octets in network order; nil otherwise.
        public init?(octets: some Collection<UInt8>) {
            guard octets.count == 16 else { return nil }
            high = octets.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
            low = octets.dropFirst(8).reduce(0) { $0 << 8 | UInt64($1) }
        }

        /// - Throws: ``IPAddressError/notIPv6(_:)``, also for a zone index (`fe80::1%eth0`).
        public init(_ text: String) throws(IPAddressError) {
            guard let groups = Self.groups(of: text) else { throw .notIPv6(text) }
            high = groups.prefix(4).reduce(0) { $0 << 16 | UInt64($1) }
            low = groups.dropFirst(4).reduce(0) { $0 << 16 | UInt64($1) }
        }

        /// The 16 octets in network order.
        public var octets: [UInt8] {
            [high, low].flatMap { half in
                stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: half >> $0) }
            }
        }

        /// The eight groups, most significant first.
        public var groups: [UInt16] {
            [high, low].flatMap { half in [48, 32, 16, 0].map { UInt16(truncatingIfNeeded: half >> $0) } }
        }

        /// RFC 5952 4: lower case, no leading zeros, the first of the longest runs of two or more zero groups as `::`.
        ///
        /// The mixed form of its section 5 (`::ffff:192.0.2.1`) is not used: PowerDNS refuses it in AAAA contents.
        public var text: String {
            let groups = self.groups
            let hex = groups.map { String($0, radix: 16) }
            guard let run = Self.longestZeroRun(groups) else { return hex.joined(separator: ":") }
            return hex[..<run.lowerBound].joined(separator: ":") + "::"
                + hex[run.upperBound...].joined(separator: ":")
        }

        /// As ``text``, but mapped and compatible addresses end in dotted decimal, as the C library prints them
        /// (`::ffff:192.0.2.1`, `::192.0.2.1`; RFC 5952 5).
        var mixedText: String {
            guard high == 0, low >> 32 == 0xFFFF || (low >> 32 == 0 && low > 0xFFFF) else { return text }
            let dotted = V4(value: UInt32(truncatingIfNeeded: low)).text
            return (low >> 32 == 0 ? "::" : "::ffff:") + dotted
        }

        private static func longestZeroRun(_ groups: [UInt16]) -> Range<Int>? {
            var longest = 0..<0
            var start = 0
            for index in groups.indices {
                guard groups[index] == 0 else {
                    start = index + 1
                    continue
                }
                if index + 1 - start > longest.count { longest = start..<(index + 1) }
            }
            return longest.count >= 2 ? longest : nil
        }

        private static func groups(of text: String) -> [UInt16]? {
            let octets = Array(text.utf8.prefix(46))
            guard octets.count <= 45 else { return nil }
            guard let gap = doubleColon(in: octets) else {
                guard let groups = groups(ofPart: octets[...], mayEndInIPv4: true), groups.count == 8 else {
                    return nil
                }
                return groups
            }
            guard let head = groups(ofPart: octets[..<gap], mayEndInIPv4: false),
                let tail = groups(ofPart: octets[(gap + 2)...], mayEndInIPv4: true), head.count + tail.count <= 7
            else { return nil }
            return head + Array(repeating: 0, count: 8 - head.count - tail.count) + tail
        }

        /// Where the first `::` stands. A second one leaves an empty group, which ``groups(ofPart:mayEndInIPv4:)`` refuses.
        private static func doubleColon(in octets: [UInt8]) -> Int? {
            octets.indices.dropLast().first { octets[$0] == colon && octets[$0 + 1] == colon }
        }

        private static func groups(ofPart part: ArraySlice<UInt8>, mayEndInIPv4: Bool) -> [UInt16]? {
            guard !part.isEmpty else { return [] }
            let pieces = part.split(separator: colon, omittingEmptySubsequences: false)
            var groups: [UInt16] = []
            for (index, piece) in pieces.enumerated() {
                if mayEndInIPv4, index == pieces.count - 1, let octets = V4.octets(of: piece) {
                    groups.append(UInt16(octets[0]) << 8 | UInt16(octets[1]))
                    groups.append(UInt16(octets[2]) << 8 | UInt16(octets[3]))
                    continue
                }
                guard (1...4).contains(piece.count) else { return nil }
                var group: UInt16 = 0
                for digit in piece {
                    guard let value = hexValue(digit) else { return nil }
                    group = group << 4 | UInt16(value)
                }
                groups.append(group)
            }
            return groups
        }

        private static func hexValue(_ digit: UInt8) -> UInt8? {
            switch digit {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
            case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
            case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
            default: nil
            }
        }

        private static let colon = UInt8(ascii: ":")
    }
}

extension IPAddress.V6: CustomStringConvertible, Comparable {
    public var description: String { text }

    public static func < (left: IPAddress.V6, right: IPAddress.V6) -> Bool {
        (left.high, left.low) < (right.high, right.low)
    }
}
