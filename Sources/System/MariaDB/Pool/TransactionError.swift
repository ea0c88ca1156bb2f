/// Why a transaction gave no result, apart from errors of its body and of the database.
public enum TransactionError: Error, Equatable, Sendable {
    /// Deadlocks or lock waits ended every run within the time given. Nothing has happened; later it may go through.
    case busy
    /// The connection was lost while COMMIT was under way: it may have happened or not. Look before repeating.
    case commitOutcomeUnknown
    /// A statement of the body, such as DDL or COMMIT, ended the transaction: what came before it is in effect.
    case endedEarly
}
