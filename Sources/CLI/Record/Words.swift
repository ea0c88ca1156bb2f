extension [String] {
    /// The words without the first `--`, after which nothing is an option: ArgumentParser leaves it among words that may
    /// begin with `-`.
    var withoutTerminator: [String] {
        guard let place = firstIndex(of: "--") else { return self }
        return Array(self[..<place] + self[(place + 1)...])
    }
}
