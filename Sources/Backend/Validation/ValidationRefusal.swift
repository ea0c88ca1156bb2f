/// Why a challenge cannot be looked for.
public enum ValidationRefusal: Error, Equatable, Sendable {
    /// 409 `already_active`
    case alreadyActive
    /// 409 `no_pending_validation`
    case noPendingValidation
    /// 429 `check_too_soon`; the seconds to wait.
    case tooSoon(seconds: Int64)
}
