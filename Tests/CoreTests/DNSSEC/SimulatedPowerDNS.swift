@testable import Core

/// PowerDNS's cryptokeys of one zone, and which of them it publishes and signs with (`powerdns.md`, DNSSEC).
struct SimulatedPowerDNS {
    private(set) var keys: [Int64: ListedKey] = [:]
    private var lastID: Int64 = 0
    /// Calls that were given up by the caller and take effect later.
    private(set) var late: [(at: Int64, action: KeyIntent.Action)] = []

    var listed: [ListedKey] { keys.values.sorted { $0.id < $1.id } }

    var published: Set<Int64> { Set(keys.values.filter(\.served.isPublished).map(\.id)) }

    private var active: [ListedKey] { keys.values.filter(\.served.isActive) }

    /// Whether active keys with and without the flag stand side by side; else each active key signs everything.
    private var isSeparate: Bool {
        active.contains(where: \.isSecureEntryPoint) && active.contains { !$0.isSecureEntryPoint }
    }

    var keySetSigners: Set<Int64> { Set(active.filter { !isSeparate || $0.isSecureEntryPoint }.map(\.id)) }

    var recordSigners: Set<Int64> { Set(active.filter { !isSeparate || !$0.isSecureEntryPoint }.map(\.id)) }

    mutating func postpone(_ action: KeyIntent.Action, until moment: Int64) {
        late.append((moment, action))
    }

    mutating func takeLate(upTo now: Int64) -> (at: Int64, action: KeyIntent.Action)? {
        guard let index = late.indices.filter({ late[$0].at <= now }).min(by: { late[$0].at < late[$1].at }) else {
            return nil
        }
        return late.remove(at: index)
    }

    mutating func add(isSecureEntryPoint: Bool, isActive: Bool) -> Int64 {
        lastID += 1
        keys[lastID] = ListedKey(
            id: lastID,
            isSecureEntryPoint: isSecureEntryPoint,
            algorithm: .ecdsaP256,
            served: SigningKey.Served(isPublished: isActive, isActive: isActive)
        )
        return lastID
    }

    mutating func perform(_ action: KeyIntent.Action) {
        switch action {
        case .make(let role, _): _ = add(isSecureEntryPoint: role.isSecureEntryPoint, isActive: false)
        case .remove(let id): keys[id] = nil
        case .publish(let id), .activate(let id), .retire(let id):
            guard let key = keys[id],
                let served = KeyIntent(action, at: Timestamp(seconds: 0), seen: [])
                    .target(for: key.isSecureEntryPoint ? .ksk : .zsk)
            else { return }
            keys[id] = ListedKey(
                id: id,
                isSecureEntryPoint: key.isSecureEntryPoint,
                algorithm: key.algorithm,
                served: served
            )
        }
    }
}
