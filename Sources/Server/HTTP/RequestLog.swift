import API
import Core
import HTTPTypes
import Hummingbird
import Logging

/// Around every request: its id, one line in the log, and its error as an answer.
struct RequestLog: RouterMiddleware {
    let logger: Logger
    let randomness: Randomness
    let now: @Sendable () -> ContinuousClock.Instant

    private static let requestIDHeader = HTTPField.Name("X-Request-ID")

    func handle(
        _ request: Request,
        context: ServerContext,
        next: (Request, ServerContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        context.requestID = requestID(of: request)
        let begin = now()
        var response: Response
        do {
            response = try await next(request, context)
        } catch {
            response = try respond(to: error, request, context)
        }
        // `HEAD` answers as `GET` does, without the body: whatever followed would be read as the next answer.
        if request.method == .head { response = Self.headOnly(response) }
        if let header = Self.requestIDHeader { response.headers[header] = context.requestID }
        logger.debug(
            "Answered",
            metadata: [
                "request": "\(context.requestID)", "method": "\(request.method)", "path": "\(request.uri.path)",
                "status": "\(response.status.code)", "seconds": "\(now() - begin)",
            ]
        )
        return response
    }

    private static func headOnly(_ response: Response) -> Response {
        var response = response
        let length = response.headers[.contentLength]
        response.body = ResponseBody()
        response.headers[.contentLength] = length
        return response
    }

    private func respond(to error: any Error, _ request: Request, _ context: ServerContext) throws -> Response {
        let answer = ProblemMapping.answer(to: error)
        var problem = answer.problem
        problem.requestID = context.requestID
        var response = try JSONBody.response(problem)
        response.status = answer.status
        response.headers.append(contentsOf: answer.headers)
        var metadata: Logger.Metadata = [
            "request": "\(context.requestID)", "method": "\(request.method)", "path": "\(request.uri.path)",
            "status": "\(answer.status.code)", "code": "\(problem.code)",
        ]
        if answer.status.code >= 500 { metadata["error"] = "\(error)" }
        logger.log(level: level(of: answer), "Refused", metadata: metadata)
        return response
    }

    private func level(of answer: Answer) -> Logger.Level {
        if answer.isOurFault { return .error }
        return answer.status.code >= 500 ? .warning : .info
    }

    /// The client's own id when it is 1 to 128 visible ASCII characters, else a new one.
    private func requestID(of request: Request) -> String {
        let given = Self.requestIDHeader.flatMap { request.headers[$0] } ?? ""
        if (1...128).contains(given.utf8.count), given.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) { return given }
        return randomness.bytes(12).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
