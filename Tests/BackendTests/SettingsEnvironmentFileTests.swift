import Testing

@testable import Backend

@Suite("The env file, in the grammar of systemd's EnvironmentFile")
struct SettingsEnvironmentFileTests {
    @Test(
        "A value is what systemd would make of it",
        arguments: [
            ("A=b", "b"),
            ("A=", ""),
            ("A = b c ", "b c"),
            ("  A=b", "b"),
            ("A=b\r\nC=d\r\n", "b"),
            ("A=\"b c \"", "b c "),
            ("A='b \"c\" \\n $d'", "b \"c\" \\n $d"),
            ("A=\"b\\\"c\\\\d\\$e\\`f\\g\"", "b\"c\\d$e`f\\g"),
            ("A=\"two\nlines\"", "two\nlines"),
            ("A=\"joined \\\nlines\"", "joined lines"),
            ("A=joined\\\nlines", "joinedlines"),
            ("A=[1, \\\n  2]", "[1,   2]"),
            ("A=b\\ ", "b "),
            ("A=\"b\" 'c'", "bc"),
            ("A=b\"c\"", "b\"c\""),
            ("A=it's", "it's"),
            ("A=b # no comment", "b # no comment"),
            ("A=$HOME", "$HOME"),
            ("A=b=c", "b=c"),
            ("A=b\nA=c", "c"),
            ("# A=x\n; A=y\n\nA=b", "b"),
            ("A=größe", "größe"),
        ]
    )
    func values(text: String, value: String) {
        let file = EnvironmentFile(text)
        #expect(file.entries["A"]?.value == value)
        #expect(file.faults.isEmpty)
    }

    @Test("A value knows its line", arguments: [("A=b", 1), ("\n# c\nA=b", 3), ("B=\"1\n2\"\nC=1\\\n2\nA=b", 5)])
    func lines(text: String, line: Int) {
        #expect(EnvironmentFile(text).entries["A"]?.line == line)
    }

    @Test(
        "A line that is no assignment is a fault with its number",
        arguments: [
            ("A=b\nnonsense", 2, "NAME=value, a comment or an empty line"),
            ("\nexport A=b", 2, "a name of letters, digits and underscores before the = (without \"export\")"),
            ("1A=b", 1, "a name of letters, digits and underscores before the = (without \"export\")"),
            ("=b", 1, "a name of letters, digits and underscores before the = (without \"export\")"),
            ("A='b\nC=d", 1, "a closing ' for the one on this line"),
            ("B=1\nA=\"b\nC=d", 2, "a closing \" for the one on this line"),
            ("# c \\\nA=b", 1, "no backslash at the end of a comment"),
        ]
    )
    func faults(text: String, line: Int, expected: String) {
        #expect(EnvironmentFile(text).faults == [EnvironmentFile.Fault(line: line, expected: expected)])
    }

    @Test("Several bad lines are reported together, and the good ones count")
    func goesOn() {
        let file = EnvironmentFile("one\nA=b\ntwo\nC=d")
        #expect(file.faults.map(\.line) == [1, 3])
        #expect(file.entries.mapValues(\.value) == ["A": "b", "C": "d"])
    }
}
