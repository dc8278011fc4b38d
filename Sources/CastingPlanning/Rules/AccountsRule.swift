import Allocation
import Casting

/// What accounts of one person may take together: her slots, and what may be spent on one creator.
///
/// A fact of the roster, and no rule that plans list: as slots are of a creator. Campaigns of every
/// roster have it, since parts of a long one do not know who is in the others.
struct AccountsRule: CastingRule {
  static func rules(of campaign: Campaign) -> [AccountsRule] { [AccountsRule()] }

  var label: RuleLabel { .other(name: name) }
  var name: String { "accounts of one person" }
  var unit: RuleUnit { .deals }
  var isListed: Bool { false }
  var canBeDropped: Bool { false }
  var isFact: Bool { true }
  var isOfSingleCreators: Bool { true }

  /// Behind the rule on spend per creator, whose limit is one of the person.
  func compile(into draft: inout ProblemDraft) {
    let roster = draft.frame.campaign.roster
    for person in roster.personsWithAccounts() {
      let own = person.rows.reduce(0.0) {
        $0 + max(0, roster.slots.value($1, default: 1).rounded(.down))
      }
      guard own > Double(person.slots) || draft.spendLimit.isFinite else { continue }
      draft.link(
        person.rows, .within(options: person.slots, cost: draft.spendLimit),
        named: person.rows.map { roster.creatorIDs[$0] }, person: person.name)
    }
  }

  func report(_ reading: RuleReading) -> RuleReport {
    RuleReport(name: name, lower: -.infinity, activity: 0, upper: .infinity, price: 0)
  }

  func measure(in frame: RuleFrame) -> RuleMeasure { { _, _ in 0 } }

  var sides: [RuleSide] { [] }

  func write(_ settings: [Relaxation.Setting], to campaign: inout Campaign) {}
}
