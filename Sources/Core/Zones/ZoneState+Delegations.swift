extension ZoneState {
    /// Whether a record at or below a delegation at `cut` stays of use there: its NS and DS, and glue, the addresses of
    /// hosts that an NS of the zone names (RFC 1034 4.2.1, RFC 9471 2).
    func isKept(_ record: StoredRecord, at cut: DomainName) -> Bool {
        guard record.name.isAtOrBelow(cut) else { return true }
        if record.type.isAddress { return isServer(record.name) }
        return record.name == cut && (record.type == .ns || record.type == .ds)
    }
}
