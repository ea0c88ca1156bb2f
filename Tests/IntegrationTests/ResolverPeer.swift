import Foundation
import Glibc
import Synchronization

/// A DNS server made of two sockets and a function, to be as hostile as a test wants. It listens on an address of 127/8 and
/// ends with ``stop()``.
final class ResolverPeer: Sendable {
    /// What is sent back, and from where.
    enum Reply: Sendable {
        case send([UInt8])
        /// From an address that was not asked.
        case forge([UInt8])
    }

    private let socket: Int32
    private let otherSocket: Int32
    private let isStopped = Mutex(false)
    private let heard = Mutex<[Heard]>([])

    /// A query as it arrived.
    struct Heard: Sendable {
        let octets: [UInt8]
        let port: UInt16
    }

    var queries: [Heard] { heard.withLock { $0 } }

    init(at address: String, port: Int, answer: @escaping @Sendable ([UInt8]) -> [Reply]) throws {
        socket = try Self.bind(address, port)
        otherSocket = try Self.bind(address, 0)
        Thread.detachNewThread { [self] in serve(answer) }
    }

    func stop() {
        isStopped.withLock { $0 = true }
    }

    private func serve(_ answer: ([UInt8]) -> [Reply]) {
        while !isStopped.withLock({ $0 }) {
            var buffer = [UInt8](repeating: 0, count: 2048)
            var peer = sockaddr_in()
            var length = socklen_t(MemoryLayout<sockaddr_in>.size)
            let count = withUnsafeMutablePointer(to: &peer) { pointer in
                pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                    recvfrom(socket, &buffer, buffer.count, 0, $0, &length)
                }
            }
            guard count >= 12 else { continue }
            let query = Array(buffer[..<count])
            heard.withLock { $0.append(Heard(octets: query, port: UInt16(bigEndian: peer.sin_port))) }
            for reply in answer(query) {
                switch reply {
                case .send(let octets): Self.send(octets, from: socket, to: peer)
                case .forge(let octets): Self.send(octets, from: otherSocket, to: peer)
                }
            }
        }
        close(socket)
        close(otherSocket)
    }

    private static func send(_ octets: [UInt8], from socket: Int32, to peer: sockaddr_in) {
        withUnsafePointer(to: peer) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                _ = sendto(socket, octets, octets.count, 0, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
    }

    private static func bind(_ address: String, _ port: Int) throws -> Int32 {
        let descriptor = Glibc.socket(AF_INET, Int32(SOCK_DGRAM.rawValue), 0)
        var timeout = timeval(tv_sec: 0, tv_usec: 20_000)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &timeout, socklen_t(MemoryLayout<timeval>.size))
        var local = sockaddr_in()
        local.sin_family = sa_family_t(AF_INET)
        local.sin_port = UInt16(port).bigEndian
        inet_pton(AF_INET, address, &local.sin_addr)
        let status = withUnsafePointer(to: &local) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                Glibc.bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard status == 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
        return descriptor
    }
}

/// Answers made of the query's own octets.
enum PeerAnswer {
    /// Authoritative NOERROR with one TXT record of one string (at most 255 octets).
    static func text(_ text: String, to query: [UInt8]) -> [UInt8] {
        let question = question(of: query)
        let string = [UInt8(text.utf8.count)] + Array(text.utf8)
        let record: [UInt8] = [0xC0, 12, 0, 16, 0, 1, 0, 0, 0, 60, 0, UInt8(string.count)] + string
        return header(query, flags: 0x8400, answers: 1) + question + record
    }

    /// NOERROR, nothing there; `flags` as on the wire.
    static func nothing(_ query: [UInt8], flags: UInt16 = 0x8400) -> [UInt8] {
        header(query, flags: flags, answers: 0) + question(of: query)
    }

    /// Authoritative CNAME from the asked name to its own first label in front of `zone`, as a DNAME of its parent makes it.
    static func moved(to zone: [String], _ query: [UInt8]) -> [UInt8] {
        let question = question(of: query)
        let label = Array(question[...Int(question[0])])
        let target = label + zone.flatMap { [UInt8($0.utf8.count)] + Array($0.utf8) } + [0]
        let record: [UInt8] = [0xC0, 12, 0, 5, 0, 1, 0, 0, 0, 60, 0, UInt8(target.count)] + target
        return header(query, flags: 0x8400, answers: 1) + question + record
    }

    static func withOtherID(_ message: [UInt8]) -> [UInt8] {
        [message[0] ^ 0x55, message[1]] + message[2...]
    }

    /// Every letter of the question in the other case.
    static func withOtherCase(_ message: [UInt8]) -> [UInt8] {
        let end = 12 + question(of: message).count - 5
        return message.enumerated().map { index, octet in
            let isLetter = (0x41...0x5A).contains(octet & 0xDF) && (13..<end).contains(index)
            return isLetter ? octet ^ 0x20 : octet
        }
    }

    private static func header(_ query: [UInt8], flags: UInt16, answers: UInt8) -> [UInt8] {
        [query[0], query[1], UInt8(flags >> 8), UInt8(flags & 0xFF), 0, 1, 0, answers, 0, 0, 0, 0]
    }

    private static func question(of query: [UInt8]) -> [UInt8] {
        var index = 12
        while query[index] != 0 { index += 1 + Int(query[index]) }
        return Array(query[12..<(index + 5)])
    }
}
