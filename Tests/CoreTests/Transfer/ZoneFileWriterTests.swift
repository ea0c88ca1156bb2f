import Testing

@testable import Core

@Suite("Writing zone files")
struct ZoneFileWriterTests {
    @Test("A file groups by owner, the apex first, in columns, and leaves out what is repeated")
    func looks() throws {
        let zone = try DomainName("example.org")
        let records = try [
            ("www.example.org", 300, "A", "192.0.2.1"), ("a.example.org", 3600, "AAAA", "2001:db8::1"),
            ("example.org", 3600, "MX", "10 mail.example.org."), ("example.org", 3600, "NS", "ns1.example.net."),
            ("a.example.org", 60, "A", "192.0.2.2"),
            ("example.org", 3600, "SOA", "ns1.example.net. hostmaster.example.org. 1 10800 3600 604800 3600"),
        ].map { owner, ttl, type, text in
            TransferRecord(
                owner: try DomainName(owner), ttl: UInt32(ttl),
                content: try RecordContent(type: #require(RecordType(type)), text: text, zone: zone))
        }
        let noted = TransferRecord(
            owner: zone.self, ttl: 5, content: records[2].content, isDisabled: true, comment: "old\n$TTL 1")
        let file = ZoneFileWriter.file(zone: zone, defaultTTL: 3600, records: records + [noted])
        #expect(
            String(decoding: file, as: UTF8.self) == """
                $ORIGIN example.org.
                $TTL 3600
                @                               IN SOA       ns1.example.net. hostmaster.example.org. (
                                                             1          ; serial
                                                             10800      ; refresh
                                                             3600       ; retry
                                                             604800     ; expire
                                                             3600       ; minimum
                                                             )
                                                IN NS        ns1.example.net.
                ; disabled: @                             5 IN MX        10 mail.example.org. ; old $TTL 1
                                                IN MX        10 mail.example.org.
                a                            60 IN A         192.0.2.2
                                                IN AAAA      2001:db8::1
                www                         300 IN A         192.0.2.1

                """)
    }

    static let formats = RecordFormats.all.map { $0.type }

    @Test("Every type's examples, under names of every octet, read back as they were", arguments: formats)
    func readsBack(type: RecordType) throws {
        let zone = try DomainName("example.org")
        let format = try #require(RecordFormats.byCode[type.code])
        let owners = try (UInt8.min...UInt8.max).map { try DomainName(labels: [[$0, 0x41], [0x61]]).appending(zone) }
        var records: [TransferRecord] = []
        for (index, example) in format.examples.valid.enumerated() {
            let content = RecordContent(stored: example.canonical, type: type)
            for (place, owner) in owners.enumerated() where place % format.examples.valid.count == index {
                records.append(TransferRecord(owner: owner, ttl: UInt32(place % 3) * 1800, content: content))
            }
            records.append(TransferRecord(owner: zone, ttl: 5, content: content))
            records.append(TransferRecord(owner: try DomainName("elsewhere.example.net"), ttl: 5, content: content))
        }
        let file = ZoneFileWriter.file(zone: zone, defaultTTL: 3600, records: records)
        var reader = ZoneFileReader(origin: .root)
        var again: [TransferRecord] = []
        reader.read(file) { again.append(TransferRecord($0)) }
        #expect(reader.faults == [])
        #expect(again == records.sorted())
    }

    @Test("Random octets never trap, and what is read of them reads back", arguments: 0..<40)
    func randomOctets(seed: UInt64) throws {
        var random = Numbers(state: seed)
        let words = [
            "$ORIGIN ", "$TTL ", "$GENERATE 1-3 ", "$INCLUDE ", "a ", "\n", "(", ")", "\"", ";", "\\", "\r\n", " A ",
            "TXT ", "192.0.2.1", "@ ", "60 ", "IN ", "\\# ", "x$ ", "${", "${1,2,n} ", "é", "\0", "SOA ", "1 ", "MX ",
        ]
        var text: [UInt8] = Array("$TTL 60\n".utf8)
        for _ in 0..<4000 { text += Array(words[Int(random.next() % UInt64(words.count))].utf8) }
        var records: [TransferRecord] = []
        var reader = ZoneFileReader(origin: try DomainName("example.org"))
        for start in stride(from: 0, to: text.count, by: 97) {
            reader.feed(text[start..<min(text.count, start + 97)]) { records.append(TransferRecord($0)) }
        }
        reader.finish { records.append(TransferRecord($0)) }
        records.sort()
        var again: [TransferRecord] = []
        var second = ZoneFileReader(origin: .root)
        second.read(ZoneFileWriter.file(zone: .root, defaultTTL: 60, records: records)) {
            again.append(TransferRecord($0))
        }
        #expect(second.faults == [])
        #expect(again == records)
        #expect(!reader.faults.isEmpty)
    }

    private struct Numbers {
        var state: UInt64

        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state >> 33
        }
    }
}
