import Core

extension AccessMatter {
    /// What a row of the list is about; nil where the route asks for no permission of the catalogue.
    init?(route: AccessRoute, sample: AccessSample) {
        // `owner or api_keys:read`: the owner is asked about where the object is.
        let named = route.permission.map { $0.split(separator: " ").last.map(String.init) ?? $0 }
        guard let named, let needed = PermissionRequirement(named) else { return nil }
        let path = route.path.replacing("/api/v1", with: "")
        switch route.scope {
        case "platform": self.init(needs: [.platform(needed)])
        case "domain":
            self.init(
                needs: Self.onZone(needed, path, sample), isDeletedZone: sample.target == "soft-deleted zone")
        case "tenant": self.init(needs: Self.inTenant(needed, route.method, path))
        default: return nil
        }
    }

    private static func onZone(_ needed: PermissionRequirement, _ path: String, _ sample: AccessSample) -> [Need] {
        if path.hasPrefix("/reverse-zones/"), sample.method != "GET" {
            return [.record(needed, name: "1", type: "PTR", isByID: false)]
        }
        if path.hasSuffix("/records/{record_id}") || path.hasSuffix("/changes/{change_id}") {
            return [.record(needed, name: "www.dev", type: "A", isByID: true)]
        }
        if sample.method == "POST", path.hasSuffix("/access-grants") {
            return [.zone(needed), .giving(.readOnly, .zone)]
        }
        let writesRecords = needed.permissions.contains { $0.text.hasPrefix("records:") && $0 != .readRecords }
        guard writesRecords else { return [.zone(needed)] }
        let record = Need.record(needed, name: "api.dev", type: "A", isByID: false)
        // An import merges where nothing else is said, which also changes what is there.
        return path.contains("/import/") ? [record, merging] : [record]
    }

    private static let merging = Need.record(
        .any([.updateRecords]), name: "api.dev", type: "A", isByID: false)

    private static func inTenant(_ needed: PermissionRequirement, _ method: String, _ path: String) -> [Need] {
        // Whose read permission shows an object, and whether a zone of the tenant is enough (`api.md` 1.4, 7, 10).
        let objects: [(capture: String, seenWith: [String], isFromZones: Bool)] = [
            ("{template_id}", ["templates:read", "records:create"], true),
            ("{role_id}", ["roles:read", "access_grants:create"], true),
            ("{assignment_id}", ["roles:read"], false), ("{user_id}", ["users:read"], false),
            ("{group_id}", ["groups:read"], false), ("{job_id}", ["jobs:read"], false),
            ("{log_id}", ["audit:read"], false), ("{tsig_key_id}", ["domains:update"], false),
        ]
        if path.contains("{key_id}") { return [.key(needed)] }
        if path.hasSuffix("/lookup/{ip}") { return [.record(needed, name: "1", type: "PTR", isByID: true)] }
        // The group stands before the member in the path, and is what is changed.
        let object = path.contains("{group_id}") ? objects[4] : objects.first { path.contains($0.capture) }
        if let object {
            return [.object(needed, seenWith: object.seenWith, isFromZones: object.isFromZones)]
        }
        if method == "POST", path == "/roles/assignments" {
            return [.tenant(needed, nil), .giving(.readOnly, .ownTenant)]
        }
        let overZones = [
            "/domains/", "/validations/", "/reverse-zones/", "/reverse-zones/preview", "/dnssec/overview",
            "/templates/",
            "/templates/variables", "/roles/",
        ]
        let isList = method == "GET" || path.hasSuffix("/preview")
        return isList && overZones.contains(path) ? [.anywhere(needed)] : [.tenant(needed, nil)]
    }
}

/// A further case of a row.
enum AccessVariant {
    /// Permissions decide it, over other needs.
    case matter(@Sendable (AccessMatter) -> AccessMatter)
    /// It is about what the server does before or besides.
    case server

    /// Nil for a case that nothing here knows.
    init?(_ text: String) {
        let isForServer = [
            "without X-Tenant-ID",
            "one item outside the grant, continue_on_error=true",
            "source is the tenant admin of A",
        ]
        if isForServer.contains(text) {
            self = .server
        } else if let needs = Self.needs(of: text) {
            self = .matter { _ in AccessMatter(needs: needs) }
        } else if let further = Self.furtherNeeds(of: text) {
            self = .matter { AccessMatter(needs: $0.needs + further, isDeletedZone: $0.isDeletedZone) }
        } else {
            return nil
        }
    }

    /// What takes the place of what the row asks.
    private static func needs(of text: String) -> [AccessMatter.Need]? {
        let create = PermissionRequirement.any([.createRecords])
        switch text {
        case "X-Tenant-ID: A": return [.tenant(.any([.createDomains]), AccessFixture.tenantA)]
        case "tenant_id of tenant A": return [.tenant(.any([Permission("audit:read")]), AccessFixture.tenantA)]
        case "scope_type=platform":
            return [.tenant(.any([Permission("roles:assign")]), nil), .giving(.readOnly, .platform)]
        case "scope_id of tenant A":
            return [.tenant(.any([Permission("roles:assign")]), AccessFixture.tenantA), .giving(.readOnly, .tenantA)]
        case "record www A, outside the grant":
            return [.record(.any([.readRecords]), name: "www", type: "A", isByID: true)]
        case "change outside the grant": return [.record(.any([.readRecords]), name: "www", type: "A", isByID: true)]
        case "name=www or type=AAAA", "content with a record that the grant does not cover", "create outside the grant",
            "apply a template with a record outside the grant", "one item outside the grant, continue_on_error=false":
            return [.record(create, name: "www", type: "AAAA", isByID: false)]
        case let text where text.hasPrefix("apply: "):
            return [.record(create, name: "www.dev", type: "A", isByID: false)]
        default: return nil
        }
    }

    /// What is asked besides.
    private static func furtherNeeds(of text: String) -> [AccessMatter.Need]? {
        switch text {
        case "mode=replace", "body with a delete":
            [.record(.any([.deleteRecords]), name: "api.dev", type: "A", isByID: false)]
        case "direction=from_powerdns": [.platform(.any([Permission("platform:update")]))]
        case "name=_scaidns-verify.x, type=TXT": [.zone(.any([.updateDomains]))]
        case "name=@, type=CDS, zone not signed": [.zone(.any([Permission("dnssec:enable")]))]
        case "type=LUA": [.platform(.any([.everything]))]
        case "target is a platform admin who lives in tenant A", "the group holds a role at platform scope":
            [.changing(.platformAdmin)]
        default: nil
        }
    }
}
