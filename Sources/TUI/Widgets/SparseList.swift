import API

/// A long list of which some numbered pages are here.
struct SparseList<Item: Codable & Sendable & Equatable>: Equatable, Sendable {
    /// Items a page, the most that the API gives.
    static var pageSize: Int { 100 }
    /// How many pages are kept; farther ones are forgotten.
    static var mostPages: Int { 40 }

    /// Rows of the whole list; nil before the first answer.
    private(set) var total: Int?
    private(set) var pages: [Int: [Item]] = [:]

    /// The item of a row; nil while its page is not here.
    subscript(row: Int) -> Item? {
        guard row >= 0, let page = pages[row / Self.pageSize + 1] else { return nil }
        let place = row % Self.pageSize
        return place < page.count ? page[place] : nil
    }

    /// The pages, from 1, that hold `rows`.
    func pageNumbers(of rows: Range<Int>) -> [Int] {
        let rows = rows.clamped(to: 0..<max(1, total ?? 1))
        guard !rows.isEmpty else { return [] }
        return Array((rows.lowerBound / Self.pageSize + 1)...((rows.upperBound - 1) / Self.pageSize + 1))
    }

    /// Pages of the whole list.
    var pageCount: Int { max(1, ((total ?? 0) + Self.pageSize - 1) / Self.pageSize) }

    /// Takes a page that arrived.
    mutating func take(_ page: Page<Item>) {
        total = page.total
        pages[page.page] = page.data
        pages = pages.filter { $0.key <= pageCount }
    }

    /// Forgets the pages farthest from `row` beyond ``mostPages``.
    mutating func trim(around row: Int) {
        guard pages.count > Self.mostPages else { return }
        let centre = row / Self.pageSize + 1
        let kept = pages.keys.sorted { abs($0 - centre) < abs($1 - centre) }.prefix(Self.mostPages)
        pages = pages.filter { kept.contains($0.key) }
    }

    /// Forgets all pages but these.
    mutating func keep(_ numbers: [Int]) {
        pages = pages.filter { numbers.contains($0.key) }
    }

    /// The row of the first item here that satisfies `condition`.
    func row(where condition: (Item) -> Bool) -> Int? {
        for number in pages.keys.sorted() {
            if let place = pages[number]?.firstIndex(where: condition) { return (number - 1) * Self.pageSize + place }
        }
        return nil
    }
}
