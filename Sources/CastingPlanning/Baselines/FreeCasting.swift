import Allocation
import Casting

/// Every deal that a campaign's creators could make if no rule of the brief kept it out, and the rules
/// to hold any choice of these deals against.
///
/// Facts stay: days and slots of creators, formats, stock and capacity.
struct FreeCasting: Sendable {
  /// With none of the rules but those that were to stay.
  let problem: CastingProblem
  private let gauge: PlanGauge
  private let state: RuleState

  /// Throws `PlannerError` as `CastingProblem` does.
  ///
  /// - Parameters:
  ///   - rules: the kinds of rules that there are.
  ///   - known: the response of the campaign; worked out when nil.
  ///   - keepsBudget: whether the problem still has the budget.
  init(
    _ campaign: Campaign, rules: RuleCatalogue, keepsBudget: Bool = false, threads: Int,
    reusing known: ResponseModel? = nil
  ) throws {
    let ruleSet = RuleSet(campaign, rules)
    state = RuleState(ruleSet.sides)
    let kept = ruleSet.sides.indices.filter {
      let rule = ruleSet.rule(ofSide: $0)
      return rule.isFact || (keepsBudget && !rule.canBeDropped)
    }
    problem = try CastingProblem(
      ruleSet.edited(campaign, state.keeping(only: kept)), rules: rules, threads: threads,
      reusing: known)
    gauge = PlanGauge(
      ruleSet,
      in: RuleFrame(
        campaign, response: problem.response, kinds: problem.kinds,
        creatorIDs: ruleSet.singleCreators))
  }

  /// The campaign's rules that a choice of the problem's options breaks, in the order of a plan, then
  /// what creators cannot do.
  func breaches(of options: [Int]) -> [RuleBreach] {
    let facts = problem.facts(options)
    let creators = Dictionary(grouping: facts.deals, by: \.creator).sorted { $0.key < $1.key }
    return rules(brokenBy: facts)
      + creators.flatMap { creator, deals in breaches(of: creator, deals: deals) }
      + breachesOfPersons(facts.deals)
  }

  /// Persons whose accounts have more deals together than she has slots.
  private func breachesOfPersons(_ deals: [PlanFacts.Deal]) -> [RuleBreach] {
    problem.persons.compactMap { person in
      let found = deals.count { person.rows.contains($0.creator) }
      guard found > person.slots else { return nil }
      return RuleBreach(
        rule: "\(person.name) slots", side: .maximum, limit: Double(person.slots),
        found: Double(found), unit: .deals)
    }
  }

  private func breaches(of creator: Int, deals: [PlanFacts.Deal]) -> [RuleBreach] {
    let id = problem.campaign.roster.creatorIDs[creator]
    var breaches: [RuleBreach] = []
    let slots = problem.allocation.items[creator].slots
    if deals.count > slots {
      breaches.append(
        RuleBreach(
          rule: "\(id) slots", side: .maximum, limit: Double(slots), found: Double(deals.count),
          unit: .deals))
    }
    let products = Dictionary(grouping: deals) { problem.kinds.product(ofKind: $0.kind) }
    for (product, twice) in products.sorted(by: { $0.key < $1.key }) where twice.count > 1 {
      breaches.append(
        RuleBreach(
          rule: "\(id) deals for \(problem.campaign.products.products[product].id)",
          side: .maximum, limit: 1, found: Double(twice.count), unit: .deals))
    }
    return breaches
  }

  private func rules(brokenBy facts: PlanFacts) -> [RuleBreach] {
    gauge.ruleSet.sides.indices.filter { !gauge.obeys(facts, rule: $0, state) }.map { number in
      let rule = gauge.ruleSet.sides[number]
      return RuleBreach(
        rule: rule.name, side: rule.side, limit: rule.limit,
        found: rule.side == .whole ? nil : gauge.needed(by: facts, for: number, state),
        unit: rule.unit)
    }
  }

  /// The option of a deal; nil where the inputs allow no such deal.
  func option(creator: Int, product: Int, format: DealFormat) -> Int? {
    problem.options(ofCreator: creator).first {
      let kind = Int(problem.allocation.optionKind[$0])
      return problem.kinds.product(ofKind: kind) == product
        && problem.kinds.format(ofKind: kind) == format
    }
  }
}
