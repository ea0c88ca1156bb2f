import CNcurses

/// Turns what ncurses reads into keys.
enum KeyDecoder {
    /// A function key by its ncurses code; nil for codes that nothing here uses.
    static func key(code: Int32) -> Key? {
        if let key = named[code] { return key }
        let first = sc_key_f(1)
        return (first..<(first + 12)).contains(code) ? .function(Int(code - first) + 1) : nil
    }

    /// A key by the character that it sent; nil for controls that nothing here uses.
    static func key(character scalar: Unicode.Scalar) -> Key? {
        switch scalar.value {
        case 0x0A, 0x0D: .enter
        case 0x09: .tab
        case 0x08, 0x7F: .backspace
        case 0x1B: .escape
        case 0x01...0x1A: .control(Character(Unicode.Scalar(UInt8(scalar.value) + 0x60)))
        case 0x00...0x1F, 0x80...0x9F: nil
        default: .character(Character(scalar))
        }
    }

    private static let named: [Int32: Key] = [
        KEY_UP: .up, KEY_DOWN: .down, KEY_LEFT: .left, KEY_RIGHT: .right, KEY_HOME: .home, KEY_END: .end,
        KEY_PPAGE: .pageUp, KEY_NPAGE: .pageDown, KEY_ENTER: .enter, KEY_BTAB: .backTab, KEY_BACKSPACE: .backspace,
        KEY_DC: .delete, KEY_IC: .insert,
    ]
}
