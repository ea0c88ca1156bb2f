import Core
import Foundation
import Testing

@testable import API

/// Encodes as the server does, with keys in order so that texts can be compared.
func wire(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
}

/// Decodes what was written by hand.
func value<Value: Decodable>(_ type: Value.Type, _ text: String) throws -> Value {
    try JSONDecoder().decode(type, from: Data(text.utf8))
}

@Suite("Replies on the wire")
struct ReplyTests {
    static let moment = Timestamp(seconds: 1_795_497_622)

    static let summary = DomainSummary(
        id: "01930000-0000-7000-8000-000000000001", name: "xn--bcher-kva.example", unicodeName: "bücher.example",
        domainType: .reverseIPv4, status: .pendingValidation, defaultTTL: 3600, description: nil, dnssecEnabled: false,
        syncStatus: .pending, createdAt: moment, updatedAt: moment)

    static let summaryText = """
        "created_at":"2026-11-24T05:20:22Z","default_ttl":3600,"dnssec_enabled":false,\
        "domain_type":"reverse_ipv4","id":"01930000-0000-7000-8000-000000000001","name":"xn--bcher-kva.example"
        """

    static let validation = Validation(
        id: "v", status: .failed, challengeValue: "scaidns-verify=00",
        dnsRecord: Validation.ChallengeRecord(
            name: "_scaidns-verify.example.org", type: "TXT", value: "scaidns-verify=00", ttl: 3600),
        expiresAt: moment, createdAt: moment, lastCheckedAt: moment, lastMessage: "no", attempts: 2, nextCheckAt: moment
    )

    static let validationText = """
        {"attempts":2,"challenge_value":"scaidns-verify=00","created_at":"2026-11-24T05:20:22Z",\
        "dns_record":{"name":"_scaidns-verify.example.org","ttl":3600,"type":"TXT","value":"scaidns-verify=00"},\
        "expires_at":"2026-11-24T05:20:22Z","id":"v","last_checked_at":"2026-11-24T05:20:22Z","last_message":"no",\
        "next_check_at":"2026-11-24T05:20:22Z","status":"failed","validation_type":"txt_record"}
        """

    @Test("A zone in a list")
    func domainSummary() throws {
        let text =
            "{\(Self.summaryText),\"status\":\"pending_validation\",\"sync_status\":\"pending\","
            + "\"unicode_name\":\"bücher.example\",\"updated_at\":\"2026-11-24T05:20:22Z\"}"
        #expect(try wire(Self.summary) == text)
        #expect(try value(DomainSummary.self, text) == Self.summary)
    }

    @Test("A zone by itself has the summary's fields and its own side by side")
    func domainDetail() throws {
        let detail = DomainDetail(
            Self.summary,
            DomainDetail.More(
                tenantID: "t", revision: 3, recordCount: 2, nameservers: ["ns1.example.net."], serial: 2_026_112_401,
                syncError: "why", deletedAt: Self.moment, validation: Self.validation,
                warnings: [Warning("ttl_moved", "moved", recordIDs: ["r"])]))
        let text = """
            {"created_at":"2026-11-24T05:20:22Z","default_ttl":3600,"deleted_at":"2026-11-24T05:20:22Z",\
            "dnssec_enabled":false,"domain_type":"reverse_ipv4","id":"01930000-0000-7000-8000-000000000001",\
            "name":"xn--bcher-kva.example","nameservers":["ns1.example.net."],"record_count":2,"revision":3,\
            "serial":2026112401,"status":"pending_validation","sync_error":"why","sync_status":"pending",\
            "tenant_id":"t","unicode_name":"bücher.example","updated_at":"2026-11-24T05:20:22Z",\
            "validation":\(Self.validationText),\
            "warnings":[{"code":"ttl_moved","message":"moved","record_ids":["r"]}]}
            """
        #expect(try wire(detail) == text)
        #expect(try value(DomainDetail.self, text) == detail)
    }

    @Test("A page of a list")
    func page() throws {
        let page = Page(data: ["a"], total: 101, page: 3, pageSize: 50)
        let text = "{\"data\":[\"a\"],\"page\":3,\"page_size\":50,\"total\":101,\"total_pages\":3}"
        #expect(try wire(page) == text)
        #expect(try value(Page<String>.self, text) == page)
    }

    @Test("A challenge, and none as JSON null")
    func challenge() throws {
        #expect(try wire(Self.validation) == Self.validationText)
        #expect(try value(Validation.self, Self.validationText) == Self.validation)
        #expect(try wire(Validation?.none) == "null")
    }

    @Test("The outcome of a check")
    func check() throws {
        let check = ValidationCheck(
            isValid: true, message: "Domain validated", validationID: "v",
            servers: [.init(name: "ns1.example.net", address: "192.0.2.1", outcome: "match", values: ["x"])])
        let text = """
            {"is_valid":true,"message":"Domain validated",\
            "servers":[{"address":"192.0.2.1","name":"ns1.example.net","outcome":"match","values":["x"]}],\
            "validation_id":"v"}
            """
        #expect(try wire(check) == text)
        #expect(try value(ValidationCheck.self, text) == check)
    }

    static let record = Record(
        id: "r", domainID: "d", name: "www.example.org", displayName: "www", type: "A", content: "192.0.2.1", ttl: 300,
        disabled: false, comment: "c", syncStatus: .synced, createdAt: moment, updatedAt: moment)

    static let recordText = """
        {"comment":"c","content":"192.0.2.1","created_at":"2026-11-24T05:20:22Z","disabled":false,"display_name":"www",\
        "domain_id":"d","id":"r","name":"www.example.org","sync_status":"synced","ttl":300,"type":"A",\
        "updated_at":"2026-11-24T05:20:22Z"}
        """

    @Test("A record, and the list that has no page's figures unless a page was asked for")
    func records() throws {
        #expect(try wire(Self.record) == Self.recordText)
        #expect(try value(Record.self, Self.recordText) == Self.record)
        let whole = RecordList(data: [Self.record], total: 1, domainID: "d", domainName: "example.org", page: nil)
        let text = "{\"data\":[\(Self.recordText)],\"domain_id\":\"d\",\"domain_name\":\"example.org\",\"total\":1}"
        #expect(try wire(whole) == text)
        let paged = RecordList(
            data: [], total: 11, domainID: "d", domainName: "example.org", page: PageRequest(page: 2, pageSize: 10))
        #expect(
            try wire(paged)
                == "{\"data\":[],\"domain_id\":\"d\",\"domain_name\":\"example.org\",\"page\":2,\"page_size\":10,"
                + "\"total\":11,\"total_pages\":2}")
    }

    @Test("Readiness is degraded as soon as one check fails")
    func readiness() throws {
        let checks = Readiness.Checks(database: "ok", redis: "timeout", pdns: "ok", scaikeyJWKS: "ok")
        #expect(
            try wire(Readiness(checks: checks))
                == "{\"checks\":{\"database\":\"ok\",\"pdns\":\"ok\",\"redis\":\"timeout\",\"scaikey_jwks\":\"ok\"},"
                + "\"status\":\"degraded\"}")
        #expect(try wire(Liveness()) == "{\"status\":\"ok\"}")
    }

    @Test(
        "The three shapes of an error",
        arguments: [
            (
                Problem("not_found", .text("There is no such domain."), requestID: "q"),
                "{\"code\":\"not_found\",\"detail\":\"There is no such domain.\",\"request_id\":\"q\"}",
                "There is no such domain."
            ),
            (
                Problem("record_conflict", .structured(message: "m", field: "content", conflicts: ["a", "b"])),
                "{\"code\":\"record_conflict\",\"detail\":{\"conflicts\":[\"a\",\"b\"],\"field\":\"content\",\"message\":\"m\"}}",
                "m"
            ),
            (
                Problem("domain_exists", .structured(message: "m", field: nil, conflicts: [])),
                "{\"code\":\"domain_exists\",\"detail\":{\"message\":\"m\"}}", "m"
            ),
            (
                Problem("schema", .schema([.init(["body", "name"], "field required", type: "value_error.missing")])),
                "{\"code\":\"schema\",\"detail\":[{\"loc\":[\"body\",\"name\"],\"msg\":\"field required\","
                    + "\"type\":\"value_error.missing\"}]}",
                "body.name: field required"
            ),
        ]
    )
    func problems(problem: Problem, text: String, message: String) throws {
        #expect(try wire(problem) == text)
        #expect(try value(Problem.self, text) == problem)
        #expect(problem.message == message)
    }

    @Test("Bodies that are sent: absent fields are not written, null is absent")
    func bodies() throws {
        #expect(try wire(DomainDraft(name: "example.org")) == "{\"domain_type\":\"primary\",\"name\":\"example.org\"}")
        #expect(
            try value(
                DomainDraft.self, "{\"name\":\"example.org\",\"domain_type\":\"primary\",\"default_ttl\":null,\"x\":1}")
                == DomainDraft(name: "example.org"))
        #expect(
            try wire(RecordDraft(name: "@", type: "A", content: "192.0.2.1", ttl: 60, disabled: true, comment: "c"))
                == "{\"comment\":\"c\",\"content\":\"192.0.2.1\",\"disabled\":true,\"name\":\"@\",\"ttl\":60,\"type\":\"A\"}"
        )
        #expect(try wire(RecordUpdate(disabled: false)) == "{\"disabled\":false}")
    }
}
