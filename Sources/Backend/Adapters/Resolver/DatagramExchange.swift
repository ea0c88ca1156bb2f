import Core
import NIOCore

/// One query over one connected UDP socket: sends it, sends it once more, and waits for the message that answers it.
///
/// The kernel drops what comes from another address or port; what does not fit the query is dropped here.
final class DatagramExchange: ChannelInboundHandler {
    typealias InboundIn = AddressedEnvelope<ByteBuffer>
    typealias OutboundOut = AddressedEnvelope<ByteBuffer>

    /// How an exchange ends, when it ends well.
    enum Outcome: Sendable {
        case answered(WireMessage)
        /// Something came that does not fit: somebody guesses, or the server folds case. TCP tells.
        case distrusted
    }

    /// When to give up and when to ask again.
    struct Timing: Sendable {
        let resend: TimeAmount
        let giveUp: TimeAmount
        /// How long the right answer is awaited after a wrong one.
        let grace: TimeAmount
    }

    private let query: WireQuery
    private let server: SocketAddress
    private let timing: Timing
    private let mayResend: @Sendable () -> Bool
    private let promise: EventLoopPromise<Outcome>
    private var timers: [Scheduled<Void>] = []
    private var wasDistrusted = false
    private var isDone = false

    init(
        query: WireQuery,
        server: SocketAddress,
        timing: Timing,
        promise: EventLoopPromise<Outcome>,
        mayResend: @escaping @Sendable () -> Bool
    ) {
        self.query = query
        self.server = server
        self.timing = timing
        self.promise = promise
        self.mayResend = mayResend
    }

    func channelActive(context: ChannelHandlerContext) {
        send(context)
        after(timing.resend, context) { [self] in
            if !wasDistrusted, mayResend() { send(context) }
        }
        after(timing.giveUp, context) { [self] in
            finish(wasDistrusted ? .success(.distrusted) : .failure(.timeout), context)
        }
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard !isDone else { return }
        let envelope = unwrapInboundIn(data)
        let message = try? WireMessage(decoding: Array(envelope.data.readableBytesView))  // garbage is a stranger's
        if let message, message.fit(to: query) == .answer {
            finish(.success(.answered(message)), context)
        } else if !wasDistrusted {
            wasDistrusted = true
            after(timing.grace, context) { [self] in finish(.success(.distrusted), context) }
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        finish(.failure(.unreachable), context)
    }

    func channelInactive(context: ChannelHandlerContext) {
        finish(.failure(.unreachable), context)
    }

    private func send(_ context: ChannelHandlerContext) {
        let octets = context.channel.allocator.buffer(bytes: query.encoded())
        context.writeAndFlush(wrapOutboundOut(AddressedEnvelope(remoteAddress: server, data: octets)), promise: nil)
    }

    private func after(_ delay: TimeAmount, _ context: ChannelHandlerContext, _ work: @escaping () -> Void) {
        let timer = context.eventLoop.assumeIsolated().scheduleTask(in: delay) { [self] in
            if !isDone { work() }
        }
        timers.append(timer)
    }

    private func finish(_ result: Result<Outcome, DNSFailure>, _ context: ChannelHandlerContext) {
        guard !isDone else { return }
        isDone = true
        for timer in timers { timer.cancel() }
        switch result {
        case .success(let outcome): promise.succeed(outcome)
        case .failure(let failure): promise.fail(failure)
        }
        context.close(promise: nil)
    }
}
