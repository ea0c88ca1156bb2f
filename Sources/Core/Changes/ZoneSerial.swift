/// Serials of zones in the form that PowerDNS gives them: the date and two digits (`2026112401`, RFC 1912 2.2).
public enum ZoneSerial {
    /// The serial to write after `highest` was seen: today's first, or one more than `highest`.
    ///
    /// Secondaries take a zone only for a higher serial (RFC 1035 3.3.13). At the end of the 32 bits it begins again at 1.
    public static func next(after highest: Int64, at now: Timestamp) -> Int64 {
        let date = now.description.prefix(10).filter { $0 != "-" }
        let today = (Int64(date) ?? 0) * 100 + 1
        guard highest < Int64(UInt32.max) else { return 1 }
        return max(highest + 1, today)
    }
}
