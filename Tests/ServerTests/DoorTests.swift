import Backend
import Core
import HTTPTypes
import Hummingbird
import MariaDB
import Testing

@testable import Server

@Suite("The client's address")
struct DoorTests {
    @Test(
        "Only trusted proxies are believed, from the right, as far as addresses stand there",
        arguments: [
            ("127.0.0.1", [], "127.0.0.1"), ("203.0.113.9", ["192.0.2.1"], "203.0.113.9"),
            ("127.0.0.1", ["192.0.2.1"], "192.0.2.1"),
            ("127.0.0.1", ["198.51.100.66, 192.0.2.1"], "192.0.2.1"),
            ("127.0.0.1", ["198.51.100.66", "192.0.2.1,\t10.0.0.7"], "192.0.2.1"),
            ("::ffff:127.0.0.1", ["2001:DB8:0::1"], "2001:db8::1"),
            ("::ffff:203.0.113.9", [], "203.0.113.9"),
            ("127.0.0.1", ["192.0.2.1, forged words"], "127.0.0.1"),
            ("127.0.0.1", ["192.0.2.1, not an address, 10.0.0.7"], "10.0.0.7"),
            ("10.0.0.7", ["10.0.0.8, 10.0.0.9"], "10.0.0.8"), ("127.0.0.1", [""], "127.0.0.1"),
        ] as [(String, [String], String)]
    )
    func address(peer: String, forwarded: [String], client: String) throws {
        let pool = ConnectionPool(
            configuration: DatabaseConfiguration(user: "", password: "", database: ""), size: 1)
        let clock = SystemSurroundings.clock
        let door = Door(
            authenticator: Authenticator(database: pool, pepper: "pepper", clock: clock),
            gate: AccessGate(database: pool, clock: clock),
            proxies: ["127.0.0.0/8", "::1", "10.0.0.0/8"].compactMap { AddressPrefix($0) }
        )
        var head = HTTPRequest(method: .get, scheme: nil, authority: nil, path: "/")
        let name = try #require(HTTPField.Name("X-Forwarded-For"))
        for value in forwarded { head.headerFields.append(HTTPField(name: name, value: value)) }
        let request = Request(head: head, body: RequestBody(buffer: ByteBuffer()))
        #expect(door.clientAddress(of: request, peer: peer) == client)
    }
}
