import CHiredis

/// Cuts the bytes that arrive into replies, by hiredis, which builds our own nodes instead of its structures.
///
/// hiredis itself allows seven nested arrays. For one connection and one thread.
final class ReplyReader {
    private let reader: UnsafeMutablePointer<redisReader>
    private let functions: UnsafeMutablePointer<redisReplyObjectFunctions>
    private let maximumReplyBytes: Int
    /// Bytes fed that belong to no complete reply yet.
    private var partialBytes = 0

    init(maximumReplyBytes: Int) {
        functions = .allocate(capacity: 1)
        functions.initialize(to: ReplyNode.functions)
        guard let reader = redisReaderCreateWithFunctions(functions) else {
            preconditionFailure("no memory for a reader of 400 bytes")
        }
        self.reader = reader
        self.maximumReplyBytes = maximumReplyBytes
    }

    deinit {
        redisReaderFree(reader)
        functions.deallocate()
    }

    /// The replies that are complete with these bytes, in order.
    /// - Throws: ``RedisFailure/protocolViolation(_:)``, after which the reader is of no more use.
    func feed(_ bytes: UnsafeBufferPointer<UInt8>) throws(RedisFailure) -> [RedisReply] {
        partialBytes += bytes.count
        let fed = bytes.withMemoryRebound(to: CChar.self) { redisReaderFeed(reader, $0.baseAddress, $0.count) }
        guard fed == REDIS_OK else { throw violation() }
        var replies: [RedisReply] = []
        while true {
            var object: UnsafeMutableRawPointer?
            guard redisReaderGetReply(reader, &object) == REDIS_OK else { throw violation() }
            guard let object else { break }
            replies.append(Unmanaged<ReplyNode>.fromOpaque(object).takeRetainedValue().reply)
            partialBytes = reader.pointee.len - reader.pointee.pos
        }
        guard partialBytes <= maximumReplyBytes else {
            throw .protocolViolation("a reply of more than \(maximumReplyBytes) bytes")
        }
        return replies
    }

    private func violation() -> RedisFailure {
        let text = withUnsafeBytes(of: reader.pointee.errstr) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
        return .protocolViolation(text)
    }
}

/// A reply that hiredis is building: a value, or an array that its elements still join.
///
/// The root is retained for hiredis, which hands it back or frees it; elements are retained by their array alone.
private final class ReplyNode {
    private var value = RedisReply.null
    private var elements: [ReplyNode]?

    /// More elements than any of our commands asks for.
    private static let maximumElements = 1 << 20

    var reply: RedisReply {
        guard let elements else { return value }
        return .array(elements.map(\.reply))
    }

    static let functions = redisReplyObjectFunctions(
        createString: { task, start, length in
            guard let task else { return nil }
            let bytes = UnsafeRawBufferPointer(start: start, count: length)
            return switch task.pointee.type {
            case REDIS_REPLY_ERROR: make(task) { $0.value = .error(String(decoding: bytes, as: UTF8.self)) }
            case REDIS_REPLY_STATUS: make(task) { $0.value = .status(String(decoding: bytes, as: UTF8.self)) }
            default: make(task) { $0.value = .bulk(Array(bytes)) }
            }
        },
        createArray: { task, count in
            guard let task, count <= maximumElements else { return nil }
            return make(task) { $0.elements = [] }
        },
        createInteger: { task, number in
            guard let task else { return nil }
            return make(task) { $0.value = .int(number) }
        },
        createNil: { task in
            guard let task else { return nil }
            return make(task) { $0.value = .null }
        },
        freeObject: { object in
            guard let object else { return }
            Unmanaged<ReplyNode>.fromOpaque(object).release()
        }
    )

    private static func make(
        _ task: UnsafePointer<redisReadTask>,
        _ fill: (ReplyNode) -> Void
    ) -> UnsafeMutableRawPointer {
        let node = ReplyNode()
        fill(node)
        guard let parent = task.pointee.parent?.pointee.obj else { return Unmanaged.passRetained(node).toOpaque() }
        Unmanaged<ReplyNode>.fromOpaque(parent).takeUnretainedValue().elements?.append(node)
        return Unmanaged.passUnretained(node).toOpaque()
    }
}
