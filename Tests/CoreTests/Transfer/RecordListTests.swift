import Testing

@testable import Core

@Suite("Records as JSON")
struct RecordListTests {
    private func read(_ text: String, pieces: Int = .max) -> (rows: [ImportRow], faults: [String]) {
        var reader = RecordListReader()
        var rows: [ImportRow] = []
        let octets = Array(text.utf8)
        for start in stride(from: 0, to: octets.count, by: min(pieces, max(1, octets.count))) {
            reader.feed(octets[start...].prefix(pieces)) { rows.append($0) }
        }
        reader.finish()
        return (rows, reader.faults.map { "\($0.line):\($0.column) \($0.code.rawValue)" })
    }

    @Test("An array of create bodies is read, in pieces of any size", arguments: [1, 2, 3, 7, .max])
    func bodies(pieces: Int) {
        let text = """
             [ {"name":"www","type":"A","content":"192.0.2.1","ttl":300,"disabled":true,"more":[{"a":"]},"}]},
              {"content":"\\"a,b\\"", "name":"@", "type":"TXT", "ttl":null, "comment":"x"}
            ]
            """
        let outcome = read(text, pieces: pieces)
        #expect(outcome.faults == [])
        #expect(
            outcome.rows == [
                ImportRow(name: "www", type: "A", content: "192.0.2.1", ttl: 300, isDisabled: true, line: 1),
                ImportRow(name: "@", type: "TXT", content: "\"a,b\"", comment: "x", line: 2),
            ])
    }

    @Test(
        "Every fault is told with its line, column and code",
        arguments: [
            ("", ["1:1 malformed"]), ("{}", ["1:1 malformed"]), ("[", ["1:2 malformed"]), ("[] x", ["1:4 malformed"]),
            ("[]", []), ("[\n1,\n{}]", ["2:1 malformed", "3:1 value_missing"]),
            ("[{},]", ["1:2 value_missing", "1:5 malformed"]),
            ("[\n {\"name\": ,\n}]", ["2:11 malformed"]), ("[{\n\"a\":1,\"a\":2}]", ["2:7 malformed"]),
            ("[{\"name\":1}]", ["1:2 invalid_value"]),
            (#"[{"name":"a","type":"A","content":"b","ttl":-1}]"#, ["1:2 invalid_ttl"]),
            (#"[{"name":"a","type":"A","content":"b","ttl":1.5}]"#, ["1:2 invalid_ttl"]),
            (#"[{"name":"a","type":"A","content":"b","ttl":2147483648}]"#, ["1:2 invalid_ttl"]),
            (#"[{"name":"a","type":"A","content":"b","disabled":1}]"#, ["1:2 invalid_value"]),
            (#"[{"name":"a","type":"A","content":"b","comment":1}]"#, ["1:2 invalid_value"]),
            ("[\"\(String(repeating: "a", count: 1 << 21))\",1]", ["1:2 entry_too_long", "1:2097157 malformed"]),
            ("[\(String(repeating: "[", count: 100))\(String(repeating: "]", count: 100))]", ["1:2 malformed"]),
        ]
    )
    func faults(text: String, expected: [String]) {
        let outcome = read(text)
        #expect(outcome.rows == [])
        #expect(outcome.faults == expected)
    }

    @Test("What is written reads back as it was")
    func readsBack() {
        let rows = [
            ImportRow(name: "@", type: "TXT", content: "\"a, \\\"b\\\"\"", ttl: 1, line: 2),
            ImportRow(name: "é\u{202E}", type: "A", content: "x\r\ny", isDisabled: true, comment: "]", line: 3),
        ]
        var writer = RecordListWriter()
        for row in rows { writer.append(row) }
        writer.finish()
        let outcome = read(String(decoding: writer.take(), as: UTF8.self), pieces: 5)
        #expect(outcome.faults == [])
        #expect(outcome.rows == rows)
        var empty = RecordListWriter()
        empty.finish()
        #expect(read(String(decoding: empty.take(), as: UTF8.self)).faults == [])
    }
}
