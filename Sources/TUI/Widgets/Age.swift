import Core

/// How long ago something was, for people.
enum Age {
    /// `now`, `12 s`, `3 min`, `5 h`, `4 d`; `now` for what lies in the future.
    static func text(since moment: Timestamp, at now: Timestamp) -> String {
        switch now.seconds(since: moment) {
        case ..<1: "now"
        case let seconds where seconds < 60: "\(seconds) s"
        case let seconds where seconds < 3600: "\(seconds / 60) min"
        case let seconds where seconds < 172_800: "\(seconds / 3600) h"
        case let seconds: "\(seconds / 86_400) d"
        }
    }
}
