/// Standard input, output and error: those of the process, or a test's.
struct Streams: Sendable {
    var out: @Sendable ([UInt8]) throws(OutputFailure) -> Void
    var err: @Sendable (String) -> Void
    /// One line without its end; nil at the end of the input.
    var readLine: @Sendable () -> String?
    var inIsTerminal: Bool
    var outIsTerminal: Bool
    /// The width of the terminal that standard output is; nil when it is none or its width is unknown.
    var columns: Int?
}

/// Standard output takes no more, such as a full disk.
struct OutputFailure: Error, Equatable, Sendable {
    /// The system's word for it.
    let reason: String
}
