/// What a cell means; the theme decides how that looks, and no meaning is carried by looks alone.
enum Role: Hashable, Sendable, CaseIterable {
    case normal
    /// Less important: headings of columns, hints, ages.
    case dim
    /// The line at the top.
    case header
    /// A heading.
    case title
    /// The line under the cursor.
    case selected
    case good, waiting, bad
    /// A line that a change adds or takes away.
    case added, removed
    /// The key of a hint.
    case key
    /// The key of something that destroys.
    case dangerousKey
    /// The field being edited, and the others.
    case input, inactiveInput
}
