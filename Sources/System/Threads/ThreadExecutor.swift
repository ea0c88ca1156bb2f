import Glibc

/// A serial executor over one thread of its own: a blocking C call made on it blocks nothing else.
///
/// The thread starts with the first job. After ``shutdown()`` it ends as soon as the queue is empty; a job that comes
/// later still runs, on a thread that ends after it, so no job and no continuation is ever lost.
/// Signals are blocked on the thread, so that writing to a closed socket is an error and not a `SIGPIPE`.
public final class ThreadExecutor: SerialExecutor, @unchecked Sendable {
    private enum Job {
        case task(UnownedJob)
        case block(() -> Void)
    }

    /// The name of the thread, as `ps -L` shows it: at most 15 bytes, the rest is cut off.
    public let name: String

    // Unchecked: everything below is touched with `mutex` held only.
    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private let arrival = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
    private var jobs: [Job] = []
    private var hasThread = false
    private var isStopping = false

    public init(name: String) {
        self.name = name
        pthread_mutex_init(mutex, nil)
        pthread_cond_init(arrival, nil)
    }

    deinit {
        // The thread holds the executor, so nobody waits here any more.
        pthread_cond_destroy(arrival)
        pthread_mutex_destroy(mutex)
        arrival.deallocate()
        mutex.deallocate()
    }

    public func enqueue(_ job: consuming ExecutorJob) {
        add(.task(UnownedJob(job)))
    }

    /// Lets the thread end once it has done what is queued. Returns at once; further calls change nothing.
    public func shutdown() {
        pthread_mutex_lock(mutex)
        isStopping = true
        pthread_cond_signal(arrival)
        pthread_mutex_unlock(mutex)
    }

    /// What `body` returns, run on the thread after everything queued before it.
    public func run<Result: Sendable, Failure: Error>(
        _ body: @escaping @Sendable () throws(Failure) -> Result
    ) async throws(Failure) -> Result {
        let result = await withCheckedContinuation { continuation in
            add(
                .block {
                    do throws(Failure) {
                        continuation.resume(returning: Swift.Result<Result, Failure>.success(try body()))
                    } catch {
                        continuation.resume(returning: .failure(error))
                    }
                }
            )
        }
        return try result.get()
    }

    private func add(_ job: Job) {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        jobs.append(job)
        if hasThread {
            pthread_cond_signal(arrival)
        } else {
            hasThread = true
            // Without a thread the work that was promised could never be done.
            guard startThread(named: name, { [self] in work() }) else {
                preconditionFailure("The system gave no thread for \(name).")
            }
        }
    }

    private func work() {
        while let batch = nextBatch() {
            for job in batch {
                switch job {
                case .task(let task): task.runSynchronously(on: asUnownedSerialExecutor())
                case .block(let block): block()
                }
            }
        }
    }

    /// What has queued up, waiting for it if need be; nil when the thread is to end.
    private func nextBatch() -> [Job]? {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        while jobs.isEmpty && !isStopping { pthread_cond_wait(arrival, mutex) }
        guard !jobs.isEmpty else {
            hasThread = false
            return nil
        }
        defer { jobs = [] }
        return jobs
    }
}
