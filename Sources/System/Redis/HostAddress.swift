import Glibc
import Synchronization
import Threads

/// A socket address of any family.
struct HostAddress: Sendable {
    let family: Int32
    private let bytes: [UInt8]

    /// Begins to connect a non-blocking socket; 0 or the error number, `EINPROGRESS` among them.
    func beginConnecting(_ socket: Int32) -> Int32 {
        bytes.withUnsafeBytes { raw in
            raw.withMemoryRebound(to: sockaddr.self) { address in
                connect(socket, address.baseAddress, socklen_t(raw.count)) == 0 ? 0 : errno
            }
        }
    }

    /// nil for a path longer than a socket address holds.
    init?(unixPath path: String) {
        var address = sockaddr_un()
        let capacity = MemoryLayout.size(ofValue: address.sun_path)
        guard !path.isEmpty, path.utf8.count < capacity, !path.utf8.contains(0) else { return nil }
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
        family = AF_UNIX
        bytes = withUnsafeBytes(of: address) { Array($0) }
    }

    private init(_ found: addrinfo) {
        family = found.ai_family
        bytes = Array(UnsafeRawBufferPointer(start: found.ai_addr, count: Int(found.ai_addrlen)))
    }

    /// The addresses of a host in the system's order. Blocks for as long as the system's resolver takes,
    /// except when `numericOnly` leaves nothing to ask.
    static func resolve(_ host: String, port: Int, numericOnly: Bool) -> Result<[HostAddress], ResolutionError> {
        var hints = addrinfo()
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        hints.ai_flags = AI_NUMERICSERV | (numericOnly ? AI_NUMERICHOST : 0)
        var found: UnsafeMutablePointer<addrinfo>?
        let verdict = getaddrinfo(host, String(port), &hints, &found)
        guard verdict == 0 else { return .failure(ResolutionError(text: String(cString: gai_strerror(verdict)))) }
        defer { freeaddrinfo(found) }
        var addresses: [HostAddress] = []
        var next = found
        while let entry = next {
            addresses.append(HostAddress(entry.pointee))
            next = entry.pointee.ai_next
        }
        return .success(addresses)
    }

    struct ResolutionError: Error {
        let text: String
    }
}

/// One name resolution on a thread of its own, which is left behind when it takes too long.
final class Resolution: Sendable {
    private let answer = Mutex<Result<[HostAddress], HostAddress.ResolutionError>?>(nil)

    var result: Result<[HostAddress], HostAddress.ResolutionError>? { answer.withLock { $0 } }

    /// Gives `signal` when ``result`` is there.
    func start(_ host: String, port: Int, signal: WakeSignal) -> Bool {
        startThread(named: "resolve") { [self] in
            let result = HostAddress.resolve(host, port: port, numericOnly: false)
            answer.withLock { $0 = result }
            signal.give()
        }
    }
}
