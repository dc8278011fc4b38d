import CastingFiles
import CastingPlanning
import Foundation

/// What commands say beside their results, in English.
enum RunEnglish {
  static func text(_ notice: RunNotice) -> String {
    switch notice {
    case .noPlan(true, _):
      "castplan: no plan obeys the rules, and no way to relax them was found in time"
    case .noPlan(false, true):
      "castplan: no plan obeys the rules; --relax accepts the cheapest change"
    case .noPlan(false, false): "castplan: no plan obeys the rules"
    case .noPlanInTime(let seconds):
      "castplan: the limit of \(seconds) s came before any plan that obeys the rules was found; "
        + "allow more with --time-limit"
    case .limitReached(let gap, let askedGap):
      "castplan: stopped at a limit: the plan is within \(percent(gap)) of the bound, not within "
        + "the \(percent(askedGap)) asked for; allow more with --time-limit or --gap"
    case .cannotHideCost(.noAgency):
      "castplan: --hide-cost shows what an agency's client pays, and the brief has no agency; write "
        + "agency: {rate: 0.15} into the brief, or leave --hide-cost out"
    case .cannotHideCost(.telltaleObjective(let objective)):
      "castplan: --hide-cost leaves out what deals cost the agency, and values of the objective "
        + "\(objective.rawValue) are what is left after it; choose gmv, orders or reach"
    case .noPlanWhateverChanged:
      "castplan: no plan obeys the rules, whatever of these is changed; castplan optimize says "
        + "which of them clash"
    case .targetsUnreached(let rows):
      "castplan: no plan that obeys the rules reaches the target of "
        + rows.map { "\"\($0)\"" }.joined(separator: ", ")
    case .rowsStopped(let stopped, let rows):
      "castplan: \(stopped) of \(rows) rows stopped at a limit before the gap asked for; allow more "
        + "with --time-limit or --gap"
    case .otherInputs(let plan):
      "note: \(plan) was made from other inputs: by these it is worth something else; castplan "
        + "check says where they differ"
    case .answersEnded(let question):
      "castplan: the input ended before \"\(question)\" was answered; nothing is written"
    case .briefWritten: "The brief is written. This makes the plan:"
    case .heldAlready(let path): "\(path): holds the whole result of this very run already"
    case .withoutDeals(let creators):
      "note: \(creators) creators take no deal: banned, away in the window, or without a slot"
    case .conditionsUnmet(let conditions):
      "note: no deal of this roster meets --where \(conditions.joined(separator: ", --where "))"
    case .scored(let creators, let products, let seconds):
      String(
        format: "scored %d creators for %d products in %.1f s", creators, products, seconds)
    case .missingRows(let table, let leftOut, let read, let cells):
      "of the \(table.table): " + CheckEnglish.missing(leftOut, read, cells)
    }
  }

  private static func percent(_ share: Double) -> String { String(format: "%.3g %%", share * 100) }

  static func text(_ step: RunStep) -> String {
    switch step {
    case .reading: "reading"
    case .scoring: "scoring"
    case .planningAgain: "planning again"
    case .solvingTogether: "solving for all at once"
    case .solvingRows(let done, let rows): "solving: \(done) of \(rows)"
    case .generating(let creators, let all): "generating: \(creators) of \(all) creators"
    case .solving(nil, let bound, _, _):
      String(format: "solving: no plan yet, bound %.0f", bound)
    case .solving(.some(let value), let bound, let gap, let nodes):
      String(
        format: "solving: value %.0f, bound %.0f, gap %.3f %%, %d nodes", value, bound, gap * 100,
        nodes)
    case .passing(let isScoring, let creators, let rate, let share, let secondsLeft):
      String(
        format: "%@: %d creators, %.0f a second", isScoring ? "scoring" : "reading", creators, rate)
        + (share.map { String(format: ", %.0f %%", $0 * 100) } ?? "")
        + (secondsLeft.map { String(format: ", %.0f s left", $0) } ?? "")
    }
  }
}
