import Testing

@testable import Terminal

@Suite("The terminal")
struct TerminalTests {
    @Test(
        "The locale of the user comes first, and UTF-8 where nothing speaks against it",
        arguments: [
            ("", ["C.UTF-8"]), ("C", ["C.UTF-8"]), ("POSIX", ["C.UTF-8"]), ("de_DE.UTF-8", ["de_DE.UTF-8", "C.UTF-8"]),
            ("de_DE.utf8@euro", ["de_DE.utf8@euro", "C.UTF-8"]), ("de_DE", ["de_DE", "C.UTF-8"]),
            ("de_DE.ISO-8859-1", ["de_DE.ISO-8859-1"]),
        ]
    )
    func locales(name: String, candidates: [String]) {
        #expect(LocaleChoice.candidates(for: name) == candidates)
    }

    @Test(
        "Characters become keys, controls too, and what nothing uses is left out",
        arguments: [
            (0x61, Key.character("a")), (0xE9, .character("é")), (0x4F8B, .character("例")), (0x0D, .enter),
            (0x0A, .enter),
            (0x09, .tab), (0x7F, .backspace), (0x08, .backspace), (0x1B, .escape), (0x0C, .control("l")),
            (0x01, .control("a")), (0x00, nil), (0x1C, nil), (0x9B, nil),
        ] as [(UInt32, Key?)]
    )
    func characters(value: UInt32, key: Key?) throws {
        #expect(KeyDecoder.key(character: try #require(Unicode.Scalar(value))) == key)
    }

    @Test(
        "Codes of ncurses become keys",
        arguments: [
            (0o403, Key.up), (0o402, .down), (0o522, .pageDown), (0o411, .function(1)), (0o424, .function(12)),
            (0o632, nil),
        ] as [(Int32, Key?)])
    func codes(code: Int32, key: Key?) {
        #expect(KeyDecoder.key(code: code) == key)
    }

    @Test(
        "Delays of a capability are not written by the rescue",
        arguments: [
            ("\u{1B}[m", "\u{1B}[m"), ("\u{1B}[m$<2>", "\u{1B}[m"), ("a$<10*/>b", "ab"), ("a$<", "a$<"), ("", ""),
        ]
    )
    func padding(capability: String, written: String) {
        #expect(CrashRescue.withoutPadding(Array(capability.utf8)) == Array(written.utf8))
    }

    @Test("Without a terminal there is no screen, and the reason is said")
    @MainActor
    func noTerminal() {
        #expect(throws: TerminalError.notATerminal) {
            _ = try Screen(Screen.Options(localeName: "", usesColor: true, terminalType: "xterm"))
        }
    }
}
