import Allocation
import Casting

/// The answer to one scenario.
public struct ScenarioPlan: Sendable {
  /// What was asked; with the budget that was found, where it asks for one.
  public internal(set) var scenario: Scenario
  let problem: CastingProblem
  private let solution: AllocationSolution
  /// The problem with nothing chosen.
  private let empty: AllocationState
  /// The plan's deals, by creator and kind.
  private(set) var choices: [WarmStart.Choice]
  /// Name of the scenario whose plan was better; nil where the plan is its own.
  public private(set) var takenFrom: ScenarioName?
  /// Money, activation costs included.
  public private(set) var spend = 0.0
  /// Money that its budget pays: the spend with what an agency adds.
  private(set) var charge = 0.0
  /// In units of the objective; −∞ without a plan.
  public private(set) var value: Double
  /// No plan of the scenario is worth more; −∞ where there is none.
  public internal(set) var bound: Double
  /// Names of the rules left out because they cannot hold without the groups that the scenario drops.
  public internal(set) var liftedRules: [String] = []
  /// Names of rules that cannot hold together; nil where there is a plan, or that was not looked for.
  public internal(set) var clash: [String]?
  /// What was found in answer to the brief's question, where it has one.
  public internal(set) var budgetAnswer: BudgetAnswer?

  init(
    scenario: Scenario, problem: CastingProblem, solution: AllocationSolution,
    empty: AllocationState
  ) {
    self.scenario = scenario
    self.problem = problem
    self.solution = solution
    self.empty = empty
    choices = problem.allocation.choices(solution.chosenOptions)
    value = solution.value
    bound = solution.outcome == .infeasible ? -.infinity : solution.bound
    charge = scenario.campaign.brief.terms.agency.fixed
    if let state = state(of: choices) { take(state) }
  }

  private mutating func take(_ state: AllocationState) {
    spend = state.spend
    charge = state.rowActivity[0] + scenario.campaign.brief.terms.agency.fixed
  }

  var dealCount: Int { choices.count }

  /// Whether any plan was found that obeys the rules.
  public var hasPlan: Bool { value > -.infinity }

  /// Whether it is proved that no plan obeys the rules.
  public var isInfeasible: Bool { !hasPlan && bound == -.infinity }

  /// (bound − value) / |bound|; 0 when both are 0.
  public var gap: Double { AllocationSolution.relativeGap(value: value, bound: bound) }

  /// Value that one more yen of budget would earn, at the prices of the proof.
  public var marginalReturn: Double { solution.prices.row.first ?? 0 }

  /// Nodes that branching explored.
  public var nodes: Int { solution.statistics.nodes }

  /// The bound at the prices alone.
  var priceBound: Double { solution.priceBound }

  /// A choice of deals in this scenario; nil where one of them is not to be had.
  func state(of choices: [WarmStart.Choice]) -> AllocationState? {
    var state = empty
    for choice in choices {
      guard let option = problem.allocation.option(at: choice) else { return nil }
      state.add(option)
    }
    return state
  }

  /// Prices and plan for a problem like this one: rows are known by their meaning.
  func warmStart(for other: CastingProblem) -> WarmStart? {
    guard problem.allocation.groupCount == other.allocation.groupCount,
      problem.allocation.segmentCount == other.allocation.segmentCount,
      problem.kinds == other.kinds
    else { return nil }
    var prices = solution.prices
    if problem.ruleBook != other.ruleBook {
      var known: [String: [Double]] = [:]
      for (entry, price) in zip(problem.ruleBook.entries, solution.prices.row).reversed() {
        known[entry.name, default: []].append(price)
      }
      prices.row = other.ruleBook.entries.map { known[$0.name]?.popLast() ?? 0 }
    }
    return WarmStart(prices: prices, choices: choices)
  }

  /// Takes over the plan of another scenario where it obeys the rules of this one and is worth more.
  mutating func take(_ other: ScenarioPlan) {
    guard other.hasPlan, budgetAnswer == nil, problem.kinds == other.problem.kinds,
      scenario.campaign.brief.objective == other.scenario.campaign.brief.objective
    else { return }
    // Where rules alone differ, deals are worth the same here and there.
    let isOfRulesAlone = scenario.relation != .other && other.scenario.relation != .other
    if isOfRulesAlone {
      if hasPlan && other.value <= value { return }
      // Spares most of what would break the budget; which plans keep it exactly is told below.
      if other.charge > (scenario.campaign.brief.budget ?? .infinity) * (1 + 1e-6) { return }
    }
    guard let state = state(of: other.choices), state.keepsEveryRule else { return }
    guard !hasPlan || state.value > value + 1e-9 * abs(value) else {
      // As good but for rounding: no row shows less than one that allows less, not in its last digit either.
      if isOfRulesAlone { value = max(value, other.value) }
      bound = max(bound, value)
      return
    }
    // Where deals are worth the same, so is the plan: added up in another order it would differ in its last digits.
    value = isOfRulesAlone ? other.value : state.value
    (choices, takenFrom) = (other.choices, other.scenario.name)
    take(state)
    bound = max(bound, value)
  }
}
