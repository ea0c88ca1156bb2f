import Core
import NIOCore

/// One query over one TCP connection (RFC 7766): two octets of length before each message, at most 65,535 octets of answer.
final class StreamExchange: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let query: WireQuery
    private let giveUp: TimeAmount
    private let promise: EventLoopPromise<WireMessage>
    private var received = ByteBuffer()
    private var timer: Scheduled<Void>?
    private var isDone = false

    init(query: WireQuery, giveUp: TimeAmount, promise: EventLoopPromise<WireMessage>) {
        self.query = query
        self.giveUp = giveUp
        self.promise = promise
    }

    func channelActive(context: ChannelHandlerContext) {
        let message = query.encoded()
        var octets = context.channel.allocator.buffer(capacity: message.count + 2)
        octets.writeInteger(UInt16(message.count))
        octets.writeBytes(message)
        context.writeAndFlush(wrapOutboundOut(octets), promise: nil)
        timer = context.eventLoop.assumeIsolated().scheduleTask(in: giveUp) { [self] in
            finish(.failure(.timeout), context)
        }
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard !isDone else { return }
        received.writeImmutableBuffer(unwrapInboundIn(data))
        guard let length = received.getInteger(at: received.readerIndex, as: UInt16.self),
            let octets = received.getBytes(at: received.readerIndex + 2, length: Int(length))
        else { return }
        let message = try? WireMessage(decoding: octets)  // garbage is no answer
        // Off the path nobody can get into a connection, so a server that folds case is believed here.
        if let message, message.fit(to: query) != .stranger, !message.isTruncated {
            finish(.success(message), context)
        } else {
            finish(.failure(.malformed), context)
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        finish(.failure(.unreachable), context)
    }

    func channelInactive(context: ChannelHandlerContext) {
        finish(.failure(.unreachable), context)
    }

    private func finish(_ result: Result<WireMessage, DNSFailure>, _ context: ChannelHandlerContext) {
        guard !isDone else { return }
        isDone = true
        timer?.cancel()
        switch result {
        case .success(let message): promise.succeed(message)
        case .failure(let failure): promise.fail(failure)
        }
        context.close(promise: nil)
    }
}
