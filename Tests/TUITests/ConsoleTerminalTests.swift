import Foundation
import Testing

/// The console as people meet it: the program in a terminal, against a server that answers over HTTP.
@Suite("The console in a terminal", .serialized)
struct ConsoleTerminalTests {
    @Test("Without a server the frame stands and says that there is none")
    func unreachable() async throws {
        let console = try ConsoleInTmux(url: "http://127.0.0.1:9")
        try await console.wait(for: "No connection")
        #expect(try console.screen().hasPrefix(" ScaiDNS  127.0.0.1:9"))
        #expect(try console.ask("alternate_on") == "1")
        #expect(try console.ask("cursor_flag") == "0")
    }

    @Test("q gives the terminal back as it was")
    func quits() async throws {
        let server = try ScriptedServer()
        let console = try ConsoleInTmux(url: server.url)
        try await console.wait(for: "253 zones")
        try console.type("q")
        try await console.waitForEnd()
        try await console.wait(for: "after the console")
        #expect(console.status == "status 0")
        #expect(console.modesAreRestored)
        #expect(try console.ask("alternate_on") == "0")
        #expect(try console.ask("cursor_flag") == "1")
        #expect(try console.screen().hasPrefix("before the console\n"))
    }

    @Test(
        "A signal that ends the program or a crash gives the terminal back first",
        arguments: [
            (SIGTERM, 143), (SIGINT, 130), (SIGHUP, 129), (SIGQUIT, 131), (SIGSEGV, 139), (SIGABRT, 134), (SIGILL, 132),
            (SIGTRAP, 133), (SIGBUS, 135),
        ]
    )
    func signals(signal: Int32, status: Int) async throws {
        let console = try ConsoleInTmux(url: "http://127.0.0.1:9")
        try await console.wait(for: "No connection")
        kill(try console.pid, signal)
        try await console.waitForEnd()
        try await console.wait(for: "after the console")
        #expect(console.status == "status \(status)")
        #expect(console.modesAreRestored)
        #expect(try console.ask("alternate_on") == "0")
        #expect(try console.ask("cursor_flag") == "1")
    }

    @Test("A terminal that goes away ends the console")
    func hangsUp() async throws {
        let console = try ConsoleInTmux(url: "http://127.0.0.1:9")
        try await console.wait(for: "No connection")
        let pid = try console.pid
        try console.hangUp()
        try await console.wait("the process is gone", 20) {
            let state = try? String(contentsOfFile: "/proc/\(pid)/stat", encoding: .utf8)
            return state.map { $0.contains(") Z ") } ?? true
        }
    }

    @Test("The frame follows the window, and a window too small says what it needs")
    func resizes() async throws {
        let server = try ScriptedServer()
        let console = try ConsoleInTmux(url: server.url)
        try await console.wait(for: "bulk018.example")
        #expect(try !console.screen().contains("bulk019.example"))
        try console.resize(columns: 120, rows: 40)
        try await console.wait(for: "bulk034.example")
        try console.resize(columns: 60, rows: 10)
        try await console.wait(for: "needs a window of 80x24, this one has 60x10")
        try console.resize(columns: 80, rows: 24)
        try await console.wait(for: "bulk018.example")
        try console.type("j")
        try await console.wait(for: "▸ bulk001.example")
    }

    @Test("The end of a long list is fetched when it is looked at")
    func pages() async throws {
        let server = try ScriptedServer()
        let console = try ConsoleInTmux(url: server.url)
        try await console.wait(for: "253 zones")
        try console.press(.end)
        try await console.wait(for: "▸ hostile.example")
    }

    @Test("From a new zone over its challenge to records added, changed and deleted")
    func journey() async throws {
        let server = try ScriptedServer()
        let console = try ConsoleInTmux(url: server.url)
        try await console.wait(for: "253 zones")
        try console.type("a")
        try console.type("new.test")
        try console.press(.enter)
        try await console.wait(for: "new.test was created and waits for its proof.")
        try await console.wait(for: "\n_scaidns-verify.new.test\n")
        try console.type("c")
        try await console.wait(for: "ns1.provider.example serves another value")
        try console.type("c")
        try await console.wait(for: "new.test is validated")
        try await console.wait(for: "● active")
        try console.press(.enter)
        try await console.wait(for: "There are no records yet")
        try console.type("a")
        for value in ["www", "a", "300", "192.0.2.1"] {
            try console.type(value)
            try console.press(.tab)
        }
        try console.press(.enter)
        try await console.wait(for: "+ www 300 A 192.0.2.1")
        try console.type("y")
        try await console.wait(for: "www A was added.")
        try await console.wait(for: "▸ www")
        try console.type("e")
        try await console.wait(for: "Change www A of new.test")
        try console.type("0")
        try console.press(.enter)
        try await console.wait(for: "- www 300 A 192.0.2.1\n  + www 300 A 192.0.2.10")
        try console.type("y")
        try await console.wait(for: "www A was changed.")
        try await console.wait(for: "A       300    192.0.2.10")
        try console.type("d")
        try await console.wait(for: "- www 300 A 192.0.2.10")
        try console.type("y")
        try await console.wait(for: "www A was deleted.")
        try await console.wait(for: "There are no records yet")
    }

    @Test("What the server refuses stands beside its field")
    func refusal() async throws {
        let server = try ScriptedServer()
        let console = try ConsoleInTmux(url: server.url)
        try await console.wait(for: "253 zones")
        try console.type(":records example.org")
        try console.press(.enter)
        try await console.wait(for: "4 records")
        try console.type("a")
        for value in ["www", "cname", "", "x.example."] {
            try console.type(value)
            try console.press(.tab)
        }
        try console.press(.enter)
        try await console.wait(for: "y to add")
        try console.type("y")
        try await console.wait(for: "✗ Record conflicts with existing entries")
    }

    @Test("A server that goes away shows, what was seen stays, and its return is noticed")
    func reconnects() async throws {
        var server: ScriptedServer? = try ScriptedServer()
        let port = try #require(server?.port)
        let console = try ConsoleInTmux(url: "http://127.0.0.1:\(port)")
        try await console.wait(for: "253 zones")
        server?.stop()
        server = nil
        try await console.wait(for: "trying again")
        #expect(try console.screen().contains("bulk000.example"))
        server = try ScriptedServer(port: port)
        try await console.wait(for: "253 zones")
        server?.stop()
    }

    @Test("Text of strangers does nothing to the terminal and is seen as escapes")
    func hostile() async throws {
        let server = try ScriptedServer()
        let console = try ConsoleInTmux(url: server.url, columns: 200, rows: 50)
        try await console.wait(for: "253 zones")
        let title = try console.ask("pane_title")
        try console.type(":records hostile.example")
        try console.press(.enter)
        try await console.wait(for: "\\u{1b}]52;c;eA==\\u{7}\\u{1b}[2J\\u{202e}")
        #expect(try console.screen().hasPrefix(" ScaiDNS"))
        #expect(try console.ask("pane_title") == title)
    }

    @Test("A locale without UTF-8 gets ASCII signs")
    func asciiLocale() async throws {
        let server = try ScriptedServer()
        let console = try ConsoleInTmux(url: server.url, environment: ["LC_ALL": "xx_XX.ISO-8859-1"])
        try await console.wait(for: "> bulk000.example")
        #expect(try console.screen().utf8.allSatisfy { $0 < 0x80 })
        #expect(try console.screen().contains("* active   off    + synced"))
    }

    @Test("Without a locale the terminal is taken for UTF-8", arguments: ["", "C", "POSIX"])
    func noLocale(name: String) async throws {
        let server = try ScriptedServer()
        let console = try ConsoleInTmux(url: server.url, environment: ["LC_ALL": name, "LC_CTYPE": "", "LANG": ""])
        try await console.wait(for: "▸ bulk000.example")
    }

    @Test("NO_COLOR switches colours off and leaves the cursor's line told apart")
    func noColor() async throws {
        let server = try ScriptedServer()
        let colored = try ConsoleInTmux(url: server.url, environment: ["TERM": "tmux-256color"])
        try await colored.wait(for: "253 zones")
        let environment = ["TERM": "tmux-256color", "NO_COLOR": "1"]
        let plain = try ConsoleInTmux(url: server.url, environment: environment)
        try await plain.wait(for: "253 zones")
        #expect(try colored.screen(styles: true).contains("\u{1B}[38;5;"))
        #expect(try !plain.screen(styles: true).contains("\u{1B}[38;5;"))
        let lines = try plain.screen(styles: true).split(separator: "\n")
        let selected = try #require(lines.first { $0.contains("▸ bulk000.example") })
        #expect(selected.prefix { $0 != "▸" }.contains("7m"))
    }

    @Test("A key that the server refuses says what to set")
    func wrongKey() async throws {
        let server = try ScriptedServer()
        let console = try ConsoleInTmux(url: server.url, environment: ["SCAIDNS_API_KEY": "wrong"])
        try await console.wait(for: "Not authenticated: set SCAIDNS_API_KEY")
    }

    @Test("A terminal that cannot move its cursor is refused in a sentence")
    func dumb() async throws {
        let console = try ConsoleInTmux(url: "http://127.0.0.1:9", environment: ["TERM": "dumb"])
        try await console.waitForEnd()
        #expect(console.status == "status 1")
        #expect(try console.screen().contains("The terminal type \"dumb\" is unknown here or cannot move its"))
        #expect(console.modesAreRestored)
    }
}
