import FuzzTargets

/// The target is the one whose name the program has: `names`, `records`, ...
private let target: FuzzTarget = {
    let program = CommandLine.arguments.first?.split(separator: "/").last.map(String.init) ?? ""
    guard let target = FuzzTarget(rawValue: program) else {
        preconditionFailure("no fuzz target is called \"\(program)\"")
    }
    return target
}()

/// What libFuzzer calls with each input. A finding ends the process, as every trap does; libFuzzer keeps the input.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    do {
        try target.fuzz(Array(UnsafeBufferPointer(start: start, count: count)))
    } catch {
        fatalError("\(error)")  // unlike preconditionFailure, it says so in a release build, too
    }
    return 0
}
