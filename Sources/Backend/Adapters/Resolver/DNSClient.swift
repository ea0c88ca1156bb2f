public import Core
import NIOCore
import NIOPosix

/// Asks one DNS server one question: by UDP from a fresh port with a random id and random case, then by TCP when the answer
/// was cut or is not to be trusted.
public struct DNSClient: Sendable {
    /// How long one question may take, before the caller's own deadline.
    public struct Patience: Sendable {
        /// By UDP, the second sending included; it is sent again after a second, or after half of a shorter time.
        public let datagram: Duration
        /// By TCP, connecting included.
        public let stream: Duration

        public init(datagram: Duration = .milliseconds(3500), stream: Duration = .seconds(4)) {
            self.datagram = datagram
            self.stream = stream
        }
    }

    /// The threads that all sockets of the process share.
    private let group: any EventLoopGroup = MultiThreadedEventLoopGroup.singleton
    private let randomness: Randomness
    private let now: @Sendable () -> ContinuousClock.Instant

    public init(randomness: Randomness, now: @escaping @Sendable () -> ContinuousClock.Instant) {
        self.randomness = randomness
        self.now = now
    }

    /// One question as it is to be asked.
    struct Request: Sendable {
        let name: DomainName
        let type: WireType
        let server: DNSEndpoint
        var flags: WireFlags = []
        var patience = Patience()
        let deadline: ContinuousClock.Instant
        /// Counts every sending to this server; nil for servers of the operator's choice.
        var budget: QueryBudget?
    }

    /// The server's answer, whatever its response code; never a truncated one.
    ///
    /// - Throws: ``DNSFailure``
    func ask(_ request: Request) async throws(DNSFailure) -> WireMessage {
        try request.budget?.take(for: request.server.address)
        if case .answered(let message) = try await datagram(request), !message.isTruncated { return message }
        try request.budget?.take(for: request.server.address)
        return try await stream(request)
    }

    private func query(for request: Request) -> WireQuery {
        let question = WireQuestion(request.name, request.type)
            .mixingCase(by: randomness.bytes((request.name.wire.count + 7) / 8))
        return WireQuery(id: randomness.number16(), question: question, flags: request.flags)
    }

    private func datagram(_ request: Request) async throws(DNSFailure) -> DatagramExchange.Outcome {
        let time = try remaining(request, atMost: request.patience.datagram)
        let timing = DatagramExchange.Timing(
            resend: TimeAmount(min(.seconds(1), time / 2)),
            giveUp: TimeAmount(time),
            grace: .milliseconds(200)
        )
        let query = query(for: request)
        let server = try address(of: request.server)
        let loop = group.next()
        let promise = loop.makePromise(of: DatagramExchange.Outcome.self)
        // Bound by connecting, the socket gets a random port from the kernel and hears this one peer only.
        let connecting = DatagramBootstrap(group: loop)
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    let exchange = DatagramExchange(
                        query: query,
                        server: server,
                        timing: timing,
                        promise: promise
                    ) {
                        guard let budget = request.budget else { return true }
                        do {
                            try budget.take(for: request.server.address)
                            return true
                        } catch {
                            return false
                        }
                    }
                    try channel.pipeline.syncOperations.addHandler(exchange)
                }
            }
            .connect(to: server)
        return try await result(of: promise, connecting)
    }

    private func stream(_ request: Request) async throws(DNSFailure) -> WireMessage {
        let time = TimeAmount(try remaining(request, atMost: request.patience.stream))
        let query = query(for: request)
        let server = try address(of: request.server)
        let loop = group.next()
        let promise = loop.makePromise(of: WireMessage.self)
        let connecting = ClientBootstrap(group: loop)
            .connectTimeout(time)
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    let exchange = StreamExchange(query: query, giveUp: time, promise: promise)
                    try channel.pipeline.syncOperations.addHandler(exchange)
                }
            }
            .connect(to: server)
        return try await result(of: promise, connecting)
    }

    /// Waits for the exchange; a cancelled task closes its socket.
    private func result<Answer: Sendable>(
        of promise: EventLoopPromise<Answer>,
        _ connecting: EventLoopFuture<any Channel>
    ) async throws(DNSFailure) -> Answer {
        connecting.whenFailure { error in
            let isTimeout =
                (error as? ChannelError).map { if case .connectTimeout = $0 { true } else { false } } ?? false
            promise.fail(isTimeout ? DNSFailure.timeout : .unreachable)
        }
        do {
            return try await withTaskCancellationHandler {
                try await promise.futureResult.get()
            } onCancel: {
                connecting.whenSuccess { $0.close(promise: nil) }
            }
        } catch {
            throw error as? DNSFailure ?? .unreachable
        }
    }

    private func remaining(_ request: Request, atMost limit: Duration) throws(DNSFailure) -> Duration {
        let left = request.deadline - now()
        guard left > .zero else { throw .timeout }
        return min(left, limit)
    }

    private func address(of server: DNSEndpoint) throws(DNSFailure) -> SocketAddress {
        do {
            return try SocketAddress(ipAddress: server.address.text, port: server.port)
        } catch {
            throw .unreachable
        }
    }
}
