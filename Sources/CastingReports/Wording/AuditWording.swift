import Casting
import CastingPlanning

/// What is said of a plan's promises.
extension Wording {
  /// What a plan promises, as a sentence without a full stop.
  public func text(_ promise: AuditPromise) -> String {
    pick(english: AuditEnglish.text(promise), japanese: AuditJapanese.text(promise))
  }

  /// What stands in the plan, or what the inputs give.
  public func text(_ statement: AuditStatement) -> String {
    pick(english: AuditEnglish.text(statement), japanese: AuditJapanese.text(statement))
  }

  /// What should be, below a promise that fails.
  package func expected(_ difference: AuditFinding.Difference) -> String {
    let text = text(difference.expected)
    return pick(
      english: AuditEnglish.expected(text), japanese: AuditJapanese.expected(text))
  }

  /// What the plan has instead.
  package func found(_ difference: AuditFinding.Difference) -> String {
    let text = text(difference.found)
    return pick(english: AuditEnglish.found(text), japanese: AuditJapanese.found(text))
  }

  /// That a rule which the plan relaxed was taken as it says.
  package func accepted(_ change: RuleChange) -> String {
    let done = done(change)
    return pick(english: AuditEnglish.accepted(done), japanese: AuditJapanese.accepted(done))
  }

  /// What was not looked at, since the plan does not say it.
  package func untold(_ parts: [AuditUntold]) -> String {
    pick(english: AuditEnglish.untold(parts), japanese: AuditJapanese.untold(parts))
  }

  package func conclusion(_ findings: [AuditFinding]) -> String {
    let failed = findings.count { !$0.holds }
    return pick(
      english: AuditEnglish.conclusion(failed, of: findings.count),
      japanese: AuditJapanese.conclusion(failed, of: findings.count))
  }
}
