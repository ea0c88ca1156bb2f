/// Why a transaction was not committed, as the connection saw it.
enum CommitError: Error, Equatable {
    /// COMMIT was not sent, or refused with the whole transaction: nothing has happened.
    case notSent(DatabaseError)
    /// COMMIT was sent, and no answer came that says what became of it.
    case outcomeUnknown(DatabaseError)
    /// A statement of the body, such as DDL, had committed or rolled back before.
    case endedEarly
}
