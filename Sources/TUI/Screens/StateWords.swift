import API

/// The words, glyphs and roles of the states that the API tells: colour only repeats what the word says.
extension DomainStatus {
    var span: Span {
        switch self {
        case .pendingValidation: Span(Glyph.waiting.rawValue + " pending", .waiting)
        case .active: Span(Glyph.on.rawValue + " active", .good)
        case .inactive: Span(Glyph.off.rawValue + " inactive", .dim)
        case .deleted: Span(Glyph.bad.rawValue + " deleted", .bad)
        }
    }

    /// The state in a sentence.
    var words: String {
        switch self {
        case .pendingValidation: "pending validation"
        case .active: "active"
        case .inactive: "inactive"
        case .deleted: "deleted"
        }
    }
}

extension SyncStatus {
    var span: Span {
        switch self {
        case .synced: Span(Glyph.good.rawValue + " synced", .good)
        case .pending: Span(Glyph.waiting.rawValue + " pending", .waiting)
        case .failed: Span(Glyph.bad.rawValue + " failed", .bad)
        }
    }
}

extension DomainType {
    var words: String {
        switch self {
        case .primary: "primary"
        case .secondary: "secondary"
        case .reverseIPv4: "reverse IPv4"
        case .reverseIPv6: "reverse IPv6"
        }
    }
}
