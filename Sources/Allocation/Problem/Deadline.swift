/// A moment on the monotonic clock after which the search stops with what it has.
struct Deadline: Sendable {
  private let start: ContinuousClock.Instant
  private let limit: Duration

  init(seconds: Double) {
    start = .now
    limit = .seconds(min(seconds, 1e9))
  }

  var hasPassed: Bool { ContinuousClock.now - start >= limit }

  /// Seconds left, not below 0.
  var left: Double {
    let left = limit - (ContinuousClock.now - start)
    return max(
      0, Double(left.components.seconds) + Double(left.components.attoseconds) * 1e-18)
  }

  /// Seconds since the start.
  var elapsed: Double {
    let elapsed = ContinuousClock.now - start
    return Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) * 1e-18
  }
}
