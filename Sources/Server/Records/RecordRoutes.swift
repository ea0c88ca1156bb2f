import API
import Backend

extension Routes {
    /// Records of a zone (`api.md` 5).
    func serveRecords(_ records: RecordService) {
        on(RecordEndpoints.list) { call in try await records.list(call.path.domain, call.query, as: call.caller) }
        on(RecordEndpoints.create) { call in
            try await records.create(call.body, in: call.path.domain, as: call.caller)
        }
        on(RecordEndpoints.show) { call in try await records.show(call.path, as: call.caller) }
        on(RecordEndpoints.update) { call in try await records.update(call.path, call.body, as: call.caller) }
        on(RecordEndpoints.delete) { call in
            try await records.delete(call.path, as: call.caller)
            return Nothing()
        }
    }
}
