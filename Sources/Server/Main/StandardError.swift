import Glibc

/// The process's log.
enum StandardError {
    /// Writes the text in one call, so that lines of several threads stay whole. Nobody is left to tell when it fails.
    @Sendable static func write(_ text: String) {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let written = unsafe rest.withUnsafeBytes { unsafe Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
            guard written > 0 || errno == EINTR else { return }
            rest = rest.dropFirst(max(0, written))
        }
    }
}
