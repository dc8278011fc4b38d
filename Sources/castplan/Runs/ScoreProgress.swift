import Foundation
import Synchronization

/// How far a scoring is: creators, rate, and the time that remains.
final class ScoreProgress: Sendable {
  private let line: ProgressLine
  private let state = Mutex((step: "", start: ContinuousClock.now))

  init(quiet: Bool) { line = ProgressLine(quiet: quiet) }

  func start(_ step: String) {
    state.withLock { $0 = (step, ContinuousClock.now) }
    line.show(step)
  }

  /// - Parameter share: of the work that is done; NaN where that is not known.
  func show(creators: Int, share: Double) {
    let (step, start) = state.withLock { $0 }
    let seconds = max(1e-3, Measurements.seconds(since: start))
    var text = String(
      format: "%@: %d creators, %.0f a second", step, creators, Double(creators) / seconds)
    if share > 0 {
      text += String(
        format: ", %.0f %%, %.0f s left", share * 100, max(0, seconds / share - seconds))
    }
    line.show(text, isStep: false)
  }

  func clear() { line.clear() }
}
