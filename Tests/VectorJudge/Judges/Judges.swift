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

    /// Files that nothing here judges yet, and why.
    public static let unjudged: [String: String] = [
        "dyndns.jsonl": "DynDNS is not served yet",
        "jwt.jsonl": "access tokens of ScaiKey are not checked yet",
        "routes.jsonl": "the routes are judged when all of them are served",
        "webhook_signatures.jsonl": "webhooks of ScaiKey are not received yet",
    ]
}
