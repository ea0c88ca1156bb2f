import Testing

@testable import Core

@Suite("Canonical JSON (RFC 8785)")
struct CanonicalJSONTests {
    private func canonical(_ text: String) throws -> String { try JSONValue(json: Array(text.utf8)).canonicalText }

    @Test("The sample of RFC 8785 3.2.2 becomes the octets of 3.2.4")
    func mainSample() throws {
        let text = #"""
            {
              "numbers": [333333333.33333329, 1E30, 4.50,
                          2e-3, 0.000000000000000000000000001],
              "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
              "literals": [null, true, false]
            }
            """#
        let hex = """
            7b226c69746572616c73223a5b6e756c6c2c747275652c66616c73655d2c226e756d62657273223a
            5b3333333333333333332e333333333333332c31652b33302c342e352c302e3030322c31652d3237
            5d2c22737472696e67223a22e282ac245c75303030665c6e4127425c225c5c5c5c5c222f227d
            """
        let octets = try JSONValue(json: Array(text.utf8)).canonicalOctets
        #expect(octets.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() == hex.filter { $0 != "\n" })
    }

    @Test("Members are sorted by the UTF-16 code units of their names (RFC 8785 3.2.3)")
    func sorting() throws {
        let text = #"""
            {"\u20ac": "Euro Sign", "\r": "Carriage Return", "\ufb33": "Hebrew Letter Dalet With Dagesh", "1": "One",
             "\ud83d\ude00": "Emoji: Grinning Face", "\u0080": "Control", "\u00f6": "Latin Small Letter O With Diaeresis"}
            """#
        guard case .object(let object) = try JSONValue(json: Array(text.utf8)) else {
            Issue.record("no object")
            return
        }
        let values = object.members.map { $0.value }
        #expect(
            values
                == [
                    "Carriage Return", "One", "Control", "Latin Small Letter O With Diaeresis", "Euro Sign",
                    "Emoji: Grinning Face", "Hebrew Letter Dalet With Dagesh",
                ]
                .map { JSONValue.string($0) })
    }

    @Test(
        "Numbers print as ECMAScript prints them (RFC 8785 appendix B)",
        arguments: [
            (0x0000_0000_0000_0000, "0"), (0x8000_0000_0000_0000, "0"), (0x0000_0000_0000_0001, "5e-324"),
            (0x8000_0000_0000_0001, "-5e-324"), (0x7fef_ffff_ffff_ffff, "1.7976931348623157e+308"),
            (0xffef_ffff_ffff_ffff, "-1.7976931348623157e+308"), (0x4340_0000_0000_0000, "9007199254740992"),
            (0xc340_0000_0000_0000, "-9007199254740992"), (0x4430_0000_0000_0000, "295147905179352830000"),
            (0x44b5_2d02_c7e1_4af5, "9.999999999999997e+22"), (0x44b5_2d02_c7e1_4af6, "1e+23"),
            (0x44b5_2d02_c7e1_4af7, "1.0000000000000001e+23"), (0x444b_1ae4_d6e2_ef4e, "999999999999999700000"),
            (0x444b_1ae4_d6e2_ef4f, "999999999999999900000"), (0x444b_1ae4_d6e2_ef50, "1e+21"),
            (0x3eb0_c6f7_a0b5_ed8c, "9.999999999999997e-7"), (0x3eb0_c6f7_a0b5_ed8d, "0.000001"),
            (0x41b3_de43_5555_5553, "333333333.3333332"), (0x41b3_de43_5555_5554, "333333333.33333325"),
            (0x41b3_de43_5555_5555, "333333333.3333333"), (0x41b3_de43_5555_5556, "333333333.3333334"),
            (0x41b3_de43_5555_5557, "333333333.33333343"), (0xbecb_f647_612f_3696, "-0.0000033333333333333333"),
            (0x4314_3ff3_c1cb_0959, "1424953923781206.2"),
        ] as [(UInt64, String)]
    )
    func numbers(bits: UInt64, text: String) throws {
        #expect(try #require(JSONNumber(Double(bitPattern: bits))).text == text)
    }

    @Test(
        "Infinities and what is not a number are no numbers of JSON",
        arguments: [0x7fff_ffff_ffff_ffff, 0x7ff0_0000_0000_0000])
    func notFinite(bits: UInt64) {
        #expect(JSONNumber(Double(bitPattern: bits)) == nil)
    }

    @Test("Every printed number reads back as the same double")
    func roundTrip() throws {
        var generator = SplitMix(state: 8785)
        for _ in 0..<20_000 {
            guard let number = JSONNumber(Double(bitPattern: generator.next())) else { continue }
            #expect(Double(number.text) == number.double)
            #expect(try JSONValue(json: Array(number.text.utf8)) == .number(number))
        }
    }

    @Test("Powers of ten change their form at 1e21 and below 1e-6")
    func powers() throws {
        for exponent in -30...30 {
            let text = try #require(Double("1e\(exponent)").flatMap { JSONNumber($0) }).text
            let isPlain = (-6...20).contains(exponent)
            #expect(text.contains("e") != isPlain, "\(text)")
        }
    }

    @Test(
        "Integers keep their value up to 2^53 and are refused beyond",
        arguments: [(0, "0"), (-1, "-1"), (9_007_199_254_740_992, "9007199254740992"), (9_007_199_254_740_993, nil)]
            as [(Int64, String?)]
    )
    func integers(integer: Int64, text: String?) {
        #expect(JSONNumber(exactly: integer)?.text == text)
    }

    @Test(
        "Only what has to be escaped is escaped",
        arguments: [
            (#""\u0008\u0009\u000a\u000c\u000d""#, #""\b\t\n\f\r""#), (#""\u0000\u001f""#, #""\u0000\u001f""#),
            (#""\/\"\\""#, #""/\"\\""#), ("\"\u{7F}\u{80}\u{2028}é\"", "\"\u{7F}\u{80}\u{2028}é\""),
            (#""\uD83D\uDE00""#, "\"😀\""), (#"[ 1 , -0 , 1.0 , 1E2 ]"#, "[1,0,1,100]"),
            (#"{"b":{},"a":[]}"#, #"{"a":[],"b":{}}"#),
            (" null\r\n\t", "null"),
        ]
    )
    func strings(text: String, expected: String) throws {
        #expect(try canonical(text).unicodeScalars.elementsEqual(expected.unicodeScalars))
    }

    @Test("Strings that look alike are different values and names, also in canonical form")
    func noNormalization() throws {
        let value = try JSONValue(json: Array("{\"\u{E9}\":1,\"e\u{301}\":2}".utf8))
        #expect(value.canonicalText.unicodeScalars.elementsEqual("{\"e\u{301}\":2,\"\u{E9}\":1}".unicodeScalars))
        #expect(JSONValue.string("\u{E9}") != .string("e\u{301}"))
    }

    @Test("The canonical form of a canonical form is itself, and the order of members does not matter")
    func stable() throws {
        let once = try canonical(#"{"z":[1,{"b":"x","a":null}],"a":1.50}"#)
        #expect(once == #"{"a":1.5,"z":[1,{"a":null,"b":"x"}]}"#)
        #expect(try canonical(once) == once)
        let made = JSONValue.object([("b", .bool(true)), ("a", .null), ("b", .bool(false))])
        #expect(made.canonicalText == #"{"a":null,"b":false}"#)
        #expect(made == .object([("a", .null), ("b", .bool(false))]))
    }

    @Test("A value nested 10,000 deep is written without a stack of that depth")
    func deep() {
        var value = JSONValue.null
        for _ in 0..<10_000 { value = .array([value]) }
        #expect(value.canonicalOctets.count == 20_004)
    }
}

/// Numbers that look random and are the same in each run (Steele, Lea, Flood 2014).
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
