import Core

/// What a route does, as far as permissions go: each need has to be met, and the first that is not decides.
struct AccessMatter {
    /// One thing that a route asks.
    enum Need {
        /// On the zone as a whole.
        case zone(PermissionRequirement)
        /// On a record; `isByID` when the path names it, so that one that no grant covers is not even seen.
        case record(PermissionRequirement, name: String, type: String, isByID: Bool)
        /// Within a tenant: lists and creations. Nil: in the caller's own.
        case tenant(PermissionRequirement, Identifier?)
        case platform(PermissionRequirement)
        /// Held anywhere: lists over what the caller may see.
        case anywhere(PermissionRequirement)
        case object(PermissionRequirement, seenWith: [String], isFromZones: Bool)
        /// Given on the zone, or in a tenant (nil: the caller's own) or on the platform.
        case giving(SystemRole, GivenAt)
        /// An object that is an API key: of its source, the tenant's admin.
        case key(PermissionRequirement)
        /// The target holds that role at platform scope.
        case changing(SystemRole)
    }

    enum GivenAt {
        case zone
        case ownTenant
        case tenantA
        case platform
    }

    var needs: [Need]
    /// The zone is deleted, so what is attached to it rests.
    var isDeletedZone = false

    /// What the caller gets: 200, 403 or 404.
    func status(for caller: AccessCaller) -> Int {
        for need in needs {
            let status = status(of: need, for: caller)
            guard status == 200 else { return status }
        }
        return 200
    }

    private func status(of need: Need, for caller: AccessCaller) -> Int {
        let now = AccessFixture.now
        let holdings = caller.holdings
        let (zone, tenantA) = (isDeletedZone ? AccessFixture.deletedZone : AccessFixture.zone, AccessFixture.tenantA)
        switch need {
        case .zone(let needed):
            return Self.status(needed.decision(on: .domain(zone, tenant: tenantA), from: holdings, at: now))
        case .record(let needed, let name, let type, let isByID):
            let target = AccessTarget.record(name: name, type: type, domain: zone, tenant: tenantA)
            return Self.status(needed.decision(on: target, from: holdings, at: now), notCovered: isByID ? 404 : 403)
        case .tenant(let needed, let tenant):
            return Self.status(needed.decision(on: .tenant(tenant ?? caller.tenant), from: holdings, at: now))
        case .platform(let needed):
            return Self.status(needed.decision(on: .platform, from: holdings, at: now))
        case .anywhere(let needed):
            return needed.permissions.contains { !holdings.visibility(of: $0, at: now).isNothing } ? 200 : 403
        case .object(let needed, let seenWith, let isFromZones):
            let question = ObjectQuestion(
                needed.permissions,
                inTenant: tenantA,
                seenWith: seenWith.map { Permission($0) },
                fromZones: isFromZones ? [zone] : []
            )
            return Self.status(question.decision(from: holdings, at: now))
        case .key(let needed):
            guard !caller.isKey else { return 403 }
            let question = ObjectQuestion(
                needed.permissions,
                inTenant: tenantA,
                seenWith: ["api_keys:read"].map { Permission($0) },
                isOwn: caller == .tenantAdmin
            )
            return Self.status(question.decision(from: holdings, at: now))
        case .giving(let role, let place):
            let scope: Scope =
                switch place {
                case .zone: .domain(zone)
                case .ownTenant: .tenant(caller.tenant)
                case .tenantA: .tenant(tenantA)
                case .platform: .platform
                }
            return permits(.assignment(role.permissions, at: scope), holdings) ? 200 : 403
        case .changing(let role):
            let held = HeldAssignment(id: .zero, role: role.rawValue, permissions: role.permissions, scope: .platform)
            let target = Holdings(assignments: [held], grants: [], keyScopes: [])
            return permits(.holdings(target), holdings) ? 200 : 403
        }
    }

    private func permits(_ gift: Gift, _ holdings: Holdings) -> Bool {
        do throws(GiftRefusal) {
            let tenants = [AccessFixture.zone: AccessFixture.tenantA]
            try holdings.permit(gift, zoneTenants: tenants, at: AccessFixture.now)
            return true
        } catch {
            return false
        }
    }

    private static func status(_ decision: AccessDecision, notCovered: Int = 403) -> Int {
        switch decision {
        case .allowed: 200
        case .denied: 403
        case .notCovered: notCovered
        case .hidden: 404
        }
    }
}
