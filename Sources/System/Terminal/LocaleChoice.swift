import CNcurses

/// Which locale the screen is drawn in.
enum LocaleChoice {
    /// The locales to try, best first. Without a locale of one's own (`C`, `POSIX` or nothing) it is UTF-8: the plain C
    /// locale says nothing about the terminal. A locale that this machine lacks is replaced where it names UTF-8 or no
    /// character set; one that names another set stays what it says, and glyphs have an ASCII form there.
    static func candidates(for name: String) -> [String] {
        let neutral = "C.UTF-8"
        if ["", "C", "POSIX"].contains(name) { return [neutral] }
        guard let dot = name.firstIndex(of: ".") else { return [name, neutral] }
        let set = name[name.index(after: dot)...].prefix { $0 != "@" }.lowercased().filter { $0 != "-" }
        return set == "utf8" ? [name, neutral] : [name]
    }

    /// Sets the first candidate that exists; answers whether the result is UTF-8.
    static func apply(_ name: String) -> Bool {
        for candidate in candidates(for: name) where setlocale(LC_CTYPE, candidate) != nil { break }
        return sc_codeset().map { String(cString: $0) } == "UTF-8"
    }
}
