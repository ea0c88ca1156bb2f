import Glibc

/// A program that ran to its end, and what it cost.
struct ChildProcess {
    /// In seconds.
    let userTime: Double
    let systemTime: Double
    /// The most memory that it held, in KiB.
    let peakMemory: Int

    /// Runs a program with its output thrown away, except for our own errors.
    /// - Throws: ``Failure`` when it cannot be started or ends with anything but 0.
    init(_ program: String, _ arguments: [String]) throws {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
        var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) }
        defer { for word in words { free(word) } }
        words.append(nil)
        var child: pid_t = 0
        let started = posix_spawnp(&child, program, &actions, nil, words, environ)
        guard started == 0 else { throw Failure(program: program, reason: String(cString: strerror(started))) }
        var status: Int32 = 0
        var usage = rusage()
        guard wait4(child, &status, 0, &usage) == child, status == 0 else {
            throw Failure(program: program, reason: "ended with status \(status)")
        }
        userTime = Self.seconds(usage.ru_utime)
        systemTime = Self.seconds(usage.ru_stime)
        peakMemory = usage.ru_maxrss
    }

    struct Failure: Error, CustomStringConvertible {
        let program: String
        let reason: String
        var description: String { "\(program): \(reason)" }
    }

    private static func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
}
