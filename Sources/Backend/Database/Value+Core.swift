import Core
import MariaDB

extension Value {
    static func id(_ id: Identifier) -> Value { .bytes(id.bytes) }

    static func id(_ id: Identifier?) -> Value { id.map { .bytes($0.bytes) } ?? .null }

    static func at(_ moment: Timestamp) -> Value { .time(moment.microseconds) }

    static func at(_ moment: Timestamp?) -> Value { moment.map { .time($0.microseconds) } ?? .null }

    static func name(_ name: DomainName) -> Value { .text(name.text) }

    static func optional(_ text: String?) -> Value { text.map(Value.text) ?? .null }

    static func optional(_ number: Int64?) -> Value { number.map(Value.int) ?? .null }

    static func flag(_ flag: Bool) -> Value { .int(flag ? 1 : 0) }
}
