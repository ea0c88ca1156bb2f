import Testing

@testable import Core

@Suite("Reading JSON")
struct JSONReaderTests {
    private func error(_ octets: [UInt8], limits: JSONLimits = .body) -> JSONError? {
        do throws(JSONError) {
            _ = try JSONValue(json: octets, limits: limits)
            return nil
        } catch {
            return error
        }
    }

    @Test(
        "What is not JSON is refused at its place",
        arguments: [
            ("", .unexpectedEnd), ("  ", .unexpectedEnd), ("{", .unexpectedEnd), ("[1", .unexpectedEnd),
            ("\"a", .unexpectedEnd), ("tru", .unexpectedEnd), ("nulL", .unexpected(at: 3)), ("1 2", .unexpected(at: 2)),
            ("[1,]", .unexpected(at: 3)), ("[,1]", .unexpected(at: 1)), ("{\"a\":1,}", .unexpected(at: 7)),
            ("{a:1}", .unexpected(at: 1)), ("{\"a\" 1}", .unexpected(at: 5)), ("{1:1}", .unexpected(at: 1)),
            ("[1}", .unexpected(at: 2)), ("'a'", .unexpected(at: 0)), ("NaN", .unexpected(at: 0)),
            ("+1", .unexpected(at: 0)), ("01", .unexpected(at: 1)), ("-", .unexpectedEnd), ("1.", .unexpectedEnd),
            (".5", .unexpected(at: 0)), ("1e", .unexpectedEnd), ("1e+", .unexpectedEnd), ("0x10", .unexpected(at: 1)),
            ("-Infinity", .unexpected(at: 1)), ("1e400", .numberOutOfRange(at: 0)),
            ("[-1e400]", .numberOutOfRange(at: 1)),
            ("\u{FEFF}1", .unexpected(at: 0)), ("/**/1", .unexpected(at: 0)), ("\u{A0}1", .unexpected(at: 0)),
            ("\"\t\"", .control(at: 1)), ("\"a\u{0}\"", .control(at: 2)), ("\"\\x\"", .badEscape(at: 1)),
            ("\"\\u12g4\"", .badEscape(at: 1)), ("\"\\u12", .unexpectedEnd), ("\"\\", .unexpectedEnd),
            ("\"\\uD800\"", .loneSurrogate(at: 1)), ("\"\\uDC00\"", .loneSurrogate(at: 1)),
            ("\"\\uD800\\uD800\"", .loneSurrogate(at: 1)), ("\"a\\uD83Dx\"", .loneSurrogate(at: 2)),
            ("\"\\uD83D\\n\"", .loneSurrogate(at: 1)), ("{\"a\":1,\"a\":2}", .duplicateName("a", at: 7)),
            ("{\"a\":1,\"\\u0061\":2}", .duplicateName("a", at: 7)),
            ("[{\"b\":{},\"b\":0}]", .duplicateName("b", at: 9)),
        ] as [(String, JSONError)]
    )
    func refuses(text: String, reason: JSONError) {
        #expect(error(Array(text.utf8)) == reason)
    }

    @Test(
        "Octets that are no UTF-8 are refused at their place (RFC 3629 4)",
        arguments: [
            [0x80], [0xC0, 0x80], [0xC1, 0xBF], [0xC3], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xED, 0xBF, 0xBF],
            [0xF0, 0x80, 0x80, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xFF], [0xE2, 0x82],
            [0xE2, 0x28, 0xA1], [0xF0, 0x9F, 0x98],
        ] as [[UInt8]]
    )
    func notUTF8(octets: [UInt8]) {
        #expect(error([0x22] + octets + [0x22]) == .notUTF8(at: 1))
    }

    @Test("Every code point may stand in a string, and is read as it is")
    func everyScalar() throws {
        var text = "\""
        var count = 0
        for value in UInt32(0x20)...0x10FFFF where value != 0x22 && value != 0x5C {
            guard let scalar = Unicode.Scalar(value) else { continue }
            text.unicodeScalars.append(scalar)
            count += 1
        }
        guard case .string(let read) = try JSONValue(json: Array((text + "\"").utf8)) else {
            Issue.record("no string")
            return
        }
        #expect(read.unicodeScalars.count == count)
    }

    @Test("Nesting is taken up to the limit and refused beyond it, however deep it goes")
    func depth() {
        func nested(_ depth: Int) -> [UInt8] {
            Array((String(repeating: "[", count: depth) + String(repeating: "]", count: depth)).utf8)
        }
        #expect(error(nested(32)) == nil)
        #expect(error(nested(33)) == .tooDeep(limit: 32))
        #expect(error(Array(String(repeating: "{\"a\":", count: 1_000_000).utf8)) == .tooDeep(limit: 32))
        let widest = JSONLimits(octets: 1_000_000, depth: 100_000)
        #expect(error(nested(512), limits: widest) == nil)
        #expect(error(nested(513), limits: widest) == .tooDeep(limit: 512))
    }

    @Test("A text over its limit and a number of more than 1,000 characters are refused")
    func size() {
        #expect(error(Array("[1,2]".utf8), limits: JSONLimits(octets: 4, depth: 8)) == .tooLarge(limit: 4))
        #expect(error(Array(("0." + String(repeating: "1", count: 998)).utf8)) == nil)
        #expect(error(Array(("0." + String(repeating: "1", count: 999)).utf8)) == .numberOutOfRange(at: 0))
    }

    @Test("Too small a number is zero, and an integer beyond 2^53 the nearest double")
    func rounding() throws {
        #expect(try JSONValue(json: Array("1e-400".utf8)).canonicalText == "0")
        #expect(try JSONValue(json: Array("9007199254740993".utf8)).canonicalText == "9007199254740992")
    }

    @Test("Whatever octets come, they are read or refused, and what is read is stable")
    func anything() throws {
        var generator = SplitMix(state: 1)
        let alphabet = Array("{}[]\",:\\u0123dD89.eE+-truefalsn \u{C3}\u{28}".utf8)
        for _ in 0..<20_000 {
            let octets = (0..<Int.random(in: 0...24, using: &generator)).map { _ in
                alphabet.randomElement(using: &generator) ?? 0
            }
            // Refusals are fine here: only what is taken is looked at.
            guard let value = try? JSONValue(json: octets) else { continue }
            #expect(try JSONValue(json: value.canonicalOctets).canonicalOctets == value.canonicalOctets)
        }
    }
}
