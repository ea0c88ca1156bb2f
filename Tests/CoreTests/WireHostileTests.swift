import Testing

@testable import Core

@Suite("Hostile DNS messages")
struct WireHostileTests {
    private static let header: [UInt8] = [0, 1, 0x84, 0, 0, 1, 0, 0, 0, 0, 0, 0]
    private static let tail: [UInt8] = [0, 1, 0, 1]

    @Test("A message cut anywhere is an error, or whole up to the cut when it says so")
    func cut() throws {
        for length in WireSamples.answer.indices {
            #expect(throws: WireError.self) { try WireMessage(decoding: Array(WireSamples.answer[..<length])) }
        }
        var truncated = WireSamples.answer
        truncated[2] |= 0x02
        let question = 12 + 17 + 4
        for length in question..<truncated.count {
            let message = try WireMessage(decoding: Array(truncated[..<length]))
            #expect(message.isTruncated && message.answers.count <= 3)
        }
    }

    @Test(
        "Pointers to themselves, forwards and in circles are refused",
        arguments: [
            [0xC0, 12], [0xC0, 14], [0xC0, 200], [0xFF, 0xFF], [1, 0x61, 0xC0, 12], [1, 0x61, 0xC0, 14],
        ] as [[UInt8]]
    )
    func loops(name: [UInt8]) {
        #expect(throws: WireError.badPointer(at: 12 + name.count - 2)) {
            try WireMessage(decoding: Self.header + name + Self.tail)
        }
    }

    @Test("A pointer at any place of the message, from any place, ends in an answer or an error")
    func pointersEverywhere() {
        for place in 12..<(WireSamples.answer.count - 1) {
            for target in 0..<WireSamples.answer.count {
                var octets = WireSamples.answer
                octets[place] = 0xC0 | UInt8(target >> 8)
                octets[place + 1] = UInt8(target & 0xFF)
                exercise(octets)
            }
        }
    }

    @Test("A long chain of pointers is refused")
    func pointerChain() {
        var octets: [UInt8] = [0, 1, 0x84, 0, 0, 0, 0, 1, 0, 0, 0, 0]
        // One TXT record full of pointers, each to the one before, and a second record whose owner points at the last.
        octets[7] = 2
        octets += [0, 0, 16, 0, 1, 0, 0, 0, 0, 0x02, 0x00]
        let start = octets.count
        octets += [0, 0]
        for index in 0..<255 {
            let target = start + index * 2
            octets += [0xC0 | UInt8(target >> 8), UInt8(target & 0xFF)]
        }
        octets += [0xC0 | UInt8((start + 510) >> 8), UInt8((start + 510) & 0xFF), 0, 1, 0, 1, 0, 0, 0, 0, 0, 0]
        #expect(throws: WireError.badPointer(at: start + 510 - 250)) { try WireMessage(decoding: octets) }
    }

    @Test("A name grown beyond 255 octets is refused", arguments: [255, 256])
    func longName(length: Int) throws {
        var name: [UInt8] = []
        for _ in 0..<3 { name += [63] + [UInt8](repeating: 0x61, count: 63) }
        name += [UInt8(length - 194)] + [UInt8](repeating: 0x61, count: length - 194) + [0]
        let octets = Self.header + name + Self.tail
        if length == 255 {
            #expect(try WireMessage(decoding: octets).questions.first?.name.wire.count == 255)
        } else {
            #expect(throws: WireError.nameTooLong(at: 12)) { try WireMessage(decoding: octets) }
        }
    }

    @Test("Reserved label kinds are refused", arguments: [0x40, 0x80, 0x7F, 0xBF] as [UInt8])
    func reservedLabels(octet: UInt8) {
        #expect(throws: WireError.badLabel(at: 12)) { try WireMessage(decoding: Self.header + [octet] + Self.tail) }
    }

    @Test("Counts that promise more than anybody needs are refused before anything is read")
    func counts() {
        let octets: [UInt8] = [0, 1, 0x84, 0, 0xFF, 0xFF, 0xFF, 0xFF, 0, 0, 0, 0]
        #expect(throws: WireError.tooManyRecords(131_070)) { try WireMessage(decoding: octets) }
    }

    @Test("Data that are longer or shorter than their names are refused", arguments: [1, 3])
    func dataLength(length: Int) {
        var octets = WireSamples.answer
        let place = 12 + 17 + 4 + 11
        octets[place] = UInt8(length)
        #expect(throws: WireError.self) { try WireMessage(decoding: octets) }
    }

    @Test("Octets behind the last record are refused", arguments: [1, 2, 600])
    func trailing(count: Int) {
        let octets = WireSamples.answer + [UInt8](repeating: 0, count: count)
        #expect(throws: WireError.leftOver(octets: count, at: WireSamples.answer.count)) {
            try WireMessage(decoding: octets)
        }
    }

    @Test("A count that says more or less than is there is refused", arguments: [5, 7, 9, 11], [-1, 1, 40])
    func lyingCounts(place: Int, difference: Int) {
        var octets = WireSamples.answer
        octets[place] = UInt8(truncatingIfNeeded: Int(octets[place]) + difference)
        #expect(throws: WireError.self) { try WireMessage(decoding: octets) }
    }

    @Test(
        "A length that cuts or exceeds the fields of its type is refused",
        arguments: [
            (2, [], WireError.endsEarly(at: 23)), (2, [0, 1, 0], .leftOver(octets: 2, at: 24)),
            (15, [0], .endsEarly(at: 24)), (15, [0, 1, 0, 0], .leftOver(octets: 1, at: 26)),
            (6, [0, 0, 1, 2, 3], .endsEarly(at: 28)), (33, [0, 0, 0, 0, 0, 0], .endsEarly(at: 29)),
            (35, [0, 1, 0, 1, 9, 0x61], .endsEarly(at: 29)),
        ] as [(UInt8, [UInt8], WireError)]
    )
    func dataOfType(type: UInt8, data: [UInt8], error: WireError) {
        let record: [UInt8] = [0, 0, type, 0, 1, 0, 0, 0, 0, 0, UInt8(data.count)]
        let octets = [0, 1, 0x84, 0, 0, 0, 0, 1, 0, 0, 0, 0] + record + data
        #expect(throws: error) { try WireMessage(decoding: octets) }
    }

    @Test("RDATA that stand alone hold no pointers", arguments: [[0xC0, 0x00], [1, 0x61, 0xC0, 0]] as [[UInt8]])
    func pointersInData(octets: [UInt8]) {
        var reader = WireReader(octets)
        #expect(throws: WireError.badPointer(at: octets.count - 2)) { try reader.name() }
    }

    @Test("A reader of a part sees no more than the part, and the whole goes on behind it")
    func parts() throws {
        var reader = WireReader([3, 1, 2, 3, 4])
        let length = Int(try reader.number8())
        var part = try reader.part(length)
        #expect(try part.number16() == 0x0102)
        #expect(throws: WireError.endsEarly(at: 4)) { try part.number16() }
        #expect(throws: WireError.leftOver(octets: 1, at: 3)) { try part.end() }
        #expect(part.rest() == [3] && part.isAtEnd)
        #expect(throws: WireError.endsEarly(at: 5)) { try reader.part(2) }
        #expect(try reader.number8() == 4)
        #expect(throws: WireError.endsEarly(at: 5)) { try reader.take(-1) }
    }

    @Test("Ten thousand mutations of an answer are answered or refused, never more")
    func mutations() {
        var random = SeededGenerator(state: 20_261_124)
        for _ in 0..<10_000 {
            var octets = WireSamples.answer
            for _ in 0..<Int.random(in: 1...8, using: &random) {
                octets[Int.random(in: octets.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            exercise(Array(octets.prefix(Int.random(in: 0...octets.count, using: &random))))
        }
        for _ in 0..<2_000 {
            exercise(
                (0..<Int.random(in: 0...300, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) })
        }
    }

    /// Reads the octets and looks at every part; what is read has to be well formed.
    private func exercise(_ octets: [UInt8]) {
        guard let message = try? WireMessage(decoding: octets) else { return }
        for record in message.answers + message.authority + message.additional {
            #expect(record.owner.wire.count <= 255)
            _ = (record.address, record.target, record.joinedText, record.startOfAuthority)
            _ = message.following(record.owner, to: .txt)
        }
    }
}

/// SplitMix64: the same numbers in every run.
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
