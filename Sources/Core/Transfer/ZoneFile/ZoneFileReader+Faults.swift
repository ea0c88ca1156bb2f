extension ZoneFileReader {
    /// Tells a fault at `offset` of the buffer.
    mutating func report(
        _ code: ImportFault.Code,
        at offset: Int,
        _ message: String,
        offending: ArraySlice<UInt8>?
    ) {
        // One entry may have two faults, and the first may have been the last one to be told.
        guard shared.faults.count < limits.faults else { return }
        shared.faults.append(fault(code, at: offset, message, offending: offending.map { ImportFault.shown($0) }))
        if shared.faults.count >= limits.faults { shared.isStopped = true }
    }

    /// Tells what was guessed at `offset` of the buffer.
    mutating func warn(_ code: ImportFault.Code, at offset: Int, _ message: String) {
        guard shared.warnings.count < limits.faults else { return }
        shared.warnings.append(fault(code, at: offset, message, offending: nil))
    }

    private func fault(
        _ code: ImportFault.Code,
        at offset: Int,
        _ message: String,
        offending: String?
    ) -> ImportFault {
        var lineStart = scanner.start
        var line = line
        for start in scanner.lineStarts where start <= offset {
            lineStart = start
            line += 1
        }
        return ImportFault(
            code: code,
            line: line,
            column: max(0, offset - lineStart) + 1,
            message: message,
            offending: offending,
            file: file
        )
    }
}
