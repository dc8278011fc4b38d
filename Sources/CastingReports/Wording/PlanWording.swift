import Casting
import CastingPlanning

// What a plan says, sentence by sentence.

extension Wording {
  /// Campaign, objective, value, spend.
  public func head(_ plan: Plan) -> String {
    pick(english: PlanEnglish.head(plan), japanese: PlanJapanese.head(plan))
  }

  /// What the plan brings beside its value, and what that costs.
  public func brought(_ totals: PlanTotals) -> String {
    pick(english: PlanEnglish.brought(totals), japanese: PlanJapanese.brought(totals))
  }

  /// What the client pays and the agency earns, and tax; nil where the brief has neither.
  public func money(_ plan: Plan) -> String? {
    pick(english: PlanEnglish.money(plan), japanese: PlanJapanese.money(plan))
  }

  /// How good the plan is proved to be, in one plain sentence.
  public func certificate(_ plan: Plan) -> String {
    pick(english: PlanEnglish.certificate(plan), japanese: PlanJapanese.certificate(plan))
  }

  package func text(_ highlight: PlanHighlight) -> String {
    pick(
      english: HighlightEnglish.text(highlight), japanese: HighlightJapanese.text(highlight))
  }

  /// A note of a plan, as a sentence.
  public func text(_ note: PlanNote) -> String {
    pick(english: NoteEnglish.text(note), japanese: NoteJapanese.text(note))
  }

  /// What a budget that was found answers.
  public func text(_ finding: BudgetFinding) -> String {
    pick(english: NoteEnglish.budget(finding), japanese: NoteJapanese.budget(finding))
  }

  /// Why no plan is shown for a target.
  public func text(_ miss: UnreachedTarget) -> String {
    pick(english: NoteEnglish.unreached(miss), japanese: NoteJapanese.unreached(miss))
  }

  package func text(_ label: PlanLabel) -> String {
    pick(english: PlanEnglish.text(label), japanese: PlanJapanese.text(label))
  }

  /// A rule of thumb by name.
  public func text(_ way: RuleOfThumb) -> String {
    pick(english: NoteEnglish.name(way), japanese: NoteJapanese.name(way))
  }

  /// Beside the first of many deals: how many more there are.
  package func dealsInFile(_ count: Int) -> String {
    pick(english: PlanEnglish.dealsInFile(count), japanese: PlanJapanese.dealsInFile(count))
  }

  /// A rule of thumb that breaks rules.
  package func breaks(_ way: String, _ breaches: [RuleBreach]) -> String {
    let words = breaches.map { text($0) }
    return pick(
      english: PlanEnglish.breaks(way, words), japanese: PlanJapanese.breaks(way, words))
  }
}

/// Headings of a plan's sections and tables.
package enum PlanLabel: String, CaseIterable, Sendable {
  case whatStandsOut, otherWays, leftOut
  case number, creator, id, platform, tier, product, format, cost, adds, perYen, spentSoFar
  case breakEven, affinity, why, stays
  case bestProduct, comesInAt, whyNot
  case way, value, spend, deals, advantage, p10, p90, largestShare
  case lockedFee, todaysFee, anyFee, noFee
  case quotes, estimate, atMost, negotiationRoom, counted, lowest, highest, gain
  case bookings, status, day, reserve, loss, noPlanWithout, nobody
}
