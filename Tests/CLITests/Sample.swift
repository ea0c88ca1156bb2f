/// Answers of the API, written by hand after `api.md`.
enum Sample {
    static let challenge = """
        {"id":"0193c","validation_type":"txt_record","status":"pending","challenge_value":"scaidns-verify=abc",\
        "dns_record":{"name":"_scaidns-verify.example.org","type":"TXT","value":"scaidns-verify=abc","ttl":300},\
        "expires_at":"2026-12-01T05:20:22Z","created_at":"2026-11-24T05:20:22Z","last_checked_at":null,\
        "last_message":null,"attempts":0,"next_check_at":null}
        """

    /// A zone as lists show it; `more` are further members, each with a comma before it.
    static func zone(_ name: String = "example.org", id: String = "0193d", more: String = "") -> String {
        """
        {"id":"\(id)","name":"\(name)","domain_type":"primary","status":"active","default_ttl":3600,\
        "description":null,"dnssec_enabled":false,"sync_status":"synced","created_at":"2026-11-24T05:20:22Z",\
        "updated_at":"2026-11-24T05:20:22Z"\(more)}
        """
    }

    static func detail(_ name: String = "example.org", records: Int = 2, validation: String = "null") -> String {
        zone(
            name,
            more: """
                ,"tenant_id":"0193t","revision":7,"record_count":\(records),"nameservers":["ns1.example.net."],\
                "serial":null,"sync_error":null,"deleted_at":null,"validation":\(validation)
                """
        )
    }

    static func zones(_ zones: [String], total: Int? = nil, page: Int = 1, pages: Int = 1) -> String {
        """
        {"data":[\(zones.joined(separator: ","))],"total":\(total ?? zones.count),"page":\(page),"page_size":100,\
        "total_pages":\(pages)}
        """
    }

    /// `content` and `comment` are JSON strings without their quotes.
    static func record(
        _ name: String = "www",
        _ type: String = "A",
        _ content: String = "192.0.2.10",
        id: String = "0193a",
        sync: String = "synced",
        comment: String = "",
        more: String = ""
    ) -> String {
        """
        {"id":"\(id)","domain_id":"0193d","name":"\(name == "@" ? "" : name + ".")example.org","display_name":"\(name)",\
        "type":"\(type)","content":"\(content)","ttl":3600,"disabled":false,"comment":"\(comment)",\
        "sync_status":"\(sync)","created_at":"2026-11-24T05:20:22Z","updated_at":"2026-11-24T05:20:22Z"\(more)}
        """
    }

    static func records(_ records: String...) -> String {
        """
        {"data":[\(records.joined(separator: ","))],"total":\(records.count),"domain_id":"0193d",\
        "domain_name":"example.org"}
        """
    }
}
