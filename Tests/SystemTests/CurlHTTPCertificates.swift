import Foundation

/// A certificate authority of our own and certificates it has signed, in a folder that goes with the value.
final class TestCertificates: Sendable {
    let folder: URL

    /// Makes the authorities `ca` and `stranger` and, signed by `ca`, `good` for `localhost` and 127.0.0.1 and `other` for
    /// `other.example`.
    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("certificates-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for name in ["ca", "stranger"] {
            try make(name, ["-subj", "/CN=\(name)", "-addext", "keyUsage=keyCertSign"])
        }
        for (name, hosts) in [("good", "DNS:localhost,IP:127.0.0.1"), ("other", "DNS:other.example")] {
            try make(
                name,
                [
                    "-subj", "/CN=\(name)", "-CA", path("ca.pem"), "-CAkey", path("ca.key"), "-addext",
                    "subjectAltName=\(hosts)", "-addext", "basicConstraints=CA:FALSE",
                ]
            )
        }
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    func path(_ file: String) -> String { folder.appendingPathComponent(file).path }

    private func make(_ name: String, _ arguments: [String]) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/openssl")
        process.arguments =
            ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2"]
            + ["-keyout", path("\(name).key"), "-out", path("\(name).pem")] + arguments
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw CocoaError(.fileWriteUnknown) }
    }
}
