import Testing

@testable import Core

@Suite("DNS messages there and back")
struct WireRoundTripTests {
    @Test("Three hundred made-up messages are read as they were written, whole and cut to any limit")
    func messages() throws {
        var made = MadeMessages(random: SeededGenerator(state: 1035))
        for _ in 0..<300 {
            let message = made.message()
            let octets = try message.encoded()
            let read = try WireMessage(decoding: octets)
            let isSame = read == message  // apart, since a failure would print both
            #expect(isSame)
            #expect(try read.encoded() == octets)

            let limit = Int.random(in: 600...1400, using: &made.random)
            let cut = try message.encoded(limit: limit)
            #expect(cut.count <= limit)
            let short = try WireMessage(decoding: cut)
            #expect(short.options == message.options && short.questions == message.questions)
            #expect(short.isTruncated || Set(short.answers) == Set(message.answers))
        }
    }

    @Test("A made-up message cut anywhere is refused, unless it says that it was cut")
    func cuts() throws {
        var made = MadeMessages(random: SeededGenerator(state: 6891))
        for _ in 0..<50 {
            let octets = try made.message().encoded()
            for length in octets.indices {
                #expect(throws: WireError.self) { try WireMessage(decoding: Array(octets[..<length])) }
            }
        }
    }

    @Test("A stream cut anywhere gives the same messages")
    func frames() throws {
        var made = MadeMessages(random: SeededGenerator(state: 7766))
        let messages = (0..<20).map { _ in made.message() }
        var stream: [UInt8] = []
        for message in messages { stream += try message.framed() }
        for _ in 0..<20 {
            var frames = WireFrames()
            var read: [WireMessage] = []
            var place = 0
            while place < stream.count {
                let end = min(stream.count, place + Int.random(in: 1...700, using: &made.random))
                frames.append(stream[place..<end])
                while let octets = frames.next() { read.append(try WireMessage(decoding: octets)) }
                place = end
            }
            #expect(read == messages && frames.pending == 0)
        }
    }

    @Test("Frames without octets are taken, and what is unfinished waits")
    func emptyFrames() {
        var frames = WireFrames()
        frames.append([0, 0, 0, 0, 0])
        #expect(frames.next() == [] && frames.next() == [] && frames.next() == nil)
        #expect(frames.pending == 1)
        frames.append([2, 7])
        #expect(frames.next() == nil && frames.pending == 3)
        frames.append([8, 9])
        #expect(frames.next() == [7, 8] && frames.pending == 1)
    }
}

/// Messages of all shapes, the same in every run.
struct MadeMessages {
    var random: SeededGenerator

    mutating func message() -> WireMessage {
        let flags = WireFlags(rawValue: number16()).subtracting(.truncated)
        let options = Bool.random(using: &random) ? options() : nil
        var message = WireMessage(
            header: WireHeader(
                id: number16(),
                flags: flags,
                opcode: WireOpcode(rawValue: number8() & 0x0F) ?? .query,
                responseCode: WireResponseCode(rawValue: number16() & (options == nil ? 0x000F : 0x0FFF))
            ),
            options: options
        )
        message.questions = list(0...2) { made in
            WireQuestion(made.name(), WireType(rawValue: made.number16())).mixingCase(by: made.octets(0...8))
        }
        message.answers = list(0...6) { $0.record() }
        message.authority = list(0...3) { $0.record() }
        message.additional = list(0...3) { $0.record() }
        return message
    }

    private mutating func options() -> WireOptions {
        var options = WireOptions(payloadSize: number16(), version: number8())
        options.flags = number16()
        options.options = list(0...3) { WireOption(code: $0.number16(), data: $0.octets(0...20)) }
        return options
    }

    private mutating func record() -> WireRecord {
        let kind = Int.random(in: 0..<7, using: &random)
        let (type, data): (UInt16, [UInt8]) =
            switch kind {
            case 0: (1, octets(4...4))
            case 1: (number16(from: [2, 5, 12, 39]), name().wire)
            case 2: (15, octets(2...2) + name().wire)
            case 3: (6, name().wire + name().wire + octets(20...20))
            case 4: (33, octets(6...6) + name().wire)
            case 5: (35, octets(4...4) + [0, 1, 0x61, 0] + name().wire)
            default: (number16(from: [16, 43, 64, 257, 65_280]), octets(0...60))
            }
        return WireRecord(
            owner: name(),
            type: WireType(rawValue: type),
            recordClass: number16(from: [1, 3, 255]),
            ttl: UInt32.random(in: 0...0x7FFF_FFFF, using: &random),
            data: data
        )
    }

    /// Names of few labels, so that many share their ends; some hold any octets, some are as long as names can be.
    private mutating func name() -> DomainName {
        let labels: [[UInt8]] =
            switch Int.random(in: 0..<10, using: &random) {
            case 0: list(0...3) { $0.octets(1...63) }
            case 1: Array(repeating: [0x61], count: Int.random(in: 0...127, using: &random))
            default: list(0...5) { [$0.number8() & 3 + 0x61] }
            }
        return (try? DomainName(labels: labels)) ?? .root
    }

    private mutating func list<Element>(_ counts: ClosedRange<Int>, _ make: (inout Self) -> Element) -> [Element] {
        (0..<Int.random(in: counts, using: &random)).map { _ in make(&self) }
    }

    private mutating func octets(_ counts: ClosedRange<Int>) -> [UInt8] { list(counts) { $0.number8() } }

    private mutating func number8() -> UInt8 { UInt8.random(in: 0...255, using: &random) }

    private mutating func number16() -> UInt16 { UInt16.random(in: 0...65_535, using: &random) }

    private mutating func number16(from choices: [UInt16]) -> UInt16 { choices.randomElement(using: &random) ?? 0 }
}
