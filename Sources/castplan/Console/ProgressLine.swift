import CastingPlanning
import Foundation
import Synchronization

/// One line on stderr that is drawn over itself while the program works.
final class ProgressLine: Sendable {
  private let isShown: Bool
  private let lastDrawn = Mutex<ContinuousClock.Instant?>(nil)

  init(quiet: Bool) { isShown = Terminal.allowsMotion(quiet: quiet) }

  /// Shows `text`, at most ten times a second unless it is a new step.
  func show(_ text: String, isStep: Bool = true) {
    guard isShown else { return }
    let draws = lastDrawn.withLock { last in
      let now = ContinuousClock.now
      if !isStep, let last, now - last < .milliseconds(100) { return false }
      last = now
      return true
    }
    if draws { StandardError.write("\r\u{1B}[K" + text) }
  }

  func show(_ progress: PlannerProgress) {
    guard progress.value.isFinite else {
      show(String(format: "solving: no plan yet, bound %.0f", progress.bound), isStep: false)
      return
    }
    let gap = progress.bound - progress.value
    let share = progress.bound == 0 ? 0 : gap / abs(progress.bound) * 100
    show(
      String(
        format: "solving: value %.0f, bound %.0f, gap %.3f %%, %d nodes", progress.value,
        progress.bound, share, progress.nodes), isStep: false)
  }

  func clear() {
    if isShown { StandardError.write("\r\u{1B}[K") }
  }
}
