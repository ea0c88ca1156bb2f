import CNcurses
import Dispatch
import Glibc

/// The signals that the screen reads as events. They are blocked in the thread that makes this and in every thread that
/// it starts later, so that neither a default action nor a handler of ncurses runs; SIGTSTP waits unread.
@MainActor
final class SignalFile {
    private let file: Int32
    private let source: any DispatchSourceRead

    /// Reads each signal on the main queue into `deliver`.
    ///
    /// - Throws: ``TerminalError/system(call:errno:)``
    init(_ signals: [Int32], deliver: @escaping @MainActor (Int32) -> Void) throws(TerminalError) {
        let file = sc_signal_file(signals + [SIGTSTP], Int32(signals.count) + 1)
        guard file >= 0 else { throw .system(call: "signalfd", errno: errno) }
        self.file = file
        source = DispatchSource.makeReadSource(fileDescriptor: file, queue: .main)
        source.setEventHandler {
            MainActor.assumeIsolated {
                while case let signal = sc_next_signal(file), signal != 0 {
                    if signal != SIGTSTP { deliver(signal) }
                }
            }
        }
        source.setCancelHandler { close(file) }
        source.resume()
    }

    func cancel() { source.cancel() }
}
