import Testing

@testable import Core

@Suite("Records as comma-separated values")
struct RecordTableTests {
    private static let header = "name,type,content,ttl,disabled\r\n"

    private func read(_ text: String, pieces: Int = .max) -> (rows: [ImportRow], faults: [String]) {
        var reader = RecordTableReader()
        var rows: [ImportRow] = []
        let octets = Array(text.utf8)
        for start in stride(from: 0, to: octets.count, by: min(pieces, max(1, octets.count))) {
            reader.feed(octets[start...].prefix(pieces)) { rows.append($0) }
        }
        reader.finish { rows.append($0) }
        return (rows, reader.faults.map { "\($0.line):\($0.column) \($0.code.rawValue)" })
    }

    @Test(
        "Rows are read with and without quotes, line ends of both kinds, in pieces of any size",
        arguments: [1, 2, 3, 7, .max])
    func rows(pieces: Int) {
        let text = Self.header + "www,A,192.0.2.1,300,false\n\"@\",TXT,\"\"\"a, b\"\"\",,TRUE\r\n\r\nx,TXT,\"a\nb\",0,"
        let outcome = read(text, pieces: pieces)
        #expect(outcome.faults == [])
        #expect(
            outcome.rows == [
                ImportRow(name: "www", type: "A", content: "192.0.2.1", ttl: 300, line: 2),
                ImportRow(name: "@", type: "TXT", content: "\"a, b\"", isDisabled: true, line: 3),
                ImportRow(name: "x", type: "TXT", content: "a\nb", ttl: 0, line: 5),
            ])
    }

    @Test("Columns may stand in any order, with comments, and those that are optional may be missing")
    func columns() {
        #expect(
            read("Content,TYPE,name,comment\n192.0.2.1,A,www,old\n").rows == [
                ImportRow(name: "www", type: "A", content: "192.0.2.1", comment: "old", line: 2)
            ])
    }

    @Test(
        "Every fault is told with its line, column and code, and the next row is read",
        arguments: [
            ("", ["1:1 column_missing"]), ("name,type\n", ["1:1 column_missing"]),
            ("name,type,content,colour\n", ["1:19 unknown_column"]), ("name,name,content\n", ["1:6 unknown_column"]),
            (header + "a,A\nb,A,c,1x,\n", ["2:1 invalid_row", "3:7 invalid_ttl"]),
            (header + "a,A,b,2147483648,\nb,A,c,1,maybe\n", ["2:7 invalid_ttl", "3:9 invalid_value"]),
            (header + "a,A,b\"c,1,\nb,A,\"c\"d,1,\n", ["2:6 invalid_row", "3:8 invalid_row"]),
            (header + "a,A,\"b,1,\n", ["2:5 unclosed_quote"]), (header + "a,A,b\rc,1,\n", ["2:7 invalid_row"]),
            (header + String(repeating: ",", count: 40) + "\n", ["2:32 invalid_row"]),
            (header + String(repeating: "a", count: 1 << 21) + "\n", ["2:1048577 entry_too_long"]),
        ]
    )
    func faults(text: String, expected: [String]) {
        let outcome = read(text)
        #expect(outcome.faults == expected)
        #expect(outcome.rows == [])
        guard expected.allSatisfy({ !$0.hasPrefix("1:") && !$0.hasSuffix("unclosed_quote") }) else { return }
        #expect(read(text + "z,A,192.0.2.1,1,\n").rows.map(\.name) == ["z"])
    }

    @Test("Octets that are no UTF-8 are a fault")
    func notUTF8() {
        var reader = RecordTableReader()
        reader.feed(Array(Self.header.utf8) + [0xFF] + Array(",A,b,1,\n".utf8)) { _ in }
        #expect(reader.faults.map(\.code) == [.invalidValue])
    }

    @Test("What is written reads back as it was")
    func readsBack() {
        let rows = [
            ImportRow(name: "@", type: "TXT", content: "\"a, \\\"b\\\"\"", ttl: 1, line: 2),
            ImportRow(name: "=1+1", type: "A", content: "x\r\ny", isDisabled: true, line: 3),
            ImportRow(name: "", type: "", content: "\"", ttl: 2_147_483_647, line: 5),
        ]
        var writer = RecordTableWriter()
        for row in rows { writer.append(row) }
        let outcome = read(String(decoding: writer.take(), as: UTF8.self), pieces: 5)
        #expect(outcome.faults == [])
        #expect(outcome.rows == rows)
    }
}
