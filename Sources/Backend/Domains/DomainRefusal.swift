public import Core

/// Why a zone cannot be made or changed.
public enum DomainRefusal: Error, Equatable, Sendable {
    /// 400 `invalid_domain_name`
    case invalidName(DomainNameError)
    /// 400 `name_reserved`
    case reserved(String, reason: String)
    /// 400 `invalid_value`: the field, and what it must be.
    case invalidValue(field: String, String)
    /// 409 `domain_exists`
    case exists
    /// 409 `nameservers_not_set`
    case nameserversNotSet
    /// 409 `occludes_records`: the zone above, and those of its records that the caller may see.
    case occludesRecords(DomainName, [Identifier])
    /// 409 `limit_reached`
    case limitReached(String)
}
