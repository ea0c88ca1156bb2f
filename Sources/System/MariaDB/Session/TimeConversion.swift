import CMariaDB

private let microsecondsOfDay: Int64 = 86_400_000_000

extension MYSQL_TIME {
    /// The moment in UTC, from microseconds since 1970-01-01T00:00:00Z; nil outside of the years 1 to 9999.
    init?(microseconds: Int64) {
        let day = microseconds.flooredQuotient(by: microsecondsOfDay)
        guard let date = CivilDate(day: day) else { return nil }
        let rest = microseconds - day * microsecondsOfDay
        self.init()
        year = UInt32(date.year)
        month = UInt32(date.month)
        self.day = UInt32(date.dayOfMonth)
        hour = UInt32(rest / 3_600_000_000)
        minute = UInt32(rest / 60_000_000 % 60)
        second = UInt32(rest / 1_000_000 % 60)
        second_part = UInt(rest % 1_000_000)
        time_type = MYSQL_TIMESTAMP_DATETIME
    }

    /// Microseconds since 1970-01-01T00:00:00Z; nil for what is no date, such as 0000-00-00.
    var microseconds: Int64? {
        let date = CivilDate(year: Int64(year), month: Int64(month), dayOfMonth: Int64(day))
        guard let number = date.day else { return nil }
        let seconds = Int64(hour) * 3600 + Int64(minute) * 60 + Int64(second)
        return number * microsecondsOfDay + seconds * 1_000_000 + Int64(second_part)
    }
}

/// A day of the proleptic Gregorian calendar, counted from 1970-01-01 by eras of 400 years that begin in March.
struct CivilDate: Equatable {
    let year: Int64
    let month: Int64
    let dayOfMonth: Int64

    init(year: Int64, month: Int64, dayOfMonth: Int64) {
        self.year = year
        self.month = month
        self.dayOfMonth = dayOfMonth
    }

    /// The date of a day; nil outside of the years 1 to 9999.
    init?(day: Int64) {
        guard (-719_162...2_932_896).contains(day) else { return nil }
        let shifted = day + 719_468
        let era = shifted.flooredQuotient(by: 146_097)
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        dayOfMonth = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    }

    /// Days since 1970-01-01; nil when there is no such date in the years 1 to 9999.
    var day: Int64? {
        guard (1...9999).contains(year), (1...12).contains(month), (1...31).contains(dayOfMonth) else { return nil }
        let yearFromMarch = month <= 2 ? year - 1 : year
        let era = yearFromMarch.flooredQuotient(by: 400)
        let yearOfEra = yearFromMarch - era * 400
        let monthFromMarch = month > 2 ? month - 3 : month + 9
        let dayOfYear = (153 * monthFromMarch + 2) / 5 + dayOfMonth - 1
        let number = era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
        return CivilDate(day: number) == self ? number : nil
    }
}

extension Int64 {
    /// The quotient rounded towards negative infinity; the divisor is positive.
    fileprivate func flooredQuotient(by divisor: Int64) -> Int64 {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? quotient - 1 : quotient
    }
}
