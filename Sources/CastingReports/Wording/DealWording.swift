import Casting
import CastingPlanning

// Why deals are in a plan, and why creators are not.

extension Wording {
  /// One clause.
  public func text(_ reason: DealReason) -> String {
    pick(english: DealEnglish.text(reason), japanese: DealJapanese.text(reason))
  }

  /// All clauses, so joined that a table can show as many as it has room for.
  public func text(_ reasons: [DealReason]) -> String {
    reasons.map { text($0) }.joined(separator: clauseSeparator)
  }

  /// One clause; several are told from each other by `clauseSeparator`.
  public func text(_ reason: LeftOutFact) -> String {
    pick(english: LeftOutEnglish.text(reason), japanese: LeftOutJapanese.text(reason))
  }

  package var clauseSeparator: String { pick(english: "; ", japanese: "；") }
}
