import FoundationEssentials
import Glibc

extension Streams {
    /// Those of the process.
    static let standard = Streams(
        out: { bytes throws(OutputFailure) in try write(bytes, to: STDOUT_FILENO) },
        err: { text in
            // Nobody is left to tell when standard error cannot be written.
            try? write(Array(text.utf8), to: STDERR_FILENO)
        },
        readLine: { Swift.readLine() },
        inIsTerminal: isatty(STDIN_FILENO) == 1,
        outIsTerminal: isatty(STDOUT_FILENO) == 1,
        columns: width(of: STDOUT_FILENO)
    )

    /// Writes all of it. A reader that has gone (`| head`) ends the program as it ends others: by SIGPIPE.
    private static func write(_ bytes: [UInt8], to descriptor: Int32) throws(OutputFailure) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let written = unsafe rest.withUnsafeBytes { unsafe Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if written >= 0 {
                rest = rest.dropFirst(written)
            } else if errno == EPIPE {
                signal(SIGPIPE, SIG_DFL)
                raise(SIGPIPE)
            } else if errno == EAGAIN {
                var ready = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                unsafe poll(&ready, 1, -1)
            } else if errno != EINTR {
                throw OutputFailure(reason: unsafe String(cString: strerror(errno)))
            }
        }
    }

    private static func width(of descriptor: Int32) -> Int? {
        var size = winsize()
        guard isatty(descriptor) == 1, unsafe ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
            return nil
        }
        return Int(size.ws_col)
    }
}
