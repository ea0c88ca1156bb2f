/// What a query asks, in the exact letters it asks with (class IN).
public struct WireQuestion: Hashable, Sendable {
    public let name: DomainName
    public let type: WireType
    /// The name on the wire in upper and lower case as sent. A server echoes it, so the case is a check against forged
    /// answers (draft-vixie-dnsext-dns0x20).
    public let spelling: [UInt8]
    /// 1 is IN; another one can only come from a peer.
    let recordClass: UInt16

    /// A question in lower case.
    public init(_ name: DomainName, _ type: WireType) {
        self.init(name: name, type: type, spelling: name.wire, recordClass: 1)
    }

    init(name: DomainName, type: WireType, spelling: [UInt8], recordClass: UInt16) {
        self.name = name
        self.type = type
        self.spelling = spelling
        self.recordClass = recordClass
    }

    /// The same question with each letter in the case that one bit of `random` decides (most significant bit first, reused
    /// from the start when there are more letters than bits).
    public func mixingCase(by random: [UInt8]) -> WireQuestion {
        guard !random.isEmpty else { return self }
        var bit = 0
        var spelling = name.wire
        var index = 0
        while index < spelling.count, spelling[index] != 0 {
            let end = index + 1 + Int(spelling[index])
            for position in (index + 1)..<end
            where (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(spelling[position]) {
                let isUpper = random[(bit / 8) % random.count] & (0x80 >> (bit % 8)) != 0
                if isUpper { spelling[position] -= 32 }
                bit += 1
            }
            index = end
        }
        return WireQuestion(name: name, type: type, spelling: spelling, recordClass: recordClass)
    }

    /// Whether both ask the same, whatever the case of the letters.
    func isSame(as other: WireQuestion) -> Bool {
        name == other.name && type == other.type && recordClass == other.recordClass
    }
}
