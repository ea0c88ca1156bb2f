import Core
import Testing

/// Raw text and what is shown of it; reports print the latter, so that no test log obeys the former.
struct FilterSample: CustomTestStringConvertible, Sendable {
    let raw: String
    let shown: String

    init(_ raw: String, _ shown: String) {
        self.raw = raw
        self.shown = shown
    }

    var testDescription: String { shown }
}

@Suite("The terminal filter")
struct TerminalTextTests {
    @Test(
        "Controls that a terminal would obey print as escapes",
        arguments: [
            FilterSample("\u{1B}[2J", "\\u{1b}[2J"),
            FilterSample("\u{1B}]52;c;eA==\u{7}", "\\u{1b}]52;c;eA==\\u{7}"),
            FilterSample("\u{9B}31m", "\\u{9b}31m"),
            FilterSample("\u{9D}0;title\u{9C}", "\\u{9d}0;title\\u{9c}"),
            FilterSample("a\nb\tc\rd", "a\\u{a}b\\u{9}c\\u{d}d"),
            FilterSample("\u{0}\u{7F}", "\\u{0}\\u{7f}"),
            FilterSample("a\r\nb", "a\\u{d}\\u{a}b"),
            FilterSample("a\u{2028}b\u{2029}", "a\\u{2028}b\\u{2029}"),
        ]
    )
    func escapesControls(sample: FilterSample) {
        #expect(TerminalText(sample.raw).text == sample.shown)
    }

    @Test(
        "Controls that hide or reorder text print as escapes",
        arguments: [
            FilterSample("\u{202E}gnp.exe", "\\u{202e}gnp.exe"),
            FilterSample("\u{2066}a\u{2069}", "\\u{2066}a\\u{2069}"),
            FilterSample("a\u{200B}b\u{FEFF}", "a\\u{200b}b\\u{feff}"),
            FilterSample("a\u{AD}b\u{34F}", "a\\u{ad}b\\u{34f}"),
            FilterSample("👩\u{200D}💻", "👩\\u{200d}💻"),
            FilterSample("❤\u{FE0F}", "❤\\u{fe0f}"),
            FilterSample("\u{E0041}\u{3164}", "\\u{e0041}\\u{3164}"),
            FilterSample("\u{E000}\u{10FFFF}", "\\u{e000}\\u{10ffff}"),
        ]
    )
    func escapesInvisible(sample: FilterSample) {
        #expect(TerminalText(sample.raw).text == sample.shown)
    }

    @Test(
        "Ordinary text stays as it is",
        arguments: ["v=spf1 -all", "straße.example", "例え.jp", "Größe ✓ – “x”", "\\u{1b}", ""])
    func keepsText(raw: String) {
        #expect(TerminalText(raw).text == raw)
    }

    @Test("A combining mark stays on its character and prints as an escape where it has none")
    func marks() {
        #expect(TerminalText("e\u{301}").text.unicodeScalars.elementsEqual("e\u{301}".unicodeScalars))
        #expect(TerminalText("\u{301}e").text == "\\u{301}e")
        #expect(TerminalText("\u{1B}\u{301}").text == "\\u{1b}\\u{301}")
    }

    @Test("A pile of combining marks is cut at four")
    func pile() {
        let pile = TerminalText("e" + String(repeating: "\u{301}", count: 6)).text
        let kept = "e" + String(repeating: "\u{301}", count: 4) + "\\u{301}\\u{301}"
        #expect(pile.unicodeScalars.elementsEqual(kept.unicodeScalars))
    }

    @Test("Filtering twice is filtering once")
    func idempotent() {
        for raw in ["\u{1B}[0m", "👩\u{200D}💻", "\u{301}", "x"] {
            let once = TerminalText(raw)
            #expect(TerminalText(once.text) == once)
        }
    }

    @Test("Every code point stays or becomes its escape, and none passes that would be obeyed, hide or reorder")
    func everyCodePoint() {
        let forbidden: Set<Unicode.GeneralCategory> = [
            .control, .format, .lineSeparator, .paragraphSeparator, .unassigned, .privateUse,
        ]
        var wrong: [UInt32] = []
        for value in UInt32(0)...0x10FFFF {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let mustGo =
                forbidden.contains(scalar.properties.generalCategory) || scalar.properties.isBidiControl
                || scalar.properties.isDefaultIgnorableCodePoint
            let shown = TerminalText("a" + String(scalar)).text
            let expected = mustGo ? "a\\u{" + String(value, radix: 16) + "}" : "a" + String(scalar)
            if !shown.unicodeScalars.elementsEqual(expected.unicodeScalars) { wrong.append(value) }
        }
        #expect(wrong.isEmpty)
    }

    @Test("Filtering all of Unicode twice is filtering it once, from either end")
    func everyCodePointTwice() {
        let all = (UInt32(0)...0x10FFFF).compactMap { Unicode.Scalar($0) }
        for scalars in [all, all.reversed()] {
            let raw = String(String.UnicodeScalarView(scalars))
            let once = TerminalText(raw).text.unicodeScalars
            #expect(TerminalText(String(once)).text.unicodeScalars.elementsEqual(once))
            #expect(TerminalText(octets: raw.utf8).text.unicodeScalars.elementsEqual(once))
        }
    }

    @Test(
        "Octets that are no UTF-8 print as the escape of the replacement character",
        arguments: [
            ([0x61, 0xFF, 0x62], "a\\u{fffd}b"), ([0xC3], "\\u{fffd}"), ([0xC3, 0x28], "\\u{fffd}("),
            ([0xE2, 0x82, 0x61], "\\u{fffd}a"), ([0xED, 0xA0, 0x80], "\\u{fffd}\\u{fffd}\\u{fffd}"),
            ([0xF0, 0x9F, 0x98], "\\u{fffd}"), ([0xC3, 0xA9], "\u{E9}"), ([0x1B, 0x9B], "\\u{1b}\\u{fffd}"),
            ([0xC2, 0x9B], "\\u{9b}"), ([0x65, 0xFF, 0xCC, 0x81], "e\\u{fffd}\\u{301}"), ([], ""),
        ] as [([UInt8], String)]
    )
    func octets(octets: [UInt8], shown: String) {
        #expect(TerminalText(octets: octets).text == shown)
    }

    @Test("A megabyte of marks and escapes is filtered at once", .timeLimit(.minutes(1)))
    func large() {
        let raw = String(repeating: "e\u{301}\u{301}\u{301}\u{301}\u{301}\u{1B}\u{202E}", count: 100_000)
        let piece = "e\u{301}\u{301}\u{301}\u{301}\\u{301}\\u{1b}\\u{202e}"
        #expect(TerminalText(raw).text.utf8.count == piece.utf8.count * 100_000)
        #expect(TerminalText(String(repeating: "\u{1B}", count: 1_000_000)).text.utf8.count == 6_000_000)
    }

    @Test(
        "Wide characters take two columns and marks none",
        arguments: [
            ("abc", 3), ("例え", 4), ("e\u{301}", 1), ("한", 2), ("\u{1112}\u{1161}\u{11AB}", 2), ("🙂", 2), ("✓", 1),
            ("…", 1), ("─", 1), ("ｆ", 2), ("𠀀", 2), ("\u{5D0}\u{5B8}", 1), ("", 0),
        ]
    )
    func widths(text: String, columns: Int) {
        #expect(TextWidth.of(text) == columns)
    }

    @Test(
        "Text is cut with an ellipsis and never beyond its columns",
        arguments: [
            ("example.org", 20, "example.org"), ("example.org", 11, "example.org"), ("example.org", 8, "example…"),
            ("例え例え", 4, "例…"), ("例え例え", 5, "例え…"), ("abc", 1, "…"), ("abc", 0, ""), ("", 0, ""),
        ]
    )
    func truncates(raw: String, width: Int, shown: String) {
        let cut = TerminalText(raw).truncated(to: width)
        #expect(cut.text == shown)
        #expect(cut.width <= width)
    }

    @Test(
        "Text is filled to exactly its columns",
        arguments: [("a", "a    "), ("例え例え", "例え…"), ("例", "例   "), ("e\u{301}", "e\u{301}    ")])
    func pads(raw: String, shown: String) {
        #expect(TerminalText(raw).padded(to: 5) == shown)
    }
}
