import COpenSSL
import Glibc

/// TLS over a non-blocking socket by OpenSSL. For one thread.
final class TLSSession {
    private let context: OpaquePointer
    private let session: OpaquePointer

    /// What a call of OpenSSL came to.
    enum Step {
        case done(Int)
        case blocked(SocketInterest)
        case ended
        case failed(String)
    }

    /// A session that accepts the host's certificate only, signed by `caFile` or by the system's authorities.
    init(socket: Int32, host: String, caFile: String?) throws(RedisFailure) {
        guard let context = SSL_CTX_new(TLS_client_method()) else {
            throw .unavailable("TLS: \(TLSSession.lastError())")
        }
        guard let session = TLSSession.prepare(context, caFile: caFile) else {
            defer { SSL_CTX_free(context) }
            throw .unavailable(
                "TLS: \(caFile ?? "the system's certificates") cannot be read: \(TLSSession.lastError())")
        }
        self.context = context
        self.session = session
        // From here on a throw runs deinit, which frees both.
        guard SSL_set_fd(session, socket) == 1, nameServer(host) else {
            throw .unavailable("TLS: \(TLSSession.lastError())")
        }
        SSL_set_connect_state(session)
    }

    deinit {
        SSL_free(session)
        SSL_CTX_free(context)
    }

    private static func prepare(_ context: OpaquePointer, caFile: String?) -> OpaquePointer? {
        ERR_clear_error()
        SSL_CTX_set_verify(context, SSL_VERIFY_PEER, nil)
        // Macros of OpenSSL, which Swift does not see: set_min_proto_version and set_mode.
        SSL_CTX_ctrl(context, SSL_CTRL_SET_MIN_PROTO_VERSION, Int(TLS1_2_VERSION), nil)
        SSL_CTX_ctrl(
            context,
            SSL_CTRL_MODE,
            Int(SSL_MODE_ENABLE_PARTIAL_WRITE) | Int(SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER),
            nil
        )
        let loaded =
            if let caFile {
                SSL_CTX_load_verify_locations(context, caFile, nil)
            } else {
                SSL_CTX_set_default_verify_paths(context)
            }
        return loaded == 1 ? SSL_new(context) : nil
    }

    /// Has the certificate checked for the host, and tells the server which one is meant unless it is an address.
    private func nameServer(_ host: String) -> Bool {
        if X509_VERIFY_PARAM_set1_ip_asc(SSL_get0_param(session), host) == 1 { return true }
        ERR_clear_error()
        SSL_set_hostflags(session, UInt32(X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS))
        guard SSL_set1_host(session, host) == 1 else { return false }
        return host.withCString { name in
            let text = UnsafeMutableRawPointer(mutating: name)
            return SSL_ctrl(session, SSL_CTRL_SET_TLSEXT_HOSTNAME, Int(TLSEXT_NAMETYPE_host_name), text) == 1
        }
    }

    /// One step of the handshake, `done(1)` when it is complete.
    func handshake() -> Step { step { SSL_do_handshake(session) } }

    func read(into buffer: UnsafeMutableRawBufferPointer) -> Step {
        step { SSL_read(session, buffer.baseAddress, Int32(clamping: buffer.count)) }
    }

    func write(_ bytes: UnsafeRawBufferPointer) -> Step {
        step { SSL_write(session, bytes.baseAddress, Int32(clamping: bytes.count)) }
    }

    private func step(_ call: () -> Int32) -> Step {
        // OpenSSL judges a call by the thread's error queue, so nothing old may be in it.
        ERR_clear_error()
        let count = call()
        if count > 0 { return .done(Int(count)) }
        let systemError = errno
        switch SSL_get_error(session, count) {
        case SSL_ERROR_WANT_READ: return .blocked(.reading)
        case SSL_ERROR_WANT_WRITE: return .blocked(.writing)
        case SSL_ERROR_ZERO_RETURN: return .ended
        case SSL_ERROR_SYSCALL: return .failed(systemError == 0 ? "connection lost" : errorText(systemError))
        default: return .failed(reason())
        }
    }

    private func reason() -> String {
        let verdict = SSL_get_verify_result(session)
        guard verdict == Int(X509_V_OK) else { return String(cString: X509_verify_cert_error_string(verdict)) }
        return TLSSession.lastError()
    }

    private static func lastError() -> String {
        guard let text = ERR_reason_error_string(ERR_get_error()) else { return "unknown error" }
        return String(cString: text)
    }
}

/// The system's text for an error number.
func errorText(_ number: Int32) -> String { strerror(number).map { String(cString: $0) } ?? "error \(number)" }
