import Core

/// A DNS message; and the same octets as a TCP stream.
func fuzzMessages(_ octets: [UInt8]) throws(FuzzFinding) {
    var frames = WireFrames()
    frames.append(octets)
    while let frame = frames.next() { _ = try? WireMessage(decoding: frame) }

    guard let message = try? WireMessage(decoding: octets) else { return }
    let whole = try mustWork("a message that was read can be written") { try message.encoded() }
    let read = try mustWork("a message that was written can be read") { try WireMessage(decoding: whole) }
    // Names written out can make a message longer than messages may be; then it is truncated.
    if read.isTruncated == message.isTruncated {
        try hold(read == message, "a message is read as it was written")
        try hold((try? read.encoded()) == whole, "a message is written the same way twice")
    }
    for limit in [512, 1232] {
        guard let cut = try? message.encoded(limit: limit) else { continue }
        try hold(cut.count <= limit, "a message keeps within \(limit) octets")
        let short = try mustWork("a message cut to \(limit) octets can be read") { try WireMessage(decoding: cut) }
        try hold(short.questions == message.questions, "a message cut to \(limit) octets keeps its questions")
        try hold(short.options == message.options, "a message cut to \(limit) octets keeps its options")
        try hold(
            short.isTruncated
                || (short.answers.count, short.authority.count) == (message.answers.count, message.authority.count),
            "a message cut to \(limit) octets says so"
        )
    }
    for record in message.answers + message.authority + message.additional {
        _ = (record.address, record.target, record.joinedText, record.startOfAuthority)
        _ = message.following(record.owner, to: .txt)
        _ = try? RecordContent(type: RecordType(code: record.type.rawValue), wire: record.data)
    }
    _ = message.options?.extendedErrors.map(\.text)
}
