import Testing

@testable import API

@Suite("Requests on the wire")
struct RequestTests {
    @Test(
        "Percent-encoding keeps the unreserved characters and is taken back exactly",
        arguments: [
            ("abc-XYZ_0.9~", "abc-XYZ_0.9~"), ("a b+c", "a%20b%2Bc"), ("2001:db8::1", "2001%3Adb8%3A%3A1"),
            ("bücher/é", "b%C3%BCcher%2F%C3%A9"), ("%2F", "%252F"), ("\u{1}", "%01"), ("", ""),
        ]
    )
    func encoding(text: String, encoded: String) {
        #expect(PercentEncoding.encode(text) == encoded)
        #expect(PercentEncoding.decode(encoded) == text)
    }

    @Test("What is not percent-encoded UTF-8 is none", arguments: ["%", "%4", "%zz", "a%G1", "%FF", "%C3"])
    func badEncoding(text: String) {
        #expect(PercentEncoding.decode(text) == nil)
    }

    @Test("A plus is a blank in queries alone")
    func plus() {
        #expect(PercentEncoding.decode("a+b") == "a+b")
        #expect(PercentEncoding.decode("a+b", plusIsSpace: true) == "a b")
    }

    @Test("A target has its captures encoded once and its parameters in order")
    func target() {
        #expect(
            DomainEndpoints.show.target(DomainPath("0-28.2.0.192/x"), Nothing()) == "/api/v1/domains/0-28.2.0.192%2Fx")
        // A value that looks like a capture is no capture.
        #expect(
            RecordEndpoints.show.target(RecordPath("{record_id}", "r"), Nothing())
                == "/api/v1/domains/%7Brecord_id%7D/records/r")
        let query = DomainListQuery(
            status: .active, search: "a&b", sort: .nameDescending, page: PageRequest(page: 2, pageSize: 10))
        #expect(
            DomainEndpoints.list.target(Nothing(), query)
                == "/api/v1/domains/?page=2&page_size=10&status=active&search=a%26b&sort=-name")
        #expect(
            RecordEndpoints.list.target(DomainPath("a.test"), RecordListQuery()) == "/api/v1/domains/a.test/records")
        #expect(
            DomainEndpoints.delete.target(DomainPath("a.test"), DomainDeletionQuery(hard: true))
                == "/api/v1/domains/a.test?hard=true")
    }

    @Test("A query that was printed is read back as it was")
    func queries() throws {
        let domains = DomainListQuery(
            status: .inactive, domainType: .secondary, search: "ü %", sort: .createdAtDescending,
            page: PageRequest(page: 7, pageSize: 100))
        let domainTarget = DomainEndpoints.list.target(Nothing(), domains)
        #expect(try DomainListQuery(query: reader(domainTarget)) == domains)
        let records = RecordListQuery(
            type: "AAAA", name: "w+w", includeSystem: true, disabled: false, sort: .updatedAtDescending,
            page: PageRequest(page: 3, pageSize: 1))
        let recordTarget = RecordEndpoints.list.target(DomainPath("a.test"), records)
        #expect(try RecordListQuery(query: reader(recordTarget)) == records)
    }

    @Test("Of a repeated parameter the first counts; empty ones count as absent")
    func repeated() throws {
        let query = try reader("?page=2&page=3&search=&sort")
        #expect(try query.number("page", in: 1...9) == 2)
        #expect(try query.text("search") == nil)
        #expect(try DomainListQuery(query: query).sort == .name)
    }

    @Test(
        "A parameter outside its range is refused with its place",
        arguments: [
            ("page=0", "page"), ("page=1000001", "page"), ("page=x", "page"), ("page=99999999999999999999", "page"),
            ("page_size=0", "page_size"), ("page_size=101", "page_size"), ("page_size=-1", "page_size"),
            ("status=gone", "status"), ("sort=id", "sort"), ("domain_type=x", "domain_type"),
            ("search=" + String(repeating: "x", count: 1025), "search"),
        ]
    )
    func refused(text: String, name: String) {
        #expect {
            _ = try DomainListQuery(query: reader("?" + text))
        } throws: { ($0 as? SchemaError)?.faults.map(\.loc) == [["query", name]] }
    }

    @Test(
        "Flags take the words that people write",
        arguments: [("true", true), ("0", false), ("ON", true), ("no", false)])
    func flags(word: String, flag: Bool) throws {
        #expect(try reader("?hard=\(word)").flag("hard") == flag)
        #expect(throws: SchemaError.self) { try reader("?hard=maybe").flag("hard") }
    }

    @Test("A capture may not be missing, empty or endless")
    func captures() {
        for captures in [[:], ["domain_id": ""], ["domain_id": String(repeating: "x", count: 1025)]] {
            #expect(throws: SchemaError.self) { try DomainPath(captures: Captures(captures)) }
        }
    }

    private func reader(_ target: String) throws -> QueryReader {
        try #require(QueryReader(target.drop { $0 != "?" }.dropFirst()))
    }
}
