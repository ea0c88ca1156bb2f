import Testing

@testable import Core

@Suite("Zone files without end")
struct ZoneFileBoundsTests {
    private static func faults(
        _ text: String, _ limits: ZoneFileLimits, source: ZoneFileSource = .none
    ) throws -> [ImportFault] {
        var reader = ZoneFileReader(origin: try DomainName("example.org"), source: source, limits: limits)
        reader.read(Array(text.utf8)) { _ in }
        return reader.faults
    }

    @Test("An entry with two faults does not exceed the number of faults that are told")
    func mostFaults() throws {
        var limits = ZoneFileLimits()
        limits.faults = 2
        let faults = try Self.faults("a 1 A x\na..b 1 A x\n", limits)
        #expect(faults.map(\.code) == [.invalidContent, .invalidName])
    }

    @Test("Files that include each other many times end after so many, though they are not nested deeply")
    func mostIncludes() throws {
        var limits = ZoneFileLimits()
        limits.includes = 20
        let source = ZoneFileSource { request throws(ZoneFileSource.Refusal) in
            let next = (Int(request.path) ?? 0) + 1
            var text: [UInt8]? = next > 5 ? [] : Array(String(repeating: "$INCLUDE \(next)\n", count: 9).utf8)
            return ZoneFileSource.File(name: request.path) {
                defer { text = nil }
                return text
            }
        }
        #expect(try Self.faults("$INCLUDE 1\n", limits, source: source).map(\.code) == [.tooManyIncludes])
    }

    @Test("Entries without end are looked through again for as many octets as are allowed, then reading ends")
    func mostEndlessOctets() throws {
        var limits = ZoneFileLimits()
        let file = String(repeating: "(\n", count: 100)
        #expect(try Self.faults(file, limits).count == 100)
        limits.endlessOctets = 1000
        #expect(try Self.faults(file, limits).count < 10)
    }

    @Test("What $GENERATE makes is bounded in octets, too")
    func mostGeneratedOctets() throws {
        var limits = ZoneFileLimits()
        limits.generatedOctets = 9 * ("a1".utf8.count + 202)
        let file = "$GENERATE 1-9 a$ 1 TXT \(String(repeating: "x", count: 201))$\n"
        #expect(try Self.faults(file, limits).isEmpty)
        limits.generatedOctets -= 1
        #expect(try Self.faults(file, limits).map(\.code) == [.generateTooLarge])
    }
}
