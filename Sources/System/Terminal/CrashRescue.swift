import CNcurses

/// Gives the terminal back when the program crashes (SIGSEGV, SIGABRT, SIGILL, SIGTRAP, SIGBUS, SIGFPE): a handler
/// writes the sequences captured here and restores the modes, then the signal does what it would have done.
enum CrashRescue {
    /// Keeps the terminal's modes; to be called before ncurses changes them.
    static func rememberModes() { _ = sc_rescue_remember_modes() }

    /// Captures the terminal's own reset sequences and sets the handlers; needs a screen that is open.
    static func arm() {
        var octets: [UInt8] = []
        // Attributes off, keypad off, cursor visible, out of the alternate screen.
        for name in ["sgr0", "rmkx", "cnorm", "rmcup"] {
            guard let text = sc_string_capability(name) else { continue }
            octets += withoutPadding(Array(String(cString: text).utf8))
        }
        octets.withUnsafeBytes { bytes in
            sc_rescue_arm(bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count)
        }
    }

    /// Puts the former handlers back; to be called when ncurses has restored the terminal.
    static func disarm() { sc_rescue_disarm() }

    /// A capability without its delays (`$<5>`, `$<10*/>`), which are for terminals of glass and paper.
    static func withoutPadding(_ octets: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        var index = 0
        while index < octets.count {
            if octets[index...].starts(with: "$<".utf8), let end = octets[index...].firstIndex(of: UInt8(ascii: ">")) {
                index = end + 1
            } else {
                result.append(octets[index])
                index += 1
            }
        }
        return result
    }
}
