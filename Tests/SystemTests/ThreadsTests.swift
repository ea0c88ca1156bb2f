import Foundation
import Synchronization
import Testing

@testable import Threads

@Suite("ThreadExecutor")
struct ThreadsTests {
    private struct Refusal: Error, Equatable {}

    private actor Worker {
        let executor: ThreadExecutor
        private(set) var seen: [Int] = []

        nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

        init(_ executor: ThreadExecutor) { self.executor = executor }

        func note(_ number: Int) { seen.append(number) }

        func thread() -> UInt { UInt(pthread_self()) }
    }

    @Test("All work of an actor and all blocks run on one thread that is not the caller's")
    func oneThread() async {
        let executor = ThreadExecutor(name: "one")
        defer { executor.shutdown() }
        let worker = Worker(executor)
        var threads: Set<UInt> = []
        for _ in 0..<50 {
            threads.insert(await worker.thread())
            threads.insert(await executor.run { UInt(pthread_self()) })
        }
        #expect(threads.count == 1)
        #expect(!threads.contains(UInt(pthread_self())))
    }

    @Test("Many callers at once lose nothing")
    func manyCallers() async {
        let executor = ThreadExecutor(name: "many")
        defer { executor.shutdown() }
        let worker = Worker(executor)
        await withTaskGroup { group in
            for number in 0..<1000 { group.addTask { await worker.note(number) } }
        }
        #expect(await Set(worker.seen) == Set(0..<1000))
    }

    @Test("An error of a block comes back with its type")
    func errors() async {
        let executor = ThreadExecutor(name: "errors")
        defer { executor.shutdown() }
        do throws(Refusal) {
            try await executor.run { () throws(Refusal) in throw Refusal() }
            Issue.record("The error was lost.")
        } catch {
            #expect(error == Refusal())
        }
    }

    @Test("The thread carries its name, cut to 15 bytes, and ends with the executor's shutdown")
    func nameAndEnd() async throws {
        let executor = ThreadExecutor(name: "a-name-of-20-letters")
        await executor.run {}
        #expect(try threadNames().contains("a-name-of-20-le"))
        executor.shutdown()
        try await expectEnd(of: "a-name-of-20-le")
    }

    @Test("A job that comes after shutdown still runs")
    func lateJob() async throws {
        let executor = ThreadExecutor(name: "late")
        await executor.run {}
        executor.shutdown()
        try await expectEnd(of: "late")
        #expect(await executor.run { 7 } == 7)
        await Worker(executor).note(1)
        try await expectEnd(of: "late")
    }

    @Test("An executor without work starts no thread")
    func lazy() throws {
        let executor = ThreadExecutor(name: "lazy")
        #expect(try !threadNames().contains("lazy"))
        executor.shutdown()
    }

    @Test("Signals stay away from the thread, except those of its own faults")
    func signals() async {
        let executor = ThreadExecutor(name: "signals")
        defer { executor.shutdown() }
        let (pipe, fault) = await executor.run {
            var blocked = sigset_t()
            pthread_sigmask(SIG_SETMASK, nil, &blocked)
            return (sigismember(&blocked, SIGPIPE), sigismember(&blocked, SIGSEGV))
        }
        #expect(pipe == 1 && fault == 0)
    }

    /// Waits until no thread has this name, 10 seconds at most.
    private func expectEnd(of name: String) async throws {
        let end = ContinuousClock.now + .seconds(10)
        while try threadNames().contains(name) && ContinuousClock.now < end {
            try await Task.sleep(for: .milliseconds(5))
        }
        #expect(try !threadNames().contains(name))
    }

    private func threadNames() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: "/proc/self/task").map { number in
            // A thread may end while we look.
            let name = try? String(contentsOfFile: "/proc/self/task/\(number)/comm", encoding: .utf8)
            return name?.trimmingCharacters(in: .whitespacesAndNewlines) ?? ""
        }
    }
}
