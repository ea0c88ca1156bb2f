import Testing

@testable import Backend

@Suite("What is left to migrate")
struct MigrationPlanTests {
    private let one: Migration
    private let two: Migration

    init() throws {
        one = try Migration(version: 1, name: "one", sql: "-- min_release: 0.1.0\nA;\nB;")
        two = try Migration(version: 2, name: "two", sql: "-- min_release: 0.2.0\nC;")
    }

    private func row(_ version: Int, _ statement: Int, of migration: Migration, isDone: Bool = true) -> DoneStatement {
        DoneStatement(
            version: version,
            statement: statement,
            sha256: migration.statements[statement - 1].sha256,
            minimumRelease: migration.minimumRelease,
            doneAt: isDone ? 0 : nil
        )
    }

    private func steps(_ done: [DoneStatement]) throws -> [String] {
        try MigrationPlan([two, one], done: done).steps.map { step in
            "\(step.migration.version).\(step.statement.number)\(step.wasBegun ? " again" : "")"
        }
    }

    @Test("An empty database gets everything, in order")
    func empty() throws {
        #expect(try steps([]) == ["1.1", "1.2", "2.1"])
    }

    @Test("An interrupted run goes on at the next statement")
    func interrupted() throws {
        #expect(try steps([row(1, 1, of: one)]) == ["1.2", "2.1"])
        #expect(try steps([row(1, 1, of: one), row(1, 2, of: one)]) == ["2.1"])
        #expect(try steps([row(1, 1, of: one), row(1, 2, of: one), row(2, 1, of: two)]) == [])
    }

    @Test("A statement that was begun and never finished is run again, and known as such")
    func begun() throws {
        #expect(try steps([row(1, 1, of: one), row(1, 2, of: one, isDone: false)]) == ["1.2 again", "2.1"])
    }

    @Test("A changed statement is named")
    func changed() {
        let edited = DoneStatement(
            version: 1,
            statement: 2,
            sha256: Array(repeating: 0, count: 32),
            minimumRelease: one.minimumRelease,
            doneAt: 0
        )
        #expect(throws: SchemaRefusal.changed(version: 1, statement: 2)) { try steps([row(1, 1, of: one), edited]) }
        #expect(SchemaRefusal.changed(version: 1, statement: 2).message.hasPrefix("statement 2 of migration 1 "))
    }

    @Test("A statement more than the migration has is a change of it")
    func surplus() {
        let surplus = DoneStatement(version: 1, statement: 3, sha256: [], minimumRelease: one.minimumRelease, doneAt: 0)
        #expect(throws: SchemaRefusal.changed(version: 1, statement: 3)) {
            try steps([row(1, 1, of: one), row(1, 2, of: one), row(2, 1, of: two), surplus])
        }
    }

    @Test("A gap is refused")
    func gap() {
        #expect(throws: SchemaRefusal.gap(version: 1, statement: 2)) { try steps([row(1, 2, of: one)]) }
        #expect(throws: SchemaRefusal.gap(version: 2, statement: 1)) {
            try steps([row(1, 1, of: one), row(2, 1, of: two)])
        }
    }

    @Test("A server refuses an older schema and names the command")
    func older() throws {
        let gate = SchemaGate(migrations: [one], release: try #require(Release("0.1.0")))
        let plan = try MigrationPlan([one], done: [row(1, 1, of: one)])
        #expect(throws: SchemaRefusal.older(missing: 1)) { try gate.decide(plan) }
        #expect(SchemaRefusal.older(missing: 1).message.contains("scaidns db upgrade"))
    }

    @Test("A server refuses a newer schema only when its own release is too old for it")
    func newer() throws {
        let done = [row(1, 1, of: one), row(1, 2, of: one), row(2, 1, of: two)]
        let plan = try MigrationPlan([one], done: done)
        #expect(plan.newer.map(\.version) == [2])
        let (old, fit) = (try #require(Release("0.1.9")), try #require(Release("0.2.0")))
        #expect(throws: SchemaRefusal.newer(version: 2, minimumRelease: fit)) {
            try SchemaGate(migrations: [one], release: old).decide(plan)
        }
        #expect(throws: Never.self) { try SchemaGate(migrations: [one], release: fit).decide(plan) }
    }
}
