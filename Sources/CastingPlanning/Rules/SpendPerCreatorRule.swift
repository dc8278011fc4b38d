import Casting

/// What deals of one creator may cost together, activation aside: `spend_per_creator: {max: 300000}`,
/// or `{max_share_of_budget: 0.2}`. Accounts of one person are one creator.
struct SpendPerCreatorRule: WholeRule {
  /// Money, or a share of the budget.
  let limit: Double
  let isShare: Bool
  /// Money.
  let budget: Double

  static func rules(of campaign: Campaign) -> [SpendPerCreatorRule] {
    let budget = campaign.brief.budget ?? .infinity
    return switch campaign.brief.spendPerCreator {
    case nil: []
    case .yen(let limit): [SpendPerCreatorRule(limit: limit, isShare: false, budget: budget)]
    case .shareOfBudget(let share):
      [SpendPerCreatorRule(limit: share, isShare: true, budget: budget)]
    }
  }

  var label: RuleLabel {
    .spendPerCreator(yen: isShare ? nil : limit, shareOfBudget: isShare ? limit : nil)
  }
  var name: String { "spend per creator" }
  var unit: RuleUnit { .yen }
  var isListed: Bool { yen(limit, of: budget).isFinite }

  /// A share of no limit is no limit, even a share of nothing.
  private func yen(_ limit: Double, of budget: Double) -> Double {
    isShare ? (budget.isFinite ? limit * budget : .infinity) : limit
  }

  func compile(into draft: inout ProblemDraft) { draft.spendLimit = yen(limit, of: budget) }

  func limits(at activity: Double) -> (lower: Double, upper: Double) {
    (-.infinity, yen(limit, of: budget))
  }

  // MARK: Price

  func touches(_ creator: Int, _ lift: RuleLift) -> Bool {
    touches(
      refused: lift.refusals[creator],
      takesSeveral: lift.items[creator].slots > 1)
  }

  func touches(refused: Refusal, takesSeveral: Bool) -> Bool {
    refused.contains(.overSpendLimit) || takesSeveral
  }

  func bindsSetsAlone(of creator: Int, _ lift: RuleLift) -> Bool {
    !lift.refusals[creator].contains(.overSpendLimit)
  }

  func lift(_ terms: inout CreatorTerms, of creator: Int, _ lift: RuleLift) {
    terms.spendLimit = .infinity
    if lift.refusals[creator].contains(.overSpendLimit) {
      terms.deals = lift.deals(creator, true)
    }
  }

  func liftedSpend(_ limit: Double) -> Double { .infinity }

  // MARK: Clashes

  /// The largest spend of a creator, or of a person's accounts together, money.
  func measure(in frame: RuleFrame) -> RuleMeasure { { plan, _ in plan.largestCreatorSpend } }

  func needed(by plan: PlanFacts, _ view: RuleView, measured: Double) -> Double {
    isShare ? measured / budget(view) : measured
  }

  func isObeyed(by plan: PlanFacts, _ view: RuleView, measured: Double) -> Bool {
    measured <= yen(view.limit, of: budget(view)) + RuleView.yenSlack
  }

  private func budget(_ view: RuleView) -> Double { view.kept(BudgetRule.self)?.limit ?? .infinity }

  var sides: [RuleSide] {
    var side = RuleSide(
      .maximum, limit: limit, unit: isShare ? .shareOfSpend : .yen, word: "spend_per_creator",
      order: .creatorLimit)
    // What a yen is of the budget, where there is one.
    if isShare { side.grain = 0.5 / max(1, budget) }
    return [side]
  }

  /// Keeps the unit in which the brief states the limit.
  func write(_ settings: [Relaxation.Setting], to campaign: inout Campaign) {
    campaign.brief.spendPerCreator = settings[0].limit.map {
      isShare ? .shareOfBudget($0) : .yen($0)
    }
  }
}
