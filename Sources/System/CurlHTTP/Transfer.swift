import CCurl

/// One call while curl works on it. Lives on the transfer thread only; curl holds an unretained pointer to it.
final class Transfer {
    let call: Call
    let easy: UnsafeMutableRawPointer
    private var head = ResponseHead()
    private var body: [UInt8] = []
    private var exceededLimit: Int?
    private var headerList: UnsafeMutablePointer<curl_slist>?
    private let errorText: UnsafeMutablePointer<CChar>
    private var setupVerdict = CURLE_OK

    /// - Throws: ``HTTPFailure/failed(_:)`` when curl refuses an option or has no memory.
    init(_ call: Call, settings: ClientSettings) throws(HTTPFailure) {
        guard let easy = curl_easy_init() else { throw .failed("out of memory") }
        self.call = call
        self.easy = easy
        errorText = .allocate(capacity: Int(CURL_ERROR_SIZE))
        errorText.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
        // From here on a throw runs deinit, which frees all of it.
        setBounds(settings)
        setTrust(settings)
        setRequest()
        setHeaders()
        setCallbacks()
        guard setupVerdict == CURLE_OK else { throw .failed(String(cString: curl_easy_strerror(setupVerdict))) }
    }

    deinit {
        curl_easy_cleanup(easy)
        curl_slist_free_all(headerList)
        errorText.deallocate()
    }

    /// The call's outcome, once curl has reported `verdict`.
    func outcome(_ verdict: CURLcode) -> Call.Outcome {
        if let exceededLimit { return .failure(.tooLarge(limit: exceededLimit)) }
        guard verdict == CURLE_OK else { return .failure(failure(verdict)) }
        var status = 0
        _ = sc_curl_getinfo_long(easy, CURLINFO_RESPONSE_CODE, &status)
        return .success(HTTPResponse(status: status, headers: head.headers, body: body))
    }

    private func failure(_ verdict: CURLcode) -> HTTPFailure {
        let detail = errorText.pointee == 0 ? String(cString: curl_easy_strerror(verdict)) : String(cString: errorText)
        switch verdict {
        case CURLE_URL_MALFORMAT, CURLE_UNSUPPORTED_PROTOCOL: return .invalidURL(detail)
        case CURLE_COULDNT_RESOLVE_HOST: return .cannotResolve(call.target.host)
        case CURLE_COULDNT_CONNECT: return .cannotConnect(detail)
        // The whole call's time is kept by the loop, so this is the connect timeout.
        case CURLE_OPERATION_TIMEDOUT: return .cannotConnect(detail)
        case CURLE_FILESIZE_EXCEEDED: return .tooLarge(limit: call.request.maximumResponseBytes)
        case CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CACERT_BADFILE, CURLE_SSL_CERTPROBLEM,
            CURLE_SSL_CIPHER, CURLE_SSL_ISSUER_ERROR, CURLE_SSL_ENGINE_INITFAILED, CURLE_SSL_INVALIDCERTSTATUS:
            return .tls(detail)
        default: return .failed(detail)
        }
    }

    // MARK: Options

    private func note(_ verdict: CURLcode) {
        if setupVerdict == CURLE_OK { setupVerdict = verdict }
    }

    private func set(_ option: CURLoption, _ value: Int) { note(sc_curl_setopt_long(easy, option, value)) }

    private func set(_ option: CURLoption, _ value: String?) { note(sc_curl_setopt_string(easy, option, value)) }

    private func setBounds(_ settings: ClientSettings) {
        set(CURLOPT_PROTOCOLS_STR, "http,https")
        set(CURLOPT_HTTP_VERSION, CURL_HTTP_VERSION_1_1)
        set(CURLOPT_HTTP09_ALLOWED, 0)
        set(CURLOPT_FOLLOWLOCATION, 0)
        set(CURLOPT_USERAGENT, settings.userAgent)
        set(CURLOPT_NOSIGNAL, 1)
        // Neither `no_proxy` nor `http_proxy` of the environment says anything.
        set(CURLOPT_NOPROXY, "*")
        set(CURLOPT_PROXY, "")
        set(CURLOPT_CONNECTTIMEOUT_MS, max(1, settings.connectTimeout.milliseconds))
        let limit = curl_off_t(call.request.maximumResponseBytes)
        // 0 would mean no limit; the write callback counts in any case.
        if limit > 0 { note(sc_curl_setopt_offset(easy, CURLOPT_MAXFILESIZE_LARGE, limit)) }
        // Without it, ending a transfer during name resolution waits for the resolver and halts all other transfers.
        set(CURLOPT_QUICK_EXIT, 1)
    }

    private func setTrust(_ settings: ClientSettings) {
        set(CURLOPT_SSL_VERIFYPEER, 1)
        set(CURLOPT_SSL_VERIFYHOST, 2)
        set(CURLOPT_SSLVERSION, CURL_SSLVERSION_TLSv1_2)
        guard let caFile = settings.caFile else { return }
        set(CURLOPT_CAINFO, caFile)
        // The system's directory would be trusted besides the file.
        set(CURLOPT_CAPATH, nil as String?)
    }

    private func setRequest() {
        let request = call.request
        set(CURLOPT_URL, call.target.url)
        set(CURLOPT_PATH_AS_IS, 1)
        if !request.mayBeRepeated { set(CURLOPT_FRESH_CONNECT, 1) }
        if request.method == "HEAD" {
            set(CURLOPT_NOBODY, 1)
            return
        }
        let needsLength = ["POST", "PUT", "PATCH"].contains(request.method)
        if let body = request.body ?? (needsLength ? [] : nil) {
            set(CURLOPT_POST, 1)
            note(sc_curl_setopt_offset(easy, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(body.count)))
            // One byte more than the body, since an empty array may have no address; curl copies only the body.
            var bytes = body + [0]
            note(sc_curl_setopt_pointer(easy, CURLOPT_COPYPOSTFIELDS, &bytes))
        } else {
            set(CURLOPT_HTTPGET, 1)
        }
        set(CURLOPT_CUSTOMREQUEST, request.method)
    }

    private func setHeaders() {
        let given = call.request.headers
        // `Name: value` sends, `Name;` sends an empty value, `Name:` keeps curl from sending one of its own.
        var lines = given.map { $0.value.isEmpty ? "\($0.name);" : "\($0.name): \($0.value)" }
        lines.append("Expect:")
        if !given.contains(where: { $0.name.lowercased() == "content-type" }) { lines.append("Content-Type:") }
        for line in lines {
            guard let longer = curl_slist_append(headerList, line) else { return note(CURLE_OUT_OF_MEMORY) }
            headerList = longer
        }
        note(sc_curl_setopt_pointer(easy, CURLOPT_HTTPHEADER, headerList))
    }

    // MARK: What arrives

    private func setCallbacks() {
        let me = Unmanaged.passUnretained(self).toOpaque()
        note(sc_curl_setopt_pointer(easy, CURLOPT_ERRORBUFFER, errorText))
        note(sc_curl_setopt_pointer(easy, CURLOPT_WRITEDATA, me))
        note(sc_curl_setopt_pointer(easy, CURLOPT_HEADERDATA, me))
        note(
            sc_curl_setopt_callback(easy, CURLOPT_WRITEFUNCTION) { start, size, count, me in
                guard let me else { return 0 }
                let bytes = UnsafeRawBufferPointer(start: start, count: size * count)
                return Unmanaged<Transfer>.fromOpaque(me).takeUnretainedValue().takeBody(bytes) ? bytes.count : 0
            }
        )
        note(
            sc_curl_setopt_callback(easy, CURLOPT_HEADERFUNCTION) { start, size, count, me in
                guard let me else { return 0 }
                let bytes = UnsafeRawBufferPointer(start: start, count: size * count)
                return Unmanaged<Transfer>.fromOpaque(me).takeUnretainedValue().takeHeader(bytes) ? bytes.count : 0
            }
        )
    }

    private func takeBody(_ bytes: UnsafeRawBufferPointer) -> Bool {
        guard bytes.count <= call.request.maximumResponseBytes - body.count else {
            exceededLimit = call.request.maximumResponseBytes
            return false
        }
        body.append(contentsOf: bytes)
        return true
    }

    private func takeHeader(_ line: UnsafeRawBufferPointer) -> Bool {
        guard head.take(line) else {
            exceededLimit = ResponseHead.limit
            return false
        }
        return true
    }
}
