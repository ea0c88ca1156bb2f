import CCurl

/// The transfer thread: the only one that touches curl's handles, and the only one that answers calls it has taken.
///
/// Each turn takes what has arrived, lets curl work, answers what is finished, begins what may begin, ends what is
/// overdue, and sleeps until a socket, a deadline or an arrival wakes it.
final class TransferLoop {
    private let multi: UnsafeMutableRawPointer
    private let settings: ClientSettings
    private let inbox: Inbox
    private var origins: [String: OriginQueue] = [:]
    /// Calls without a connection, by id; those no longer in it are skipped when their turn comes.
    private var waiting: [UInt64: Call] = [:]
    private var running: [UInt64: Transfer] = [:]
    private var identifiers: [UnsafeMutableRawPointer: UInt64] = [:]
    /// No deadline of any call lies before it.
    private var earliestDeadline: ContinuousClock.Instant?

    init(multi: MultiHandle, settings: ClientSettings, inbox: Inbox) {
        self.multi = multi.pointer
        self.settings = settings
        self.inbox = inbox
    }

    func run() {
        while true {
            let arrivals = inbox.take()
            if arrivals.isClosed {
                for call in arrivals.calls { waiting[call.id] = call }
                break
            }
            for call in arrivals.calls { admit(call) }
            for id in arrivals.cancelled { end(id, .failure(.cancelled)) }
            var handles: Int32 = 0
            curl_multi_perform(multi, &handles)
            answerFinished()
            endOverdue()
            curl_multi_poll(multi, nil, 0, Int32(pause.milliseconds), nil)
        }
        for id in Array(waiting.keys) + Array(running.keys) { answer(id, .failure(.closed)) }
        inbox.threadEnds()
        curl_multi_cleanup(multi)
    }

    private var pause: Duration {
        let longest = Duration.seconds(60)
        guard let earliestDeadline else { return longest }
        return min(longest, ContinuousClock.now.duration(to: earliestDeadline))
    }

    // MARK: Beginning

    private func admit(_ call: Call) {
        waiting[call.id] = call
        // Cancelled before the thread knew of it; a later cancellation finds it by its id.
        guard !call.mark.isRaised else { return answer(call.id, .failure(.cancelled)) }
        earliestDeadline = min(earliestDeadline ?? call.deadline, call.deadline)
        origins[call.target.origin, default: OriginQueue()].add(call)
        beginNext(call.target.origin)
    }

    private func beginNext(_ origin: String) {
        guard var queue = origins[origin] else { return }
        while let call = queue.begin(
            atMost: settings.maximumConnectionsPerHost,
            isWanted: { waiting[$0.id] != nil }
        ) {
            do throws(HTTPFailure) {
                let transfer = try Transfer(call, settings: settings)
                guard curl_multi_add_handle(multi, transfer.easy) == CURLM_OK else {
                    throw .failed("curl takes no transfer")
                }
                waiting[call.id] = nil
                inbox.leftQueue()
                running[call.id] = transfer
                identifiers[transfer.easy] = call.id
            } catch {
                queue.end()
                answer(call.id, .failure(error))
            }
        }
        origins[origin] = queue.isUnused ? nil : queue
    }

    // MARK: Ending

    private func answerFinished() {
        var left: Int32 = 0
        while let message = curl_multi_info_read(multi, &left) {
            guard message.pointee.msg == CURLMSG_DONE, let easy = message.pointee.easy_handle,
                let id = identifiers[easy], let transfer = running[id]
            else { continue }
            // The message is gone once its handle is removed.
            let verdict = sc_curl_message_result(message)
            end(id, transfer.outcome(verdict))
        }
    }

    private func endOverdue() {
        let now = ContinuousClock.now
        guard let earliestDeadline, earliestDeadline <= now else { return }
        self.earliestDeadline = nil
        let deadlines = waiting.mapValues(\.deadline).merging(running.mapValues(\.call.deadline)) { first, _ in first }
        for (id, deadline) in deadlines where deadline <= now { end(id, .failure(.timedOut)) }
        self.earliestDeadline = deadlines.values.filter { $0 > now }.min()
    }

    /// Answers the call and lets the next one to the same origin begin; an unknown id was answered before.
    private func end(_ id: UInt64, _ outcome: Call.Outcome) {
        let origin = running[id]?.call.target.origin
        answer(id, outcome)
        guard let origin else { return }
        origins[origin]?.end()
        beginNext(origin)
    }

    private func answer(_ id: UInt64, _ outcome: Call.Outcome) {
        if let call = waiting.removeValue(forKey: id) {
            inbox.leftQueue()
            call.continuation.resume(returning: outcome)
        } else if let transfer = running.removeValue(forKey: id) {
            identifiers[transfer.easy] = nil
            curl_multi_remove_handle(multi, transfer.easy)
            transfer.call.continuation.resume(returning: outcome)
        }
    }
}
