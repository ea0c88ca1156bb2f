/// A zone file of a given number of records, the same at every run: hosts with addresses, aliases, mail, text, services,
/// delegations with and without keys, certificates' authorities.
struct ZoneText {
    private var state: UInt64 = 0x5CA1_D45E_ED00_0001
    private(set) var records = 0
    private var host = 0

    static let head = """
        $ORIGIN example.org.
        $TTL 3600
        @ IN SOA ns1.example.net. hostmaster.example.org. (
                2026112401 ; serial
                10800      ; refresh
                3600       ; retry
                604800     ; expire
                3600 )     ; minimum
        @ IN NS ns1.example.net.
        @ IN NS ns2.example.net.

        """

    /// The records of one more owner.
    mutating func nextOwner() -> String {
        host += 1
        let name = "host\(host)"
        let lines = lines(for: name)
        records += lines.count
        return lines.joined(separator: "\n") + "\n"
    }

    private mutating func lines(for name: String) -> [String] {
        switch random(20) {
        case 0..<7:
            return ["\(name)\tIN\tA\t\(addressV4())"]
        case 7..<11:
            return ["\(name)\t300\tIN\tA\t\(addressV4())", "\t\tIN\tAAAA\t\(addressV6())"]
        case 11..<13:
            return ["\(name) CNAME host\(random(1_000_000))", "www.\(name) CNAME \(name)"]
        case 13..<15:
            return [
                "\(name) 600 MX 10 mail1.\(name)", " 600 MX 20 Mail.Example.NET.",
                " 600 TXT \"v=spf1 include:_spf.example.net -all\" ; senders",
            ]
        case 15:
            return ["selector._domainkey.\(name) TXT ( \"v=DKIM1; k=rsa; p=\(base64(120))\"\n    \"\(base64(60))\" )"]
        case 16:
            return ["_sip._tcp.\(name) SRV 0 5 5060 sip\(random(100)).example.net."]
        case 17:
            return ["\(name) NS ns1.\(name)", "\(name) NS ns2.example.net.", "ns1.\(name) A \(addressV4())"]
        case 18:
            return [
                "\(name) NS ns1.example.net.", "\(name) NS ns2.example.net.",
                "\(name) DS \(random(65_536)) 13 2 \(hexadecimal(64))",
            ]
        default:
            return [
                "\(name) CAA 0 issue \"ca\(random(50)).example.net\"",
                "\(name) HTTPS 1 . alpn=h2,h3 ipv4hint=\(addressV4())",
            ]
        }
    }

    /// A number below `bound`, from a linear congruential generator.
    private mutating func random(_ bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % bound
    }

    private mutating func addressV4() -> String { "192.0.2.\(random(256))" }

    private mutating func addressV6() -> String {
        "2001:db8:\(String(random(65_536), radix: 16))::\(String(random(65_536), radix: 16))"
    }

    private mutating func hexadecimal(_ count: Int) -> String {
        (0..<count).map { _ in String(random(16), radix: 16, uppercase: true) }.joined()
    }

    private mutating func base64(_ count: Int) -> String {
        let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
        return String((0..<count).map { _ in digits[random(64)] })
    }
}
