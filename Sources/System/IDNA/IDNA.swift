import CIDN2

/// The longest text that is looked at: 253 characters of a name, each written as a four-character escape.
private let maximumCharacters = 1024

/// The ASCII form of a domain name (UTS 46, non-transitional: `faß` stays apart from `fass`), in lower case.
///
/// Labels of plain ASCII that do not begin with `xn--` keep every character, since DNS names may hold `_`, `*`, escapes
/// and hyphens that IDNA forbids; only their case is changed. An `xn--` label is checked, any other label is converted.
/// Ideographic full stops separate labels, too, and come out as `.`. Empty labels and the final dot stay as they are.
/// Directions are judged label by label.
public func toASCII(_ text: String) throws(IDNAError) -> String {
    guard text.unicodeScalars.count <= maximumCharacters else {
        throw .tooLong(characters: text.unicodeScalars.count)
    }
    var labels: [String] = []
    for label in text.unicodeScalars.split(omittingEmptySubsequences: false, whereSeparator: isSeparator) {
        labels.append(try asciiLabel(String(label)))
    }
    return labels.joined(separator: ".")
}

/// The Unicode form of a name in ASCII, for showing it to people; nil when one of its `xn--` labels is not valid.
/// Labels without `xn--` stay as they are.
public func toUnicode(_ ascii: String) -> String? {
    guard ascii.unicodeScalars.count <= maximumCharacters else { return nil }
    var labels: [String] = []
    for label in ascii.unicodeScalars.split(separator: ".", omittingEmptySubsequences: false) {
        let label = String(label)
        guard isALabel(label) else {
            labels.append(label)
            continue
        }
        // libidn2 decodes labels, too, that hold forbidden characters: only one that leads back is shown.
        guard let decoded = decode(label), let back = try? asciiLabel(decoded), back == label.asciiLowercased else {
            return nil
        }
        labels.append(decoded)
    }
    return labels.joined(separator: ".")
}

/// UTS 46, section 2.3: what separates labels.
private func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "." || scalar == "\u{3002}" || scalar == "\u{FF0E}" || scalar == "\u{FF61}"
}

private func isALabel(_ label: String) -> Bool { label.asciiLowercased.utf8.starts(with: "xn--".utf8) }

private func asciiLabel(_ label: String) throws(IDNAError) -> String {
    if label.utf8.allSatisfy({ $0 < 0x80 }), !isALabel(label) { return label.asciiLowercased }
    // A NUL would end the C string and hide the rest of the label from the check.
    guard !label.utf8.contains(0) else { throw .notAllowed(in: label) }
    var output: UnsafeMutablePointer<CChar>?
    let flags = Int32(bitPattern: IDN2_NONTRANSITIONAL.rawValue | IDN2_NFC_INPUT.rawValue)
    let verdict = idn2_to_ascii_8z(label, &output, flags)
    guard verdict == IDN2_OK.rawValue, let output else { throw error(verdict, label) }
    defer { idn2_free(output) }
    let ascii = String(cString: output)
    // Some characters map to several, or to punctuation that means something in a name: dots, backslashes, blanks.
    guard !ascii.isEmpty, ascii.utf8.allSatisfy(isLetterDigitHyphenOrUnderscore) else { throw .notAllowed(in: label) }
    return ascii
}

private func decode(_ label: String) -> String? {
    var output: UnsafeMutablePointer<CChar>?
    guard idn2_to_unicode_8z8z(label.asciiLowercased, &output, 0) == IDN2_OK.rawValue, let output else { return nil }
    defer { idn2_free(output) }
    return String(validatingCString: output)
}

private func error(_ verdict: Int32, _ label: String) -> IDNAError {
    switch verdict {
    case IDN2_TOO_BIG_DOMAIN.rawValue, IDN2_TOO_BIG_LABEL.rawValue, IDN2_PUNYCODE_BIG_OUTPUT.rawValue:
        .labelTooLong(label)
    case IDN2_2HYPHEN.rawValue, IDN2_HYPHEN_STARTEND.rawValue: .misplacedHyphen(in: label)
    case IDN2_BIDI.rawValue: .mixedDirections(in: label)
    default: isALabel(label) ? .invalidALabel(label) : .notAllowed(in: label)
    }
}

private func isLetterDigitHyphenOrUnderscore(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"),
        UInt8(ascii: "_"):
        true
    default: false
    }
}

extension String {
    /// With A to Z in lower case and all else untouched: DNS compares no other letters without case (RFC 4343).
    fileprivate var asciiLowercased: String {
        String(decoding: utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
    }
}
