import API
import Backend
import Core
import HTTPTypes
import Hummingbird
import MariaDB

/// An error as it is answered.
struct Answer {
    let status: HTTPResponse.Status
    let problem: Problem
    var headers: HTTPFields = [:]
    /// Whether somebody has to look at it.
    var isOurFault = false
}

/// Errors to answers: the one file that does it (`api.md` 1.3, 14).
enum ProblemMapping {
    static func answer(to error: any Error) -> Answer {
        switch error {
        case let error as AccessRefusal: answer(to: error)
        case let error as RouteRefusal: answer(to: error)
        case let error as BodyRefusal: answer(to: error)
        case let error as SchemaError: Answer(status: 422, problem: Problem("schema", .schema(error.faults)))
        case let error as DomainRefusal: answer(to: error)
        case let error as ValidationRefusal: answer(to: error)
        case let error as RecordRefusal: answer(to: error)
        case let error as RecordWriteRefusal: answer(to: error)
        case is PoolError, TransactionError.busy: busy
        // The server stops, or the client went away: nobody's fault.
        case is CancellationError: busy
        case TransactionError.commitOutcomeUnknown: unknownCommit
        case let error as DatabaseError where error.isConnectionLost: busy
        default: internalError
        }
    }

    private static let busy = Answer(
        status: .serviceUnavailable,
        problem: Problem("unavailable", .text("The service cannot do this now. Try again in a few seconds.")),
        headers: [.retryAfter: "2"]
    )

    private static let unknownCommit = Answer(
        status: .serviceUnavailable,
        problem: Problem(
            "unavailable",
            .text("The database was lost in mid-write: the change may have happened or not. Look before repeating it.")
        ),
        headers: [.retryAfter: "5"],
        isOurFault: true
    )

    private static let internalError = Answer(
        status: .internalServerError,
        problem: Problem("internal", .text("Something went wrong here. The request id finds it in the log.")),
        isOurFault: true
    )

    private static func text(_ status: HTTPResponse.Status, _ code: String, _ text: String) -> Answer {
        Answer(status: status, problem: Problem(code, .text(text)))
    }

    private static func field(
        _ status: HTTPResponse.Status,
        _ code: String,
        _ message: String,
        _ field: String?,
        conflicts: [Identifier] = []
    ) -> Answer {
        Answer(
            status: status,
            problem: Problem(
                code,
                .structured(message: message, field: field, conflicts: conflicts.map(\.text))
            )
        )
    }

    private static func answer(to error: AccessRefusal) -> Answer {
        switch error {
        case .unauthenticated(let why):
            var answer = text(.unauthorized, "unauthenticated", why)
            answer.headers[.wwwAuthenticate] = "Bearer"
            return answer
        case .forbidden(.everything): return text(.forbidden, "forbidden", "This is for platform administrators.")
        case .forbidden(let permission):
            return text(.forbidden, "forbidden", "This needs the permission \(permission).")
        case .notCovered:
            return text(.forbidden, "not_covered_by_grant", "Your grants do not cover this record.")
        case .notFound(let what): return text(.notFound, "not_found", "There is no such \(what).")
        case .tenantSuspended: return text(.forbidden, "tenant_suspended", "The tenant is suspended.")
        case .userInactive: return text(.forbidden, "user_inactive", "The user is not active.")
        case .addressNotAllowed:
            return text(.forbidden, "address_not_allowed", "The API key may not be used from this address.")
        case .otherTenant: return text(.forbidden, "other_tenant", "You hold nothing in that tenant.")
        case .tenantRequired: return text(.badRequest, "tenant_required", "Say for which tenant: send tenant_id.")
        case .ambiguousName(let name, let ids):
            let message = "Several zones are called \(name): name one by its id."
            return field(.conflict, "ambiguous_name", message, nil, conflicts: ids)
        }
    }

    private static func answer(to error: RouteRefusal) -> Answer {
        switch error {
        case .noSuchPath: return text(.notFound, "not_found", "There is no such path.")
        case .methodNotAllowed(let methods):
            var answer = text(
                .methodNotAllowed, "method_not_allowed", "This path takes \(methods.joined(separator: ", ")).")
            answer.headers[.allow] = methods.joined(separator: ", ")
            return answer
        case .targetTooLong: return text(.uriTooLong, "too_large", "Path and query may have at most 8 KB.")
        case .headersTooLarge:
            return text(.requestHeaderFieldsTooLarge, "too_large", "The header fields may have at most 32 KB in all.")
        }
    }

    private static func answer(to error: BodyRefusal) -> Answer {
        switch error {
        case .tooLarge: text(.contentTooLarge, "too_large", "A body may have at most 10 MB.")
        case .notJSON: text(.unsupportedMediaType, "not_json", "Send JSON, with Content-Type: application/json.")
        case .malformed(let why): text(.badRequest, "malformed", why)
        }
    }

    private static func answer(to error: DomainRefusal) -> Answer {
        switch error {
        case .invalidName(let why):
            field(.badRequest, "invalid_domain_name", "Invalid domain name: \(why.message)", "name")
        case .reserved(let name, let reason):
            field(
                .badRequest,
                "name_reserved",
                "Only a platform administrator can make a zone \(name): \(reason).",
                "name"
            )
        case .invalidValue(let name, let expectation):
            Answer(status: 422, problem: Problem("schema", .schema([.init(["body", name], expectation)])))
        case .exists: field(.conflict, "domain_exists", "Domain already exists", "name")
        case .nameserversNotSet:
            text(
                .conflict, "nameservers_not_set",
                "The platform's nameservers are not set yet: an administrator sets them.")
        case .occludesRecords(let parent, let ids):
            field(
                .conflict,
                "occludes_records",
                "The zone would hide records of \(parent.text) at and below its name: remove them there first.",
                "name",
                conflicts: ids
            )
        case .limitReached(let what): text(.conflict, "limit_reached", what)
        }
    }

    private static func answer(to error: ValidationRefusal) -> Answer {
        switch error {
        case .alreadyActive: return text(.conflict, "already_active", "The zone is validated already.")
        case .noPendingValidation:
            return text(.conflict, "no_pending_validation", "The zone has no pending challenge: ask for a new one.")
        case .tooSoon(let seconds):
            let message = "The zone was checked a moment ago: try again in \(seconds) s."
            var answer = text(.tooManyRequests, "check_too_soon", message)
            answer.headers[.retryAfter] = String(seconds)
            return answer
        }
    }

    private static func answer(to error: RecordRefusal) -> Answer {
        switch error {
        case .outsideZone: field(.badRequest, "invalid_name", error.message, "name")
        case .systemRecord, .soaStays: text(.conflict, "system_record", error.message)
        case .readOnly: field(.badRequest, "unsupported_type", error.message, "type")
        case .apexOnly: field(.conflict, "record_conflict", error.message, "name")
        case .conflict(_, let ids): field(.conflict, "record_conflict", error.message, "content", conflicts: ids)
        case .belowZoneCut: field(.conflict, "below_zone_cut", error.message, "name")
        case .tooMany: text(.conflict, "limit_reached", error.message)
        case .unknownRecord: text(.notFound, "not_found", error.message)
        case .badTTL, .otherSet, .namedTwice, .replacedTwice, .strayMember:
            text(.badRequest, "invalid_value", error.message)
        }
    }

    private static func answer(to error: RecordWriteRefusal) -> Answer {
        switch error {
        case .unsupportedType(let type):
            field(
                .badRequest,
                "unsupported_type",
                "Records of type \"\(type)\" cannot be stored here. Types: "
                    + RecordType.supported.map(\.name).joined(separator: ", ") + ".",
                "type"
            )
        case .invalidName(let why): field(.badRequest, "invalid_name", why.message, "name")
        case .invalidContent(let why): field(.badRequest, "invalid_content", why.message, "content")
        case .invalidField(let name, let expectation):
            Answer(status: 422, problem: Problem("schema", .schema([.init(["body", name], expectation)])))
        case .refusedByPowerDNS(let words):
            field(.badRequest, "pdns_refused", "PowerDNS refuses it: \(words)", "content")
        case .managedByDNSSEC(let type):
            field(
                .conflict,
                "managed_by_dnssec",
                "ScaiDNS signs the zone and writes its \(type) records itself.",
                "type"
            )
        case .listTooLong:
            text(
                .badRequest, "list_too_long",
                "The zone has over 100,000 records: ask for pages with page and page_size.")
        }
    }
}
