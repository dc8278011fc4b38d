import CastingReports
import Foundation
import Synchronization

/// How far a scoring is: creators, rate, and the time that remains.
final class ScoreProgress: Sendable {
  private let line: ProgressLine
  private let state = Mutex((isScoring: false, start: ContinuousClock.now))

  init(quiet: Bool) { line = ProgressLine(quiet: quiet) }

  /// Begins a pass: one that learns of the roster, or the one that scores it.
  func start(isScoring: Bool) {
    state.withLock { $0 = (isScoring, ContinuousClock.now) }
    line.show(isScoring ? .scoring : .reading)
  }

  /// - Parameter share: of the work that is done; NaN where that is not known.
  func show(creators: Int, share: Double) {
    let (isScoring, start) = state.withLock { $0 }
    let seconds = max(1e-3, Measurements.seconds(since: start))
    let isKnown = share > 0
    line.show(
      .passing(
        isScoring: isScoring, creators: creators, rate: Double(creators) / seconds,
        share: isKnown ? share : nil,
        secondsLeft: isKnown ? max(0, seconds / share - seconds) : nil), isStep: false)
  }

  func clear() { line.clear() }
}
