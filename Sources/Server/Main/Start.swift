import API
import Core
import ArgumentParser
import Backend
import FoundationEssentials
import Logging
import MariaDB
import ServiceLifecycle
import UnixSignals

/// What one process runs.
enum Part: Sendable {
    case api(host: String, port: Int)
    case worker
}

/// From the command line to a running process: settings, log, database, schema, then the parts.
enum Start {
    static func run(parts: [Part], envFile: String?) async throws {
        let settings = try settings(envFile: envFile)
        let logger = logger(settings.log)
        let house = House(
            settings: settings, logger: logger,
            servesClients: parts.contains { if case .api = $0 { true } else { false } })
        try await waitForDatabase(house)
        await warnOfTheMissing(house)
        let services = parts.map(house.service(for:))
        // Stopped from the last to the first: no request and no job is left that could hand in a push.
        var configuration = ServiceGroupConfiguration(
            services: [.init(service: house.pushes)] + services.map { .init(service: $0) },
            gracefulShutdownSignals: [.sigterm, .sigint],
            logger: quiet(logger)
        )
        configuration.maximumGracefulShutdownDuration = .seconds(settings.process.shutdownGrace)
        do {
            try await ServiceGroup(configuration: configuration).run()
        } catch is CancellationError {
            logger.warning("The grace is over: what still ran was given up")
        } catch {
            logger.error("Stopped by an error", metadata: ["error": "\(error)"])
            await house.close()
            throw ExitCode(1)
        }
        await house.close()
        logger.info("Stopped")
    }

    private static func settings(envFile: String?) throws -> ServerSettings {
        let source = SettingsSource(environment: ProcessInfo.processInfo.environment) {
            path throws(SettingsFileError) in
            try SettingsFile.onDisk(path)
        }
        switch Settings.read(ServerSettings.self, from: source, file: envFile) {
        case .read(let settings, let warnings):
            if !warnings.isEmpty { say(Settings.render(warnings)) }
            return settings
        case .refused(let faults, let warnings):
            if !warnings.isEmpty { say(Settings.render(warnings)) }
            say(Settings.render(faults))
            throw ExitCode(2)
        }
    }

    private static func say(_ text: String) {
        StandardError.write(text + "\n")
    }

    private static func logger(_ settings: LogSettings) -> Logger {
        let clock = SystemSurroundings.clock
        let handler = LineLogHandler(
            format: settings.format == .json ? .json : .text,
            now: { clock.now().description },
            write: StandardError.write,
            logLevel: settings.isDebug ? .debug : level(settings.level)
        )
        return Logger(label: "scaidns") { _ in handler }
    }

    private static func level(_ level: LogSettings.Level) -> Logger.Level {
        switch level {
        case .debug: .debug
        case .info: .info
        case .warning: .warning
        case .error: .error
        }
    }

    /// The libraries' own talk about their life is for us alone.
    private static func quiet(_ logger: Logger) -> Logger {
        var logger = logger
        logger.logLevel = max(logger.logLevel, .warning)
        return logger
    }

    /// Waits for MariaDB with growing pauses, 30 seconds at most; then checks that the schema fits.
    private static func waitForDatabase(_ house: House) async throws {
        let end = ContinuousClock.now + .seconds(30)
        var pause = Duration.milliseconds(250)
        while true {
            do {
                for warning in try await house.checkSchema() { house.logger.warning("\(warning)") }
                return
            } catch let refusal as SchemaRefusal {
                house.logger.error("\(refusal.message)")
                throw ExitCode(1)
            } catch {
                guard ContinuousClock.now + pause < end, !Task.isCancelled else {
                    house.logger.error(
                        "MariaDB cannot be used: giving up after 30 s",
                        metadata: ["database": "\(house.settings.database.place)", "error": "\(error)"]
                    )
                    throw ExitCode(1)
                }
                house.logger.warning(
                    "MariaDB cannot be used: waiting for it",
                    metadata: ["database": "\(house.settings.database.place)", "error": "\(error)"]
                )
                try await Task.sleep(for: pause)
                pause = min(pause * 2, .seconds(5))
            }
        }
    }

    private static func warnOfTheMissing(_ house: House) async {
        let checks = await house.health.readiness().checks
        for (name, state) in [("redis", checks.redis), ("pdns", checks.pdns), ("scaikey", checks.scaikeyJWKS)]
        where state != "ok" {
            house.logger.warning(
                "Not there at the start: serving what can be served",
                metadata: ["what": "\(name)", "state": "\(state)"]
            )
        }
    }
}
