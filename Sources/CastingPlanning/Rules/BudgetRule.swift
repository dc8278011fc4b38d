import Allocation
import Casting

/// The most that a plan may cost, activation included: `budget: 3000000`.
///
/// Every campaign has one, and its row is the first; what is moved when there is none is infinite.
struct BudgetRule: SumRule {
  /// Money.
  let limit: Double
  /// What it pays beyond costs.
  let agency: AgencyTerms

  static func rules(of campaign: Campaign) -> [BudgetRule] {
    [
      BudgetRule(
        limit: campaign.brief.budget ?? .infinity, agency: campaign.brief.terms.agency)
    ]
  }

  var label: RuleLabel { .budget }
  var name: String { "budget" }
  var unit: RuleUnit { .yen }
  var canBeDropped: Bool { false }

  /// The agency's fixed fee is no deal's: plans state it beyond the row.
  var offset: Double { agency.fixed }

  func row(in frame: RuleFrame) -> AllocationRow {
    var row = AllocationRow(
      upper: limit - agency.fixed, inside: .init(perCost: 1), perFixedCost: 1 + agency.rate)
    if let list = frame.amounts.index(of: .surcharge) {
      row.amount = list
      row.inside.perAmount = 1
    }
    return row
  }

  func compile(into draft: inout ProblemDraft) {
    draft.budget = limit
    draft.add(row(in: draft.frame), offset: offset)
  }

  func measure(in frame: RuleFrame) -> RuleMeasure {
    guard agency.isPaid else { return { plan, _ in plan.spend } }
    let (row, agency) = (row(in: frame), agency)
    return { plan, _ in
      row.sum(over: plan) + agency.charge(onActivation: plan.spend - plan.dealSpend)
        + agency.fixed
    }
  }

  /// In whole smallest amounts. A budget also sets the limit per creator where that is a share of it.
  func needed(by plan: PlanFacts, _ view: RuleView, measured: Double) -> Double {
    guard let (rule, share) = view.kept(SpendPerCreatorRule.self), rule.isShare,
      plan.largestCreatorSpend > 0
    else { return agency.money.up(measured) }
    guard share > 0 else { return .infinity }
    let money = agency.money
    var least = money.up(plan.largestCreatorSpend / share)
    if share * least < plan.largestCreatorSpend { least += money.least }
    return max(money.up(measured), least)
  }

  func isObeyed(by plan: PlanFacts, _ view: RuleView, measured: Double) -> Bool {
    measured <= view.limit + RuleView.yenSlack
  }

  var sides: [RuleSide] {
    [RuleSide(.maximum, limit: limit, unit: .yen, word: "budget", order: .budget)]
  }

  func write(_ settings: [Relaxation.Setting], to campaign: inout Campaign) {
    campaign.brief.budget = settings[0].limit ?? .infinity
  }
}
