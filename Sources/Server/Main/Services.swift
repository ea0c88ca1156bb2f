import Backend
import Logging
import ServiceLifecycle

/// The pushes of this process, as long as it runs; on a stop those that run are finished.
struct PushDeskService: Service {
    let desk: PushDesk

    func run() async {
        await withGracefulShutdownHandler {
            await desk.run()
        } onGracefulShutdown: {
            desk.stop()
        }
    }
}

/// The worker's jobs; on a stop nothing new is begun, and what runs is finished and put back.
struct WorkerService: Service {
    let runner: JobRunner
    let logger: Logger

    func run() async {
        logger.info("Working")
        await cancelWhenGracefulShutdown { await runner.prepare() }
        while !Task.isCancelled, !Task.isShuttingDownGracefully {
            await runner.runDueJobs { !Task.isShuttingDownGracefully }
            // A stop ends the pause.
            try? await cancelWhenGracefulShutdown { try await Task.sleep(for: JobRunner.pauseBetweenLooks) }
        }
    }
}
