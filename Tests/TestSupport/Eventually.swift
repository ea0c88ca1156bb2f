/// A condition that did not come true in time.
public struct NotMet: Error, CustomStringConvertible {
    public let description: String
}

/// Waits until a condition holds, asking every 20 ms. The only place in the tests that sleeps.
///
/// An error thrown by the condition counts as "not yet"; the last one is told when time is up.
/// - Throws: ``NotMet`` when the condition does not hold within the time; `CancellationError`.
public func eventually(
    within limit: Duration = .seconds(10),
    isolation: isolated (any Actor)? = #isolation,
    _ condition: () async throws -> Bool
) async throws {
    let clock = ContinuousClock()
    let deadline = clock.now.advanced(by: limit)
    var trouble = ""
    while true {
        do {
            if try await condition() { return }
            trouble = ""
        } catch {
            trouble = "; the last try threw \(error)"
        }
        guard clock.now < deadline else { throw NotMet(description: "not true within \(limit)\(trouble)") }
        try await Task.sleep(for: .milliseconds(20))
    }
}
