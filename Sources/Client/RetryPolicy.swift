import CurlHTTP

/// How often and after which waits a call is tried again.
public struct RetryPolicy: Sendable, Equatable {
    /// All tries of one call, the first included.
    public var tries: Int
    /// The longest that all waits of one call may take together.
    public var patience: Duration
    /// The wait before the second try; it doubles with each further one.
    public var firstWait: Duration

    public init(tries: Int, patience: Duration, firstWait: Duration) {
        self.tries = tries
        self.patience = patience
        self.firstWait = firstWait
    }

    /// Three tries within 10 s of waiting.
    public static let standard = RetryPolicy(tries: 3, patience: .seconds(10), firstWait: .milliseconds(250))
    /// One try.
    public static let never = RetryPolicy(tries: 1, patience: .zero, firstWait: .zero)
}

/// Whether the server may see a request a second time.
enum Repetition: Equatable, Sendable {
    /// As often as needed: it changes nothing, or the server keeps its answer under an idempotency key.
    case freely
    /// Only when the server has certainly not acted: never sent, or turned away with 429 or 503 and a `Retry-After`.
    case ifNotDone
    /// Only when the request was never sent.
    case ifNeverSent
}

extension RetryPolicy {
    /// What became of one try.
    enum Outcome {
        case answer(status: Int, retryAfter: String?)
        case failure(HTTPFailure)
    }

    /// The wait before the next try; nil when there is none. `tried` counts the tries made so far, `waited` is the sum of
    /// the waits between them. Half of a wait that the server has not named is left to chance (`fraction`, 0 to 1), so that
    /// many clients do not come back at once.
    func wait(
        after outcome: Outcome,
        of repetition: Repetition,
        tried: Int,
        waited: Duration,
        fraction: Double
    ) -> Duration? {
        guard tried < tries else { return nil }
        let full = firstWait * (1 << min(tried - 1, 16))
        var wait = full / 2 + full / 2 * fraction
        switch outcome {
        case .failure(let failure):
            guard failure.isPassing, failure.requestWasNotSent || repetition == .freely else { return nil }
        case .answer(let status, let retryAfter):
            let named = retryAfter.flatMap(RetryPolicy.seconds)
            guard
                repetition == .freely && [429, 502, 503, 504].contains(status)
                    || repetition == .ifNotDone && [429, 503].contains(status) && named != nil
            else { return nil }
            if let named { wait = named }
        }
        return waited + wait <= patience ? wait : nil
    }

    /// The seconds of a `Retry-After`; nil for a date, which our server never sends, and for anything else.
    private static func seconds(_ text: String) -> Duration? {
        guard (1...6).contains(text.utf8.count), let seconds = Int(text), seconds >= 0 else { return nil }
        return .seconds(seconds)
    }
}

extension HTTPFailure {
    /// Whether the same request may fare better in a moment.
    fileprivate var isPassing: Bool {
        switch self {
        case .cannotConnect, .cannotResolve, .queueFull, .failed: true
        case .invalidURL, .invalidRequest, .tls, .timedOut, .tooLarge, .cancelled, .closed: false
        }
    }
}
