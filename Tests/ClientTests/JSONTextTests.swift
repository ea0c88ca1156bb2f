@testable import Client
import Testing

@Suite("JSON as text")
struct JSONTextTests {
    @Test(
        "The elements of a member are cut out as they were written, blanks between values aside",
        arguments: [
            (#"{"data":[{"a":1},{"b":[2,3]}],"total":2}"#, [#"{"a":1}"#, #"{"b":[2,3]}"#]),
            (#"{"total":2,"data":[ {"a" : "x, ]} \" y"} ,"# + "\n" + #"2 ] }"#, [#"{"a":"x, ]} \" y"}"#, "2"]),
            (#"{"data":[]}"#, []), (#"{"other":[1]}"#, []), (#"{"x":{"data":[1]},"data":[2]}"#, ["2"]),
            ("null", []), ("", []), (#"{"a":"data","b":[1]}"#, []),
        ]
    )
    func elements(json: String, elements: [String]) {
        #expect(
            JSONText.elements(of: "data", in: Array(json.utf8)).map { String(decoding: $0, as: UTF8.self) } == elements)
    }

    @Test("Brackets in strings do not nest")
    func depth() {
        #expect(JSONText.depth(of: Array(#"{"a":["[[[[\"[["]}"#.utf8), atMost: 32) == 2)
        #expect(JSONText.depth(of: Array("[[[".utf8), atMost: 2) == nil)
    }
}
