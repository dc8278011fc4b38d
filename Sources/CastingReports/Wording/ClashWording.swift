import Casting
import CastingPlanning

/// What is said of rules that cannot hold together, and of what would mend them.
extension Wording {
  /// Above all clashes.
  package func head(_ report: ClashReport) -> String {
    pick(english: ClashEnglish.head(report), japanese: ClashJapanese.head(report))
  }

  /// Above the rules of a clash; `number` counts from 0.
  package func introduction(_ clash: ClashReport.Clash, _ number: Int) -> String {
    pick(
      english: ClashEnglish.introduction(clash, number),
      japanese: ClashJapanese.introduction(clash, number))
  }

  /// What a rule asks and what stands against it.
  public func conflict(_ rule: ClashingRule, alone isAlone: Bool) -> String {
    let conflict = rule.conflict(alone: isAlone)
    return pick(
      english: ClashEnglish.text(conflict), japanese: ClashJapanese.text(conflict, of: rule.rule))
  }

  /// What would be enough.
  package func change(_ rule: ClashingRule) -> String {
    pick(english: ClashEnglish.change(rule), japanese: ClashJapanese.change(rule))
  }

  /// The same as a sentence, with how far it goes.
  public func remedy(_ rule: ClashingRule) -> String {
    pick(english: ClashEnglish.remedy(rule), japanese: ClashJapanese.remedy(rule))
  }

  /// Below a clash whose rules may be more than needed.
  package var notSmallest: String {
    pick(english: ClashEnglish.notSmallest, japanese: ClashJapanese.notSmallest)
  }

  /// Which change is the cheapest, and how to have it made.
  package func conclusion(_ report: ClashReport) -> String {
    pick(english: ClashEnglish.conclusion(report), japanese: ClashJapanese.conclusion(report))
  }

  /// What was done to a rule.
  public func done(_ change: RuleChange) -> String {
    pick(english: ClashEnglish.done(change), japanese: ClashJapanese.done(change))
  }

  /// What a plan was made with, and why.
  package func note(_ rule: RelaxedRule) -> String {
    pick(english: ClashEnglish.note(rule), japanese: ClashJapanese.note(rule))
  }

  /// A rule that a list of deals breaks, and what it would have to allow.
  public func text(_ breach: RuleBreach) -> String {
    pick(english: ClashEnglish.text(breach), japanese: ClashJapanese.text(breach))
  }
}
