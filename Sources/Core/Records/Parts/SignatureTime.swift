/// When a signature begins or ends to hold: seconds since 1970-01-01T00:00:00Z modulo 2^32 (RFC 4034 3.1.5).
struct SignatureTime: Equatable, Sendable {
    let seconds: UInt32

    init(seconds: UInt32) {
        self.seconds = seconds
    }

    /// Reads `YYYYMMDDHHmmSS` in UTC, or seconds as a number (RFC 4034 3.2); nil for anything else, and after 2225, as Knot
    /// DNS has it: a clock of 32 bits takes later years for earlier ones.
    init?(_ token: ArraySlice<UInt8>) {
        guard let number = FieldReader.number(token) else { return nil }
        guard token.count == 14 else {
            guard let seconds = UInt32(exactly: number) else { return nil }
            self.seconds = seconds
            return
        }
        let date = Int64(number / 1_000_000)
        let (year, month, day) = (date / 10_000, date / 100 % 100, date % 100)
        let time = Int64(number % 1_000_000)
        let (hour, minute, second) = (time / 10_000, time / 100 % 100, time % 100)
        guard (1970...2225).contains(year), (1...12).contains(month), (1...31).contains(day), hour < 24, minute < 60,
            second < 60
        else { return nil }
        let days = Timestamp.days(year: year, month: month, day: day)
        guard Timestamp.civil(fromDays: days) == (year, month, day) else { return nil }
        seconds = UInt32(truncatingIfNeeded: days * 86_400 + hour * 3600 + minute * 60 + second)
    }

    /// `YYYYMMDDHHmmSS`, in the years 1970 to 2106.
    var text: String {
        let (year, month, day) = Timestamp.civil(fromDays: Int64(seconds / 86_400))
        let time = Int64(seconds % 86_400)
        let date = (year * 100 + month) * 100 + day
        return String(date * 1_000_000 + (time / 3600 * 100 + time / 60 % 60) * 100 + time % 60)
    }
}

extension FieldReader {
    /// A time of a signature.
    mutating func signatureTime(_ field: String) throws(RecordContentError) -> SignatureTime {
        let token = try token(field)
        guard let time = SignatureTime(token) else {
            throw refusal(
                field,
                "must be a time such as 20261124052022, or seconds since 1970",
                got: String(decoding: token, as: UTF8.self)
            )
        }
        return time
    }
}
