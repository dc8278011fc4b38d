import Foundation

/// Seconds and bytes a run took.
enum Measurements {
  /// Highest resident memory of this process so far, bytes.
  static var peakMemory: Int {
    var usage = rusage()
    guard getrusage(Int32(RUSAGE_SELF.rawValue), &usage) == 0 else { return 0 }
    // Linux counts kilobytes.
    return usage.ru_maxrss * 1024
  }

  static func seconds(since start: ContinuousClock.Instant) -> Double {
    let elapsed = ContinuousClock.now - start
    return Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) * 1e-18
  }
}
