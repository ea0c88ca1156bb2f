import CMariaDB

/// Where the columns of the current row land. Long values do not fit and are fetched apart.
final class ColumnBuffers {
    /// How the library is asked to deliver a column.
    private enum Kind {
        case integer, unsignedInteger, double, time, text, bytes

        var isLong: Bool { self == .text || self == .bytes }
    }

    /// Bytes of text that arrive with the row itself.
    private static let inlineSize = 256

    /// One entry a column, for `mysql_stmt_bind_result`.
    let binds: UnsafeMutablePointer<MYSQL_BIND>
    let names: [String]
    private let kinds: [Kind]
    private let bytes: UnsafeMutableRawPointer
    private let lengths: UnsafeMutablePointer<UInt>
    private let nulls: UnsafeMutablePointer<my_bool>

    init(_ fields: UnsafeBufferPointer<MYSQL_FIELD>) {
        names = fields.map { Self.name(of: $0) }
        kinds = fields.map { Self.kind(of: $0) }
        let count = fields.count
        binds = .allocate(capacity: count)
        binds.initialize(repeating: MYSQL_BIND(), count: count)
        bytes = .allocate(byteCount: count * Self.inlineSize, alignment: 16)
        lengths = .allocate(capacity: count)
        lengths.initialize(repeating: 0, count: count)
        nulls = .allocate(capacity: count)
        nulls.initialize(repeating: 0, count: count)
        for index in 0..<count { prepare(index) }
    }

    deinit {
        binds.deallocate()
        bytes.deallocate()
        lengths.deallocate()
        nulls.deallocate()
    }

    /// The bytes of the current row, in values and in their places in memory.
    var rowSize: Int {
        var size = kinds.count * MemoryLayout<Value>.stride
        for (index, kind) in kinds.enumerated() where kind.isLong && nulls[index] == 0 { size += Int(lengths[index]) }
        return size
    }

    /// One value of the row that `statement` has just fetched.
    func value(_ index: Int, of statement: UnsafeMutablePointer<MYSQL_STMT>) throws(DatabaseError) -> Value {
        guard nulls[index] == 0 else { return .null }
        let place = bytes + index * Self.inlineSize
        switch kinds[index] {
        case .integer:
            return .int(place.load(as: Int64.self))
        case .unsignedInteger:
            guard let number = Int64(exactly: place.load(as: UInt64.self)) else {
                throw error(DatabaseError.Code.valueOutOfRange, "22003", "is larger than 2^63-1", index)
            }
            return .int(number)
        case .double:
            return .double(place.load(as: Double.self))
        case .time:
            guard let microseconds = place.load(as: MYSQL_TIME.self).microseconds else {
                throw error(DatabaseError.Code.valueOutOfRange, "22007", "is no date", index)
            }
            return .time(microseconds)
        case .bytes:
            return .bytes(try content(index, of: statement))
        case .text:
            let content = try content(index, of: statement)
            guard let text = String(validating: content, as: UTF8.self) else {
                throw error(DatabaseError.Code.invalidText, "22021", "is not UTF-8", index)
            }
            return .text(text)
        }
    }

    private func content(_ index: Int, of statement: UnsafeMutablePointer<MYSQL_STMT>) throws(DatabaseError) -> [UInt8]
    {
        let length = Int(lengths[index])
        if length <= Self.inlineSize {
            return [UInt8](UnsafeRawBufferPointer(start: bytes + index * Self.inlineSize, count: length))
        }
        var status: Int32 = 0
        let content = [UInt8](unsafeUninitializedCapacity: length) { buffer, count in
            var bind = MYSQL_BIND()
            bind.buffer_type = kinds[index] == .bytes ? MYSQL_TYPE_LONG_BLOB : MYSQL_TYPE_STRING
            bind.buffer = UnsafeMutableRawPointer(buffer.baseAddress)
            bind.buffer_length = UInt(length)
            status = mysql_stmt_fetch_column(statement, &bind, UInt32(index), 0)
            count = status == 0 ? length : 0
        }
        guard status == 0 else { throw DatabaseError(statement) }
        return content
    }

    private func prepare(_ index: Int) {
        binds[index].buffer = bytes + index * Self.inlineSize
        binds[index].buffer_length = UInt(Self.inlineSize)
        binds[index].length = lengths + index
        binds[index].is_null = nulls + index
        switch kinds[index] {
        case .integer:
            binds[index].buffer_type = MYSQL_TYPE_LONGLONG
        case .unsignedInteger:
            binds[index].buffer_type = MYSQL_TYPE_LONGLONG
            binds[index].is_unsigned = 1
        case .double: binds[index].buffer_type = MYSQL_TYPE_DOUBLE
        case .time: binds[index].buffer_type = MYSQL_TYPE_DATETIME
        case .text: binds[index].buffer_type = MYSQL_TYPE_STRING
        case .bytes: binds[index].buffer_type = MYSQL_TYPE_LONG_BLOB
        }
    }

    private func error(_ code: UInt32, _ state: String, _ what: String, _ index: Int) -> DatabaseError {
        DatabaseError(code: code, sqlState: state, message: "The value of column \(names[index]) \(what).")
    }

    private static func name(of field: MYSQL_FIELD) -> String {
        let bytes = UnsafeRawBufferPointer(start: field.name, count: field.name == nil ? 0 : Int(field.name_length))
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func kind(of field: MYSQL_FIELD) -> Kind {
        /// The character set of what is no text.
        let binary: UInt32 = 63
        switch field.type {
        case MYSQL_TYPE_TINY, MYSQL_TYPE_SHORT, MYSQL_TYPE_INT24, MYSQL_TYPE_LONG, MYSQL_TYPE_LONGLONG, MYSQL_TYPE_YEAR:
            return field.flags & UInt32(UNSIGNED_FLAG) == 0 ? .integer : .unsignedInteger
        case MYSQL_TYPE_FLOAT, MYSQL_TYPE_DOUBLE:
            return .double
        case MYSQL_TYPE_DATETIME, MYSQL_TYPE_TIMESTAMP:
            return .time
        case MYSQL_TYPE_DECIMAL, MYSQL_TYPE_NEWDECIMAL, MYSQL_TYPE_DATE, MYSQL_TYPE_TIME, MYSQL_TYPE_NULL:
            return .text
        default:
            return field.charsetnr == binary ? .bytes : .text
        }
    }
}
