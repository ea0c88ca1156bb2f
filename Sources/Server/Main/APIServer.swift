import Hummingbird
import HummingbirdCore
import Logging
import ServiceLifecycle

/// The HTTP server around the routes: its parser's bounds, its time limits, its log.
enum APIServer {
    /// Listens on that address until it is stopped; `onRunning` is told `address:port`, which matters for port 0.
    static func application(
        _ routes: Routes,
        host: String,
        port: Int,
        logger: Logger,
        onRunning: @escaping @Sendable (String) -> Void
    ) -> any Service {
        var quiet = logger
        quiet.logLevel = max(quiet.logLevel, .warning)
        return Application(
            responder: routes.responder(
                log: RequestLog(logger: logger, randomness: SystemSurroundings.randomness, now: { ContinuousClock.now })
            ),
            server: .http1(
                configuration: HTTP1Channel.Configuration(
                    idleTimeout: .seconds(75),
                    // Above our own bounds, so that our own answer is given; far beyond, the parser ends the connection.
                    httpDecoderConfiguration: .init(
                        maxHeaderFieldSize: 2 * RequestBounds.headers,
                        maxHeaderListSize: 2 * RequestBounds.headers
                    )
                )
            ),
            configuration: ApplicationConfiguration(address: .hostname(host, port: port), serverName: nil),
            onServerRunning: { channel in
                onRunning(channel.localAddress.map { "\($0.ipAddress ?? host):\($0.port ?? port)" } ?? host)
            },
            logger: quiet
        )
    }
}
