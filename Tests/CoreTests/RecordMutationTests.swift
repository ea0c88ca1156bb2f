import Testing

@testable import Core
@testable import FuzzTargets

@Suite("Damaged RDATA")
struct RecordMutationTests {
    static let formats = RecordFormats.all.map { $0.type }

    @Test(
        "RDATA cut short, with one octet changed, or too long are refused, or are another content", arguments: formats)
    func damaged(type: RecordType) throws {
        let examples = try #require(RecordFormats.byCode[type.code]).examples
        let texts = examples.wire.map(\.text) + examples.valid.map(\.canonical)
        for text in texts {
            let rdata = try RecordContent(stored: text, type: type).wire()
            for place in rdata.indices.prefix(300) {
                try hold(Array(rdata[..<place]), type)
                for octet: UInt8 in [0, 1, 0x40, 0x7F, 0x80, 0xC0, 0xFF, rdata[place] &+ 1] {
                    var damaged = rdata
                    damaged[place] = octet
                    try hold(damaged, type)
                }
            }
            try hold(rdata + [0], type)
        }
    }

    private func hold(_ rdata: [UInt8], _ type: RecordType) throws {
        // What is refused needs no promises.
        guard let content = try? RecordContent(type: type, wire: rdata) else { return }
        _ = try holdContent(content)
    }
}
