import Backend
import MariaDB

extension CommandFailure {
    /// The words for what went wrong with the database at `place`; nil for any other error.
    init?(database error: any Error, at place: String) {
        switch error {
        case let error as DatabaseError: self.init(error, at: place)
        case let refusal as SchemaRefusal:
            self.init(refusal == .locked ? .conflict : .failed, refusal.message)
        case let failure as MigrationFailure: self.init(.failed, failure.message)
        case is PoolError, TransactionError.busy:
            self.init(.unavailable, "MariaDB at \(place) is too busy", advice: "Try again in a moment.")
        case TransactionError.commitOutcomeUnknown:
            self.init(
                .unavailable,
                "the connection to MariaDB at \(place) was lost while the change was written",
                advice: "Run the command again: it changes nothing that is done already."
            )
        default: return nil
        }
    }

    private init(_ error: DatabaseError, at place: String) {
        if error.isConnectionLost {
            self.init(
                .unavailable,
                "MariaDB at \(place) cannot be reached: \(error.message)",
                advice: "Check that it runs and that DATABASE_URL names it."
            )
        } else if [1044, 1045, 1049, 1130, 1698].contains(error.code) {
            // Access denied, unknown database, host not allowed.
            self.init(
                .usage,
                "MariaDB at \(place) refuses: \(error.message)",
                advice: "Check user, password and database in DATABASE_URL."
            )
        } else {
            self.init(.failed, "MariaDB at \(place): \(error.message) (\(error.code))")
        }
    }
}
