import Backend
import Hummingbird
import Logging
import NIOCore

/// What a request carries through the server besides itself.
struct ServerContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// The address of the peer of the connection; a proxy's, where one stands in front.
    let peerAddress: String?
    /// Given to the request when it arrives, and answered in `X-Request-ID`.
    var requestID = ""

    init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        peerAddress = source.channel.remoteAddress?.ipAddress
    }
}
