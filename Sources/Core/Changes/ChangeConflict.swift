/// One reason why a change set cannot be applied.
public struct ChangeConflict: Equatable, Sendable {
    /// The item of the change set that it is about, counted from 0.
    public let item: Int
    /// The set that the item wants to write; nil when the item names none that is there.
    public let set: RecordSetKey?
    public let refusal: RecordRefusal
}

/// Every reason why a change set cannot be applied, by item, at most 1,000.
public struct ChangeConflicts: Error, Equatable, Sendable {
    /// How many are kept at most.
    public static let most = 1000

    public private(set) var all: [ChangeConflict] = []

    init() {}

    /// One reason that is about the change as a whole, put down to its first item.
    init(_ refusal: RecordRefusal) {
        add(refusal, item: 0, set: nil)
    }

    /// Whether no more are kept.
    var isFull: Bool { all.count >= Self.most }

    mutating func add(_ refusal: RecordRefusal, item: Int, set: RecordSetKey?) {
        guard !isFull else { return }
        all.append(ChangeConflict(item: item, set: set, refusal: refusal))
    }

    /// Orders them by item; those of one item stay in the order in which the rules were asked.
    mutating func order() {
        all = all.enumerated().sorted { ($0.element.item, $0.offset) < ($1.element.item, $1.offset) }.map(\.element)
    }
}
