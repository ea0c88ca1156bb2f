import Glibc

/// One connected socket, with TLS or without: bytes out, replies in, never blocking. For one thread.
final class Link {
    let socket: Int32
    private var tls: TLSSession?
    private let reader: ReplyReader
    private let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 64 << 10, alignment: 16)
    private var output: [UInt8] = []
    private var written = 0
    /// TLS may have to read in order to write and the other way round.
    private var readingWaitsFor = SocketInterest.reading
    private var writingWaitsFor = SocketInterest.writing

    /// At most this much is read before other work gets its turn.
    private static let bytesPerTurn = 1 << 20

    /// Takes the socket over and closes it in the end.
    init(socket: Int32, maximumReplyBytes: Int) {
        self.socket = socket
        reader = ReplyReader(maximumReplyBytes: maximumReplyBytes)
    }

    deinit {
        tls = nil
        close(socket)
        buffer.deallocate()
    }

    /// Bytes that the socket has not taken yet.
    var pendingBytes: Int { output.count - written }

    /// What the socket has to become for ``flush()`` or ``receive()`` to go on.
    var interest: SocketInterest { pendingBytes > 0 ? [readingWaitsFor, writingWaitsFor] : readingWaitsFor }

    /// All further bytes go through TLS; its handshake is the caller's.
    func secure(_ session: TLSSession) { tls = session }

    func send(_ bytes: [UInt8]) { output.append(contentsOf: bytes) }

    /// Writes as much as the socket takes.
    func flush() throws(RedisFailure) {
        while pendingBytes > 0 {
            let step = output.withUnsafeBytes { write(UnsafeRawBufferPointer(rebasing: $0[written...])) }
            switch step {
            case .done(let count):
                written += count
            case .blocked(let interest):
                writingWaitsFor = interest
                if written > Link.bytesPerTurn {
                    output.removeFirst(written)
                    written = 0
                }
                return
            case .ended, .failed: throw .connectionLost
            }
        }
        output.removeAll(keepingCapacity: output.capacity <= Link.bytesPerTurn)
        written = 0
    }

    /// The replies that have arrived, and whether the connection ended after them.
    func receive() throws(RedisFailure) -> (replies: [RedisReply], isLost: Bool) {
        var replies: [RedisReply] = []
        var total = 0
        while total < Link.bytesPerTurn {
            switch read() {
            case .done(let count):
                total += count
                let bytes = UnsafeRawBufferPointer(rebasing: buffer[..<count])
                replies += try reader.feed(bytes.assumingMemoryBound(to: UInt8.self))
            case .blocked(let interest):
                readingWaitsFor = interest
                return (replies, false)
            case .ended, .failed: return (replies, true)
            }
        }
        return (replies, false)
    }

    private func write(_ bytes: UnsafeRawBufferPointer) -> TLSSession.Step {
        if let tls { return tls.write(bytes) }
        return plain(.writing) { Glibc.send(socket, bytes.baseAddress, bytes.count, Int32(MSG_NOSIGNAL)) }
    }

    private func read() -> TLSSession.Step {
        if let tls { return tls.read(into: buffer) }
        return plain(.reading) { recv(socket, buffer.baseAddress, buffer.count, 0) }
    }

    private func plain(_ interest: SocketInterest, _ call: () -> Int) -> TLSSession.Step {
        while true {
            let count = call()
            if count > 0 { return .done(count) }
            if count == 0 { return .ended }
            switch errno {
            case EINTR: continue
            case EAGAIN: return .blocked(interest)
            default: return .failed(errorText(errno))
            }
        }
    }
}
