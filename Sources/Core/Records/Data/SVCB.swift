/// The binding of a service (RFC 9460 2).
struct SVCB: ServiceBindingData {
    static let type = RecordType("SVCB", code: 64)
    static let summary = "Where and how a service is reached"
    static let reference = "RFC 9460 2, RFC 9461, RFC 9540"
    static let examples = RecordExamples(
        valid: [
            ("1 . alpn=h2,h3", "1 . alpn=h2,h3"),
            ("0 Pool.example.net.", "0 pool.example.net."),
            (
                "1 svc.example.org. ipv6hint=2001:DB8::1 port=08443 alpn=\"h2,h3\"",
                "1 svc.example.org. alpn=h2,h3 port=8443 ipv6hint=2001:db8::1"
            ),
            ("1 . alpn=h2 no-default-alpn ech=AEX+DQ==", "1 . alpn=h2 no-default-alpn ech=\"AEX+DQ==\""),
            ("1 . alpn=h2 dohpath=/dns-query{?dns} ohttp", "1 . alpn=h2 dohpath=\"/dns-query{?dns}\" ohttp"),
            (
                "16 . mandatory=ipv4hint,alpn alpn=h2 ipv4hint=192.0.2.1",
                "16 . mandatory=alpn,ipv4hint alpn=h2 ipv4hint=192.0.2.1"
            ),
            ("1 . key667=hello", "1 . key667=\"hello\""),
        ],
        invalid: [
            ("0 . alpn=h2", "SVCB parameters must be left out with priority 0, which makes the record an alias"),
            ("1 . alpn", "SVCB alpn must have a value"),
            ("1 . port=65536", "SVCB port must be 0-65535, got \"65536\""),
            ("1 . keys=1", "SVCB parameter must be a name such as alpn, or key0-key65534, got \"keys\""),
            ("1 . alpn=h2 alpn=h3", "SVCB parameter must stand once, got \"alpn\""),
            ("1 . mandatory=key123", "SVCB mandatory must name parameters that are there, and key123 is not"),
            ("1 . no-default-alpn", "SVCB no-default-alpn must come with alpn"),
            (
                "1 . dohpath=/dns-query",
                "SVCB dohpath must be a URI template that begins with / and has the variable dns, such as /dns-query{?dns}, got \"/dns-query\""
            ),
        ],
        wire: [
            ("1 .", "000100"),
            ("16 foo.example.com. port=53", "001003666f6f076578616d706c6503636f6d00000300020035"),
        ]
    )

    let binding: ServiceBinding
}
