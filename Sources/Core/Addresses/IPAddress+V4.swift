extension IPAddress {
    /// An IPv4 address: four decimal numbers 0-255, without leading zeros (RFC 6943 3.1.1, the strict form).
    public struct V4: Hashable, Sendable {
        /// The address as a number, most significant octet first: `192.0.2.1` is 0xC0000201.
        public let value: UInt32

        public init(value: UInt32) {
            self.value = value
        }

        /// - Throws: ``IPAddressError/notIPv4(_:)`` for anything but four plain numbers, octal and short forms included.
        public init(_ text: String) throws(IPAddressError) {
            guard let address = V4(presentation: Array(text.utf8)[...]) else { throw .notIPv4(text) }
            self = address
        }

        /// As ``init(_:)``, from octets, in one pass; nil when they are no address.
        public init?(presentation octets: ArraySlice<UInt8>) {
            var value: UInt32 = 0
            var part: UInt32 = 0
            var digits = 0
            var parts = 0
            for octet in octets {
                if isDigit(octet) {
                    // `010` is eight to some parsers and ten to others: refused.
                    guard digits == 0 || part != 0 else { return nil }
                    part = part * 10 + UInt32(octet - UInt8(ascii: "0"))
                    digits += 1
                    guard part <= 255 else { return nil }
                } else {
                    guard octet == UInt8(ascii: "."), digits > 0, parts < 3 else { return nil }
                    value = value << 8 | part
                    parts += 1
                    part = 0
                    digits = 0
                }
            }
            guard parts == 3, digits > 0 else { return nil }
            self.value = value << 8 | part
        }

        /// Exactly 4 octets in network order; nil otherwise.
        public init?(octets: some Collection<UInt8>) {
            guard octets.count == 4 else { return nil }
            value = octets.reduce(0) { $0 << 8 | UInt32($1) }
        }

        /// The 4 octets in network order.
        public var octets: [UInt8] {
            [
                UInt8(truncatingIfNeeded: value >> 24), UInt8(truncatingIfNeeded: value >> 16),
                UInt8(truncatingIfNeeded: value >> 8), UInt8(truncatingIfNeeded: value),
            ]
        }

        public var text: String {
            var octets: [UInt8] = []
            appendText(to: &octets)
            return String(decoding: octets, as: UTF8.self)
        }

        /// Appends ``text``.
        public func appendText(to octets: inout [UInt8]) {
            for shift in stride(from: 24, through: 0, by: -8) {
                let number = UInt8(truncatingIfNeeded: value >> UInt32(shift))
                if number >= 100 { octets.append(UInt8(ascii: "0") + number / 100) }
                if number >= 10 { octets.append(UInt8(ascii: "0") + number / 10 % 10) }
                octets.append(UInt8(ascii: "0") + number % 10)
                if shift > 0 { octets.append(UInt8(ascii: ".")) }
            }
        }
    }
}

extension IPAddress.V4: CustomStringConvertible, Comparable {
    public var description: String { text }

    public static func < (left: IPAddress.V4, right: IPAddress.V4) -> Bool { left.value < right.value }
}
