extension SettingsReader {
    /// The variable's text as `parse` understands it; `otherwise` where nothing is given, and after a fault.
    mutating func value<Value>(
        _ variable: SettingsVariable,
        otherwise: Value,
        _ parse: (String) throws(Expectation) -> Value
    ) -> Value {
        guard let text = text(variable) else { return otherwise }
        do {
            return try parse(text)
        } catch {
            refuse(variable, text, error.text)
            return otherwise
        }
    }

    /// As ``value(_:otherwise:_:)``, but not given is a fault.
    mutating func required<Value>(
        _ variable: SettingsVariable,
        expected: String,
        placeholder: Value,
        _ parse: (String) throws(Expectation) -> Value
    ) -> Value {
        let value = value(variable, otherwise: placeholder, parse)
        if findings.last?.text == nil, !isFaulty(variable) {
            note(SettingsFault(subject: variable.rawValue, given: nil, expected: expected))
        }
        return value
    }

    /// Notes that a text is not what the variable expects.
    mutating func refuse(_ variable: SettingsVariable, _ text: String, _ expected: String) {
        note(
            SettingsFault(subject: variable.rawValue, given: Shown.value(text, of: variable), expected: expected)
        )
    }

    mutating func integer(_ variable: SettingsVariable, _ bounds: ClosedRange<Int>, default otherwise: Int) -> Int {
        value(variable, otherwise: otherwise) { text throws(Expectation) in
            guard text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
                let number = Int(text), bounds.contains(number)
            else { throw Expectation("a whole number from \(bounds.lowerBound) to \(bounds.upperBound)") }
            return number
        }
    }

    mutating func flag(_ variable: SettingsVariable) -> Bool {
        value(variable, otherwise: false) { text throws(Expectation) in
            switch text.lowercased() {
            case "true", "1", "yes", "on": return true
            case "false", "0", "no", "off": return false
            default: throw Expectation("true or false")
            }
        }
    }

    /// One of an enum's raw values, in upper or lower case.
    mutating func choice<Choice>(_ variable: SettingsVariable, default otherwise: Choice) -> Choice
    where Choice: RawRepresentable<String> & CaseIterable {
        value(variable, otherwise: otherwise) { text throws(Expectation) in
            guard let choice = Choice.allCases.first(where: { $0.rawValue.lowercased() == text.lowercased() }) else {
                throw Expectation("one of " + Choice.allCases.map(\.rawValue).joined(separator: ", "))
            }
            return choice
        }
    }

    /// A required secret of at least `minimum` characters.
    mutating func secret(_ variable: SettingsVariable, minimum: Int = 1, expected: String) -> Secret {
        required(variable, expected: expected, placeholder: Secret("")) { text throws(Expectation) in
            try Self.secret(text, minimum: minimum)
        }
    }

    static func secret(_ text: String, minimum: Int) throws(Expectation) -> Secret {
        guard text.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7F }) else {
            throw Expectation("one line without control characters")
        }
        guard text.count >= minimum else { throw Expectation("at least \(minimum) characters") }
        guard text.count <= 1024 else { throw Expectation("at most 1024 characters") }
        return Secret(text)
    }

    /// A required name as another system gave it: 1 to 255 printable ASCII characters without blanks.
    mutating func identifier(_ variable: SettingsVariable, expected: String) -> String {
        required(variable, expected: expected, placeholder: "") { text throws(Expectation) in
            try Self.identifier(text)
        }
    }

    static func identifier(_ text: String) throws(Expectation) -> String {
        guard (1...255).contains(text.utf8.count), text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            throw Expectation("at most 255 printable ASCII characters without blanks")
        }
        return text
    }

    /// The items of a list with commas, blanks around them taken off; none is empty, at most `maximum`.
    static func items(_ text: String, maximum: Int) throws(Expectation) -> [String] {
        let items = text.split(separator: ",", omittingEmptySubsequences: false).map { item in
            String(item.trimmingBlanks)
        }
        guard items.count <= maximum, items.allSatisfy({ !$0.isEmpty }) else {
            throw Expectation("1 to \(maximum) values with commas between them")
        }
        return items
    }
}

extension Substring {
    var trimmingBlanks: Substring {
        let head = drop { $0 == " " || $0 == "\t" }
        return head.lastIndex { $0 != " " && $0 != "\t" }.map { head[...$0] } ?? ""
    }
}
