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
            guard let address = V6(presentation: Array(text.utf8)[...]) else { throw .notIPv6(text) }
            self = address
        }

        /// The 16 octets in network order.
        public var octets: [UInt8] {
            var octets: [UInt8] = []
            octets.reserveCapacity(16)
            for shift in stride(from: 120, through: 0, by: -8) {
                octets.append(UInt8(truncatingIfNeeded: (shift >= 64 ? high : low) >> UInt64(shift & 63)))
            }
            return octets
        }

        /// The eight groups, most significant first.
        public var groups: [UInt16] { (0..<8).map(group) }

        /// One of the eight groups, 0 the most significant.
        func group(_ index: Int) -> UInt16 {
            UInt16(truncatingIfNeeded: (index < 4 ? high : low) >> UInt64(48 - 16 * (index & 3)))
        }

        /// As ``text``, but mapped and compatible addresses end in dotted decimal, as the C library prints them
        /// (`::ffff:192.0.2.1`, `::192.0.2.1`; RFC 5952 5).
        var mixedText: String {
            guard high == 0, low >> 32 == 0xFFFF || (low >> 32 == 0 && low > 0xFFFF) else { return text }
            let dotted = V4(value: UInt32(truncatingIfNeeded: low)).text
            return (low >> 32 == 0 ? "::" : "::ffff:") + dotted
        }
    }
}

extension IPAddress.V6: CustomStringConvertible, Comparable {
    public var description: String { text }

    public static func < (left: IPAddress.V6, right: IPAddress.V6) -> Bool {
        (left.high, left.low) < (right.high, right.low)
    }
}
