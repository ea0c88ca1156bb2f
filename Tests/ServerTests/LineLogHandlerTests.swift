import Logging
import Synchronization
import Testing

@testable import Server

@Suite("The log's lines")
struct LineLogHandlerTests {
    private func line(_ format: LineLogHandler.Format, _ message: String, _ metadata: Logger.Metadata) -> String {
        let written = Mutex("")
        let box = Box(written: written)
        let handler = LineLogHandler(
            format: format, now: { "NOW" }, write: { text in box.written.withLock { $0 += text } }, logLevel: .debug)
        Logger(label: "tests") { _ in handler }.warning("\(message)", metadata: metadata)
        return box.written.withLock { $0 }
    }

    private final class Box: Sendable {
        let written: Mutex<String>

        init(written: consuming sending Mutex<String>) {
            self.written = written
        }
    }

    @Test("A text line has time, level, message and its facts by name")
    func text() {
        #expect(
            line(.text, "A push waits", ["zone": "example.org", "attempts": "2", "reason": "no connection"])
                == "NOW WARNING A push waits attempts=2 reason=\"no connection\" zone=example.org\n")
    }

    @Test("Nothing forges a line, leaves its quotes or drives a terminal")
    func hostile() {
        #expect(
            line(.text, "Refused", ["path": "/a\nNOW ERROR forged", "id": "x\" code=y", "end": "back\\"])
                == "NOW WARNING Refused end=\"back\\\\\" id=\"x\\\" code=y\" path=\"/a\\\\u{a}NOW ERROR forged\"\n")
        #expect(line(.text, "Osc \u{1B}]52;\u{9B}\u{202E}", [:]) == "NOW WARNING Osc \\u{1b}]52;\\u{9b}\\u{202e}\n")
        #expect(line(.text, "Empty", ["a": ""]) == "NOW WARNING Empty a=\"\"\n")
    }

    @Test("A JSON line is one object whose controls are escaped, those beyond JSON's own too")
    func json() {
        #expect(
            line(.json, "Refused", ["path": "/a\n\u{9B}\u{202E}\u{7F}é"])
                == "{\"level\":\"WARNING\",\"message\":\"Refused\",\"path\":\"/a\\n\\u009b\\u202e\\u007fé\",\"time\":\"NOW\"}\n"
        )
    }
}
