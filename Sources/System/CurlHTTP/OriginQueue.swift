/// The calls to one origin: how many hold a connection, and who waits, first come first served.
struct OriginQueue {
    private(set) var active = 0
    private var waiting: [Call] = []
    private var next = 0

    var isUnused: Bool { active == 0 && next == waiting.count }

    mutating func add(_ call: Call) { waiting.append(call) }

    /// The call that may have a connection now, which it then counts as holding, or nil. `isWanted` says of each whether
    /// anybody still waits for it.
    mutating func begin(atMost limit: Int, isWanted: (Call) -> Bool) -> Call? {
        while active < limit, next < waiting.count {
            let call = waiting[next]
            next += 1
            if next > 256, next * 2 > waiting.count {
                waiting.removeFirst(next)
                next = 0
            }
            guard isWanted(call) else { continue }
            active += 1
            return call
        }
        return nil
    }

    mutating func end() { active -= 1 }
}
