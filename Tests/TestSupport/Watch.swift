import Glibc
import Foundation
import Synchronization

/// One process group that was started, until its leader has been reaped.
final class Watch: Sendable {
    private enum State {
        case running
        case killed
        case ended(killed: Bool)
    }

    private let group: pid_t
    private let state = Mutex(State.running)

    init(group: pid_t) {
        self.group = group
    }

    /// Whether ``kill()`` came before the end.
    var wasKilled: Bool {
        state.withLock {
            switch $0 {
            case .running: false
            case .killed: true
            case .ended(let killed): killed
            }
        }
    }

    /// Kills the group unless its leader has ended: after that the number may be another's.
    func kill() {
        state.withLock {
            guard case .running = $0 else { return }
            $0 = .killed
            Glibc.kill(-group, SIGKILL)
        }
    }

    /// Waits for the leader's end on a thread of its own; answers its status as the shell counts it.
    func end() async -> Int32 {
        await withCheckedContinuation { continuation in
            Thread.detachNewThread {
                // leaves the dead leader in place until the state says so, which keeps its number from being given away
                var information = siginfo_t()
                while waitid(P_PID, id_t(self.group), &information, WEXITED | WNOWAIT) != 0, errno == EINTR {}
                self.state.withLock {
                    if case .killed = $0 { $0 = .ended(killed: true) } else { $0 = .ended(killed: false) }
                }
                var status: Int32 = 0
                while waitpid(self.group, &status, 0) < 0, errno == EINTR {}
                let signal = status & 0x7f
                continuation.resume(returning: signal == 0 ? (status >> 8) & 0xff : 128 + signal)
            }
        }
    }
}
