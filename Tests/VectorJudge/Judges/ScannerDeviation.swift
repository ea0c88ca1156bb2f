/// Lines that we read otherwise than Knot DNS, and why.
struct ScannerDeviation {
    let sample: String
    let lines: Set<Int>
    /// Lines where we tell a fault and Knot DNS, which goes on otherwise, nothing.
    var extra: Set<Int> = []
    let reason: String

    static func reason(for difference: ScannerSample.Difference, in sample: String) -> String? {
        all.first { $0.sample == sample && $0.lines.contains(difference.line) }?.reason
    }

    static func isExtra(_ line: Int, in sample: String) -> Bool {
        all.contains { $0.sample == sample && $0.extra.contains(line) }
    }

    private static let names =
        "a name may hold every character that a master file gives no meaning to (RFC 1035 5.1, RFC 2181 11), as in BIND"
    private static let relativeOrigin =
        "$ORIGIN takes a name of any kind, relative to the origin before (RFC 1035 5.1), as in BIND"
    private static let longTTL = "a TTL is at most 2147483647 (RFC 2181 8)"
    private static let base64 = "base64 may be cut by blanks anywhere (RFC 4034 2.2), as in BIND"
    private static let delegation =
        "DELEG is a draft: its types are read as TYPE61440 and TYPE65433, in the form of RFC 3597"
    private static let parameterKey = "key65535 is reserved as an invalid key (RFC 9460 14.3.2)"

    static let all: [ScannerDeviation] = [
        ScannerDeviation(
            sample: "00-0_general", lines: [27], reason: "parentheses inside of parentheses are taken, as in BIND"),
        ScannerDeviation(
            sample: "00-2_general", lines: [0], reason: "lines may end in CRLF, as editors on Windows write them"),
        ScannerDeviation(sample: "01_owner", lines: [27, 31, 32, 33, 34], reason: names),
        ScannerDeviation(sample: "02_class", lines: [10], reason: "CLASS1 is IN (RFC 3597 5)"),
        ScannerDeviation(sample: "03_rrttl", lines: [7], reason: longTTL),
        ScannerDeviation(sample: "04-1_ORIGIN", lines: [0], reason: relativeOrigin),
        ScannerDeviation(sample: "04-2_ORIGIN", lines: [0], reason: relativeOrigin),
        ScannerDeviation(sample: "05-0_TTL", lines: [9], extra: [8], reason: longTTL),
        ScannerDeviation(
            sample: "12_TXT", lines: [22],
            reason: "a string ends on its line, as in BIND: a quote that is missing must not eat the records behind it"),
        ScannerDeviation(sample: "14_NS", lines: [31, 37, 38, 39], reason: names),
        ScannerDeviation(sample: "26_SRV", lines: [20], reason: names),
        ScannerDeviation(sample: "29_CERT", lines: [52], reason: base64),
        ScannerDeviation(sample: "30_KEY", lines: [25], reason: base64),
        ScannerDeviation(sample: "31_DNSKEY", lines: [26], reason: base64),
        ScannerDeviation(sample: "36_RRSIG", lines: [36], reason: names),
        ScannerDeviation(sample: "36_RRSIG", lines: [40], reason: base64),
        ScannerDeviation(sample: "38_DHCID", lines: [21], reason: base64),
        ScannerDeviation(
            sample: "42_LOC", lines: [18],
            reason: "latitudes end at 90 and longitudes at 180 degrees; 90 59 59.999 lies beyond (RFC 1876 2)"),
        ScannerDeviation(
            sample: "42_LOC", lines: [34, 35], reason: "the RDATA stand for no place on earth (RFC 1876 2)"),
        ScannerDeviation(sample: "50_CDNSKEY", lines: [26], reason: base64),
        ScannerDeviation(
            sample: "51_URI", lines: [14], reason: "a URI record's target must not be empty (RFC 7553 4.4)"),
        ScannerDeviation(
            sample: "52_CAA", lines: [14], reason: "a tag has 1 to 15 characters or more, never none (RFC 8659 4.1)"),
        ScannerDeviation(
            sample: "57_SVCB", lines: [14], reason: "no-default-alpn needs alpn beside it (RFC 9460 7.1.1)"),
        ScannerDeviation(sample: "57_SVCB", lines: [27, 28, 29, 30], reason: parameterKey),
        ScannerDeviation(
            sample: "57_SVCB", lines: [59], reason: "names of parameters are taken in any case and folded, as types are"
        ),
        ScannerDeviation(sample: "57_SVCB", lines: [98], reason: "an empty value is none (RFC 9460 appendix A)"),
        ScannerDeviation(sample: "58_HTTPS", lines: [9], reason: parameterKey),
        ScannerDeviation(sample: "63_DELEG", lines: [5, 6, 7, 8, 9, 10, 11], reason: delegation),
    ]
}
