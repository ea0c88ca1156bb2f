import Core
import Glibc

/// What runs in a process of its own, so that its time and memory are its own.
enum Measurements {
    /// Reads a zone file piece by piece to canonical contents, as an import does.
    static func read(_ path: String) throws {
        var reader = ZoneFileReader(origin: try DomainName("example.org"))
        var octets = 0
        var records = 0
        let file = open(path, O_RDONLY)
        guard file >= 0 else { throw ChildProcess.Failure(program: path, reason: "cannot be read") }
        defer { close(file) }
        while true {
            let chunk = [UInt8](unsafeUninitializedCapacity: 1 << 16) {
                $1 = max(0, Glibc.read(file, $0.baseAddress, 1 << 16))
            }
            guard !chunk.isEmpty else { break }
            reader.feed(chunk) { entry in
                records += 1
                octets += entry.content.text.utf8.count
            }
        }
        reader.finish { _ in records += 1 }
        print(records, octets)
        guard reader.faults.isEmpty else {
            throw ChildProcess.Failure(
                program: path, reason: reader.faults.prefix(3).map(\.message).joined(separator: "\n"))
        }
    }

    /// Brings the contents of record sets to canonical form, in microseconds a record.
    static func canonicalise() throws -> [(what: String, microseconds: Double)] {
        let samples: [(String, String)] = [
            ("A", "192.0.2.1"), ("AAAA", "2001:0DB8:0:0:0:0:0:1"), ("MX", "010 MAIL.example.org."),
            ("TXT", "\"v=spf1 include:_spf.example.net -all\""), ("CNAME", "Host.Example.Net."),
            ("SRV", "0 5 5060 SIP.example.net."), ("CAA", "0 ISSUE \"letsencrypt.org\""),
            ("DS", "60485 13 2 2BB183AF5F22588179A53B0A98631FAD1A2921182BB183AF5F22588179A53B0A"),
        ]
        return try samples.map { name, text in
            guard let type = RecordType(name) else { throw ChildProcess.Failure(program: name, reason: "unknown type") }
            let rounds = 200_000
            var octets = 0
            let start = clock()
            for _ in 0..<rounds {
                octets += try RecordContent(type: type, text: text, zone: nil).text.utf8.count
            }
            let spent = Double(clock() - start) / Double(CLOCKS_PER_SEC)
            guard octets > 0 else { throw ChildProcess.Failure(program: name, reason: "gave nothing") }
            return (name, spent / Double(rounds) * 1e6)
        }
    }
}
