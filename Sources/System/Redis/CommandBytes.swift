import CHiredis

/// A command in the form that goes over the wire, or nil for one without arguments and where memory is out.
func commandBytes(_ arguments: [[UInt8]]) -> [UInt8]? {
    guard !arguments.isEmpty else { return nil }
    // One block for all arguments: pointers into Swift arrays would not outlive their closures.
    let block = Array(arguments.joined()) + [0]
    return block.withUnsafeBufferPointer { block in
        block.withMemoryRebound(to: CChar.self) { block in
            var starts: [UnsafePointer<CChar>?] = []
            var lengths: [Int] = []
            var offset = 0
            for argument in arguments {
                starts.append(block.baseAddress.map { $0 + offset })
                lengths.append(argument.count)
                offset += argument.count
            }
            var output: UnsafeMutablePointer<CChar>?
            let length = redisFormatCommandArgv(&output, Int32(arguments.count), &starts, lengths)
            guard length > 0, let output else { return nil }
            defer { redisFreeCommand(output) }
            return output.withMemoryRebound(to: UInt8.self, capacity: Int(length)) { bytes in
                Array(UnsafeBufferPointer(start: bytes, count: Int(length)))
            }
        }
    }
}
