extension Judge {
    /// One judge a file.
    public static let all: [Judge] = [
        .access,
        .delegationSigners,
        .desiredStates,
        .names,
        .publicSuffixes,
        .recordSetRules,
        .recordContents,
        .specialAddresses,
        .specialPrefixes,
        .svcb,
        .zoneOwnership,
        .zones,
        .zoneScanner,
    ]

    /// What nothing here judges by itself, and why.
    public static let unjudged: [String: String] = [
        "dyndns.jsonl": "DynDNS is not served yet",
        "octodns": "a zone in YAML, which nothing here reads; desec.jsonl has its types",
        "public_suffix_list.dat": "the list that psl_tests.jsonl is judged with",
        "zones": "the zones that zones.jsonl is about",
        "jwt.jsonl": "access tokens of ScaiKey are not checked yet",
        "routes.jsonl": "the routes are judged when all of them are served",
        "webhook_signatures.jsonl": "webhooks of ScaiKey are not received yet",
    ]
}
