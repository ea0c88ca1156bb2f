import Core

extension ContentSample {
    /// Why a difference is meant; nil when it is not.
    func reason(for difference: ContentDifference) -> String? {
        switch difference {
        case .refused(let error), .refusedAlone(let error): reason(forRefusal: error)
        case .taken: reasonForTaking
        case .neverSeen: nil
        case .canonical: nil
        case .sent: nil
        case .shown: nil
        case .rdata: nil
        }
    }

    private func reason(forRefusal error: RecordContentError) -> String? { nil }

    private var reasonForTaking: String? { nil }
}
