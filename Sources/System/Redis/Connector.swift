import Glibc

/// Makes connections as a configuration says: address, socket, TLS, `AUTH` and `SELECT`, all within the connect timeout.
struct Connector {
    let configuration: RedisConfiguration
    let wait: SocketWait

    /// - Throws: ``RedisFailure/unavailable(_:)``, ``RedisFailure/authentication(_:)``,
    ///   ``RedisFailure/protocolViolation(_:)``, and what the wait throws.
    func connect() throws(RedisFailure) -> Link {
        let deadline = ContinuousClock.now + configuration.connectTimeout
        let link = Link(
            socket: try connectedSocket(until: deadline),
            maximumReplyBytes: configuration.maximumReplyBytes
        )
        if case .verified(let caFile) = configuration.tls {
            try secure(link, caFile: caFile, until: deadline)
        }
        try greet(link, until: deadline)
        return link
    }

    // MARK: Socket

    private func connectedSocket(until deadline: ContinuousClock.Instant) throws(RedisFailure) -> Int32 {
        let addresses = try addresses(until: deadline)
        var reason = "the host has no address"
        for (index, address) in addresses.enumerated() {
            // Each address gets an equal share of the time that is left.
            let left = ContinuousClock.now.duration(to: deadline)
            let share = ContinuousClock.now + left / (addresses.count - index)
            do throws(RedisFailure) {
                return try connectedSocket(to: address, until: share)
            } catch .unavailable(let text) {
                reason = text
            }
        }
        throw .unavailable(reason)
    }

    private func connectedSocket(
        to address: HostAddress,
        until deadline: ContinuousClock.Instant
    ) throws(RedisFailure) -> Int32 {
        let kind = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_NONBLOCK.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
        let socket = Glibc.socket(address.family, kind, 0)
        guard socket >= 0 else { throw .unavailable(errorText(errno)) }
        do throws(RedisFailure) {
            setOptions(socket, family: address.family)
            var verdict = address.beginConnecting(socket)
            if verdict == EINPROGRESS {
                while !(try wait.wait(for: .writing, of: socket, until: deadline)) { try check(deadline) }
                var length = socklen_t(MemoryLayout<Int32>.size)
                getsockopt(socket, SOL_SOCKET, SO_ERROR, &verdict, &length)
            }
            guard verdict == 0 else { throw .unavailable(errorText(verdict)) }
            return socket
        } catch {
            close(socket)
            throw error
        }
    }

    private func addresses(until deadline: ContinuousClock.Instant) throws(RedisFailure) -> [HostAddress] {
        switch configuration.endpoint {
        case .unix(let path):
            guard let address = HostAddress(unixPath: path) else {
                throw .unavailable("the socket's path is empty or longer than 107 bytes")
            }
            return [address]
        case .tcp(let host, let port):
            if case .success(let known) = HostAddress.resolve(host, port: port, numericOnly: true) { return known }
            let resolution = Resolution()
            guard resolution.start(host, port: port, signal: wait.signal) else { throw .unavailable("no thread") }
            while true {
                if let result = resolution.result {
                    do {
                        return try result.get()
                    } catch {
                        throw .unavailable("\(host): \(error.text)")
                    }
                }
                _ = try wait.wait(for: [], of: nil, until: deadline)
                try check(deadline)
            }
        }
    }

    private func setOptions(_ socket: Int32, family: Int32) {
        guard family != AF_UNIX else { return }
        func set(_ level: Int32, _ option: Int32, _ value: Int32) {
            var value = value
            setsockopt(socket, level, option, &value, socklen_t(MemoryLayout<Int32>.size))
        }
        set(Int32(IPPROTO_TCP), TCP_NODELAY, 1)
        // A server that vanished without a word is noticed after 30 + 3 * 10 seconds of silence.
        set(SOL_SOCKET, SO_KEEPALIVE, 1)
        set(Int32(IPPROTO_TCP), TCP_KEEPIDLE, 30)
        set(Int32(IPPROTO_TCP), TCP_KEEPINTVL, 10)
        set(Int32(IPPROTO_TCP), TCP_KEEPCNT, 3)
    }

    private func check(_ deadline: ContinuousClock.Instant) throws(RedisFailure) {
        guard ContinuousClock.now < deadline else {
            throw .unavailable("no connection within \(configuration.connectTimeout.milliseconds) ms")
        }
    }

    // MARK: TLS and greeting

    private func secure(
        _ link: Link,
        caFile: String?,
        until deadline: ContinuousClock.Instant
    ) throws(RedisFailure) {
        guard case .tcp(let host, _) = configuration.endpoint else {
            throw .unavailable("TLS needs a host to check the certificate for, and a Unix socket has none")
        }
        let session = try TLSSession(socket: link.socket, host: host, caFile: caFile)
        link.secure(session)
        while true {
            switch session.handshake() {
            case .done: return
            case .blocked(let interest):
                _ = try wait.wait(for: interest, of: link.socket, until: deadline)
                try check(deadline)
            case .ended: throw .unavailable("TLS: the server ended the connection")
            case .failed(let reason): throw .unavailable("TLS: \(reason)")
            }
        }
    }

    private func greet(_ link: Link, until deadline: ContinuousClock.Instant) throws(RedisFailure) {
        var commands: [[String]] = []
        if let password = configuration.password {
            commands.append(configuration.user.map { ["AUTH", $0, password] } ?? ["AUTH", password])
        }
        if configuration.database != 0 { commands.append(["SELECT", String(configuration.database)]) }
        for command in commands { link.send(commandBytes(command.map { Array($0.utf8) }) ?? []) }
        var replies: [RedisReply] = []
        while replies.count < commands.count {
            do throws(RedisFailure) {
                try link.flush()
                let arrived = try link.receive()
                replies += arrived.replies
                if arrived.isLost, replies.count < commands.count { throw .connectionLost }
            } catch .connectionLost {
                throw .unavailable("the server ended the connection")
            }
            for (command, reply) in zip(commands, replies) {
                guard case .error(let text) = reply else { continue }
                throw command[0] == "AUTH" ? .authentication(text) : .unavailable("\(command[0]): \(text)")
            }
            guard replies.count < commands.count else { return }
            _ = try wait.wait(for: link.interest, of: link.socket, until: deadline)
            try check(deadline)
        }
    }
}
