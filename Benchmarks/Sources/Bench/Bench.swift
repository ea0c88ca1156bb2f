import Glibc

/// `bench` measures all; `bench read FILE` is the process that reads a zone file for it.
@main
struct Bench {
    static func main() {
        do {
            try run()
        } catch {
            print("bench: \(error)")
            exit(1)
        }
    }

    private static func run() throws {
        let arguments = CommandLine.arguments
        if arguments.count == 3, arguments[1] == "read" { return try Measurements.read(arguments[2]) }
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        for records in [100_000, 1_000_000] {
            let file = "\(folder.path)/\(records).zone"
            let written = try folder.writeZone(of: records, to: file)
            try compare(file, records: written, in: folder)
            fflush(nil)
        }
        print("\nA record's content to canonical form, microseconds of CPU time each:")
        for (what, microseconds) in try Measurements.canonicalise() {
            print("  \(what): \(rounded(microseconds, 2))")
        }
    }

    /// Ours against the others on one file in one run, the least of three runs each.
    private static func compare(_ file: String, records: Int, in folder: TemporaryFolder) throws {
        let ours = try best { try ChildProcess("/proc/self/exe", ["read", file]) }
        print("\n\(records) records, user time:")
        print("  ours: \(rounded(ours.userTime, 2)) s, at most \(ours.peakMemory / 1024) MiB of memory")
        let others: [(name: String, program: String, arguments: [String])] = [
            ("ldns-read-zone -c", "ldns-read-zone", ["-c", file]),
            ("ldns-read-zone, reading alone", "ldns-read-zone", ["-E", "HINFO", file]),
            (
                "named-compilezone", "named-compilezone",
                ["-i", "none", "-k", "ignore", "-n", "ignore", "-o", "\(folder.path)/out", "example.org", file]
            ),
        ]
        for other in others {
            do {
                let cost = try best { try ChildProcess(other.program, other.arguments) }
                let ratio = ours.userTime / max(cost.userTime, 0.001)
                print(
                    "  \(other.name): \(rounded(cost.userTime, 2)) s, \(cost.peakMemory / 1024) MiB;",
                    "ours takes \(rounded(ratio, 2)) times as long")
            } catch {
                print("  \(other.name): not measured, \(error)")
            }
        }
    }

    private static func best(of runs: Int = 3, _ run: () throws -> ChildProcess) throws -> ChildProcess {
        var best = try run()
        for _ in 1..<runs {
            let next = try run()
            if next.userTime < best.userTime { best = next }
        }
        return best
    }

    private static func rounded(_ number: Double, _ digits: Int) -> String {
        let factor = digits == 2 ? 100.0 : 10.0
        return "\((number * factor).rounded() / factor)"
    }
}
