/// A file of `NAME=value` lines in the grammar of systemd's `EnvironmentFile`, which reads the same file for the units.
///
/// ```
/// # a comment, as is a line that begins with ;
/// LOG_LEVEL = INFO
/// PDNS_API_KEY="with \"quotes\", $ and # as they are"
/// SESSION_SECRET='taken as it stands'
/// CORS_ORIGINS=["https://a.example", \
///   "https://b.example"]
/// ```
///
/// Nothing is expanded. Unquoted values lose the blanks around them; a backslash takes the next character as it stands,
/// and before the end of the line joins the next one. The last line of a name holds. Stricter than systemd: a line that is no assignment, and quotes that
/// are never closed, are faults, since systemd passes them over and the setting would be missing without a word.
struct EnvironmentFile: Equatable {
    /// A value and the line, from 1, on which its name stands.
    struct Entry: Equatable {
        let value: String
        let line: Int
    }

    /// A line that cannot be read.
    struct Fault: Error, Equatable {
        let line: Int
        let expected: String
    }

    private(set) var entries: [String: Entry] = [:]
    private(set) var faults: [Fault] = []

    init(_ text: String) {
        var reader = EnvironmentFileReader(text)
        while let item = reader.next() {
            switch item {
            case .success(let assignment):
                entries[assignment.name] = Entry(value: assignment.value, line: assignment.line)
            case .failure(let fault): faults.append(fault)
            }
        }
    }
}
