/// The numbers that a `$GENERATE` goes through: `start-stop[/step]`, each up to 2147483647 (BIND).
struct GenerateRange {
    let start: Int
    /// At least `start`.
    let stop: Int
    /// At least 1.
    let step: Int

    /// Nil for anything else, and for a range that runs backwards.
    init?(_ word: ArraySlice<UInt8>) {
        let parts = word.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        let bounds = (parts.first ?? []).split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        guard parts.count <= 2, bounds.count == 2, let start = Self.number(bounds[0]),
            let stop = Self.number(bounds[1]), let step = parts.count == 2 ? Self.number(parts[1]) : 1,
            step > 0, start <= stop
        else { return nil }
        self.start = start
        self.stop = stop
        self.step = step
    }

    var count: Int { (stop - start) / step + 1 }

    var values: StrideThrough<Int> { stride(from: start, through: stop, by: step) }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        FieldReader.number(digits).flatMap { Int32(exactly: $0) }.map { Int($0) }
    }
}
