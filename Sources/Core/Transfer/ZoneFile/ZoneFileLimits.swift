/// What a reader of master files takes at most, so that no file costs more than its own length and these.
public struct ZoneFileLimits: Equatable, Sendable {
    /// One record or directive with its comments and continuation lines, in octets.
    public var entryOctets = 1 << 20
    /// Octets of all entries that have no end together: behind the first line of each, reading begins anew.
    public var endlessOctets = 1 << 24
    /// Parentheses inside of parentheses.
    public var nesting = 16
    /// Faults that are told; then reading stops.
    public var faults = 1000
    /// Files that include files.
    public var includeDepth = 10
    /// Files that are included, each as often as it is: depth alone would let ten files mean a hundred to the tenth.
    public var includes = 1000
    /// Records of one `$GENERATE`.
    public var generatedByDirective = 65_536
    /// Records of all `$GENERATE` together.
    public var generated = 262_144
    /// Octets of owners and contents of all `$GENERATE` together.
    public var generatedOctets = 1 << 26
    /// Records of all files together.
    public var records = Int.max

    public init() {}
}
