import API
import Core

extension StoredRecord {
    /// The record as the API shows it.
    func answer(in domain: DomainRow, sync: SyncStatus, warnings: [Warning] = []) -> Record {
        Record(
            id: id.text,
            domainID: domain.id.text,
            name: name.text,
            displayName: name.relativeText(to: domain.name),
            type: type.name,
            content: content.text,
            ttl: Int(ttl),
            disabled: isDisabled,
            comment: comment,
            syncStatus: sync,
            createdAt: createdAt,
            updatedAt: updatedAt,
            warnings: warnings.isEmpty ? nil : warnings
        )
    }

    func target(in domain: DomainRow) -> AccessTarget {
        .record(
            name: name.relativeText(to: domain.name),
            type: type.name,
            domain: domain.id,
            tenant: domain.tenant
        )
    }
}

extension RecordService {
    /// The record that a draft describes.
    ///
    /// - Throws: ``RecordWriteRefusal``
    static func record(
        _ draft: RecordDraft,
        in domain: DomainRow,
        id: Identifier,
        at now: Timestamp
    ) throws(RecordWriteRefusal) -> StoredRecord {
        guard let type = RecordType(draft.type) else { throw .unsupportedType(draft.type) }
        let name: DomainName
        do {
            name = try DomainName(owner: draft.name, in: domain.name, toASCII: NameRules.toASCII)
        } catch {
            throw .invalidName(error)
        }
        return StoredRecord(
            id: id,
            name: name,
            content: try content(draft.content, type, in: domain),
            ttl: try ttl(draft.ttl) ?? domain.defaultTTL,
            isDisabled: draft.disabled ?? false,
            comment: try comment(draft.comment),
            createdAt: now,
            updatedAt: now
        )
    }

    /// The record after an update; what the update does not name stays.
    ///
    /// - Throws: ``RecordWriteRefusal``
    static func updated(
        _ before: StoredRecord,
        _ update: RecordUpdate,
        in domain: DomainRow,
        at now: Timestamp
    ) throws(RecordWriteRefusal) -> StoredRecord {
        var after = before
        if let text = update.content { after.content = try content(text, before.type, in: domain) }
        if let seconds = try ttl(update.ttl) { after.ttl = seconds }
        if let disabled = update.disabled { after.isDisabled = disabled }
        if let text = try comment(update.comment) { after.comment = text.isEmpty ? nil : text }
        after.updatedAt = now
        return after
    }

    private static func content(
        _ text: String,
        _ type: RecordType,
        in domain: DomainRow
    ) throws(RecordWriteRefusal) -> RecordContent {
        do {
            return try RecordContent(type: type, text: text, zone: domain.name, toASCII: NameRules.toASCII)
        } catch {
            throw .invalidContent(error)
        }
    }

    private static func ttl(_ seconds: Int?) throws(RecordWriteRefusal) -> UInt32? {
        guard let seconds else { return nil }
        guard let ttl = UInt32(exactly: seconds), StoredRecord.ttls.contains(ttl) else {
            throw .invalidField("ttl", "must be 0-2147483647 seconds")
        }
        return ttl
    }

    private static func comment(_ text: String?) throws(RecordWriteRefusal) -> String? {
        guard let text else { return nil }
        guard text.utf8.count <= 4096 else { throw .invalidField("comment", "must have at most 4096 octets") }
        return text
    }
}
