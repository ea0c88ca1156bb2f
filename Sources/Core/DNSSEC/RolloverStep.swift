/// What is to be done next for a zone's keys: one thing that may be repeated.
public enum RolloverStep: Hashable, Sendable {
    /// Nothing before that moment; nil: only an event from outside ends the wait.
    case wait(until: Timestamp?)
    /// Nothing until a doubt is removed.
    case hold(HoldReason)
    /// Ask the parent's servers for the DS set, note the answer in the watch, and ask again what is next.
    case lookAtParent
    /// Commit the intent, then make its call, then list the keys and ask again what is next.
    case commit(KeyIntent)
    /// Commit the rows as they are now known, with the event that befalls the zone; an open intent is closed by it.
    case record(KeyRecord)
}

/// What a step writes down: no call is made.
public struct KeyRecord: Hashable, Sendable {
    public let rows: [SigningKey]
    /// Nil when the zone's state stays.
    public let event: DNSSECState.Event?

    public init(rows: [SigningKey], event: DNSSECState.Event?) {
        self.rows = rows
        self.event = event
    }
}

extension ZoneKeys {
    /// The keys once `intent` is committed.
    public func committing(_ intent: KeyIntent) -> ZoneKeys {
        var next = self
        next.intent = intent
        return next
    }

    /// The keys once `record` is committed.
    ///
    /// - Throws: ``DNSSECRefusal`` when the state has changed since the step was planned; nothing is to be written then.
    public func recording(_ record: KeyRecord) throws(DNSSECRefusal) -> ZoneKeys {
        var next = self
        if let event = record.event { next.state = try state.after(event) }
        next.rows = record.rows
        if let intent, case .make = intent.action {
            next.makings = (makings + [intent]).suffix(Self.rememberedMakings)
        }
        next.intent = nil
        return next
    }
}
