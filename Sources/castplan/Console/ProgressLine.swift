import Casting
import CastingPlanning
import CastingReports
import Foundation
import Synchronization

/// One line on stderr that is drawn over itself while the program works.
final class ProgressLine: Sendable {
  private let isShown: Bool
  private let lastDrawn = Mutex<ContinuousClock.Instant?>(nil)

  init(quiet: Bool) { isShown = Terminal.allowsMotion(quiet: quiet) }

  /// Shows a step, at most ten times a second unless it is a new step.
  func show(_ step: RunStep, isStep: Bool = true) {
    guard isShown else { return }
    let draws = lastDrawn.withLock { last in
      let now = ContinuousClock.now
      if !isStep, let last, now - last < .milliseconds(100) { return false }
      last = now
      return true
    }
    if draws { StandardError.write("\r\u{1B}[K" + SpokenLanguage.wording.text(step)) }
  }

  func show(_ progress: PlannerProgress) {
    let gap = progress.bound - progress.value
    show(
      .solving(
        value: progress.value.isFinite ? progress.value : nil, bound: progress.bound,
        gap: progress.bound == 0 ? 0 : gap / abs(progress.bound), nodes: progress.nodes),
      isStep: false)
  }

  func clear() {
    if isShown { StandardError.write("\r\u{1B}[K") }
  }
}
