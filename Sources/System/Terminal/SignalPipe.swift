import CNcurses
import Dispatch
import Glibc

/// The signals that the screen reads as events: from the moment this exists they write into a pipe in place of ending the
/// program. SIGTSTP is ignored, since nothing here gives the terminal back for a pause.
///
/// One at a time, since signals belong to the process.
@MainActor
final class SignalPipe {
    private let signals: [Int32]
    private let file: Int32
    private var source: (any DispatchSourceRead)?

    /// Takes the signals over. Of those that end a program the ignored ones (as `nohup` leaves SIGHUP) stay ignored.
    ///
    /// - Throws: ``TerminalError/system(call:errno:)``
    init(ending: [Int32], others: [Int32]) throws(TerminalError) {
        file = sc_signal_pipe_open()
        guard file >= 0 else { throw .system(call: "pipe2", errno: errno) }
        signals = ending.filter { sc_signal_is_ignored($0) == 0 } + others
        for signal in signals { sc_signal_pipe_take(signal) }
        sc_signal_ignore(SIGTSTP)
    }

    /// Tells of each signal on the main queue, those included that came since the pipe was made.
    func listen(_ deliver: @escaping @MainActor (Int32) -> Void) {
        let source = DispatchSource.makeReadSource(fileDescriptor: file, queue: .main)
        source.setEventHandler {
            MainActor.assumeIsolated {
                while case let signal = sc_signal_pipe_next(), signal != 0 { deliver(signal) }
            }
        }
        source.resume()
        self.source = source
    }

    /// Lets the signals do again what they do by themselves. The pipe stays open for a signal that is being caught.
    func cancel() {
        source?.cancel()
        for signal in signals + [SIGTSTP] { sc_signal_default(signal) }
    }
}
