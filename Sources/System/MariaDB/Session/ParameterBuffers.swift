import CMariaDB

/// The parameters of one execution, in memory that stays where it is until the execution is over.
final class ParameterBuffers {
    /// One entry a value, for `mysql_stmt_bind_param`.
    let binds: UnsafeMutablePointer<MYSQL_BIND>
    private let count: Int
    private let bytes: UnsafeMutableRawPointer

    /// - Throws: a ``DatabaseError`` with ``DatabaseError/Code/valueOutOfRange`` for a time outside of the years 1 to 9999.
    static func filled(with values: [Value]) throws(DatabaseError) -> ParameterBuffers {
        let buffers = ParameterBuffers(count: values.count, size: values.reduce(0) { $0 + $1.roundedSize })
        var offset = 0
        for (index, value) in values.enumerated() {
            try buffers.store(value, at: offset, index: index)
            offset += value.roundedSize
        }
        return buffers
    }

    private init(count: Int, size: Int) {
        self.count = count
        binds = .allocate(capacity: max(count, 1))
        binds.initialize(repeating: MYSQL_BIND(), count: count)
        bytes = .allocate(byteCount: max(size, 1), alignment: 16)
    }

    deinit {
        binds.deinitialize(count: count)
        binds.deallocate()
        bytes.deallocate()
    }

    private func store(_ value: Value, at offset: Int, index: Int) throws(DatabaseError) {
        let place = bytes + offset
        binds[index].buffer = place
        switch value {
        case .null:
            binds[index].buffer_type = MYSQL_TYPE_NULL
        case .int(let number):
            binds[index].buffer_type = MYSQL_TYPE_LONGLONG
            place.storeBytes(of: number, as: Int64.self)
        case .double(let number):
            binds[index].buffer_type = MYSQL_TYPE_DOUBLE
            place.storeBytes(of: number, as: Double.self)
        case .text(var text):
            binds[index].buffer_type = MYSQL_TYPE_STRING
            binds[index].buffer_length = UInt(text.utf8.count)
            text.withUTF8 { place.copy($0) }
        case .bytes(let bytes):
            binds[index].buffer_type = MYSQL_TYPE_LONG_BLOB
            binds[index].buffer_length = UInt(bytes.count)
            bytes.withUnsafeBufferPointer { place.copy($0) }
        case .time(let microseconds):
            guard let time = MYSQL_TIME(microseconds: microseconds) else {
                throw DatabaseError(
                    code: DatabaseError.Code.valueOutOfRange,
                    sqlState: "22008",
                    message: "Parameter \(index + 1): \(microseconds) microseconds are outside of the years 1 to 9999."
                )
            }
            binds[index].buffer_type = MYSQL_TYPE_DATETIME
            binds[index].buffer_length = UInt(MemoryLayout<MYSQL_TIME>.size)
            place.storeBytes(of: time, as: MYSQL_TIME.self)
        }
    }
}

extension UnsafeMutableRawPointer {
    fileprivate func copy(_ source: UnsafeBufferPointer<UInt8>) {
        guard let start = source.baseAddress else { return }
        copyMemory(from: start, byteCount: source.count)
    }
}

extension Value {
    /// The bytes the value takes in ``ParameterBuffers``, rounded up so that the next one is aligned.
    fileprivate var roundedSize: Int {
        let size =
            switch self {
            case .null: 0
            case .int, .double: 8
            case .text(let text): text.utf8.count
            case .bytes(let bytes): bytes.count
            case .time: MemoryLayout<MYSQL_TIME>.size
            }
        return (size + 15) & ~15
    }
}
