import API
import Client
import Core
import FoundationEssentials

/// Does what the console asks for and tells what became of it: the only place of the console that waits.
///
/// Cannot see or change the console's state; what comes back are messages.
struct EffectRunner: Sendable {
    let client: APIClient
    let deliver: @Sendable (Console.Message) -> Void

    /// Starts a call; its answer is delivered.
    func run(_ call: Call) {
        Task { deliver(.answered(Answer(call: call, outcome: await outcome(of: call)))) }
    }

    /// Delivers a tick each second until the task that is returned is cancelled.
    func tick() -> Task<Void, Never> {
        Task {
            // Ends with the sleep's refusal when the task is cancelled.
            while (try? await Task.sleep(for: .seconds(1), tolerance: .milliseconds(100))) != nil {
                deliver(.tick(Self.now()))
            }
        }
    }

    /// The time, to the microsecond.
    static func now() -> Timestamp {
        Timestamp(microseconds: Int64(Date().timeIntervalSince1970 * 1_000_000))
    }

    private func outcome(of call: Call) async -> Result<CallReply, CallFailure> {
        do throws(ClientFailure) {
            return .success(try await reply(to: call))
        } catch {
            return .failure(CallFailure(error))
        }
    }

    private func reply(to call: Call) async throws(ClientFailure) -> CallReply {
        switch call {
        case .zones(let query, let page, _):
            let query = DomainListQuery(
                status: query.status,
                domainType: query.type,
                search: query.search,
                page: PageRequest(page: page, pageSize: SparseList<DomainSummary>.pageSize)
            )
            return .zones(try await client.call(DomainEndpoints.list, query: query))
        case .zone(let zone):
            return .zone(try await client.call(DomainEndpoints.show, path: DomainPath(zone)))
        case .records(let zone, let includeSystem, _):
            let query = RecordListQuery(includeSystem: includeSystem)
            return .records(try await client.call(RecordEndpoints.list, path: DomainPath(zone), query: query))
        case .check(let zone):
            return .checked(try await client.call(ValidationEndpoints.check, path: DomainPath(zone)))
        case .createZone(let draft):
            return .zone(try await client.call(DomainEndpoints.create, body: draft))
        case .deleteZone(let id, _):
            _ = try await client.call(DomainEndpoints.delete, path: DomainPath(id), query: DomainDeletionQuery())
            return .done
        case .createRecord(let zone, let draft):
            return .record(try await client.call(RecordEndpoints.create, path: DomainPath(zone), body: draft))
        case .updateRecord(let zone, let record, let update):
            let path = RecordPath(zone, record)
            return .record(try await client.call(RecordEndpoints.update, path: path, body: update))
        case .deleteRecord(let zone, let record):
            _ = try await client.call(RecordEndpoints.delete, path: RecordPath(zone, record))
            return .done
        }
    }
}
