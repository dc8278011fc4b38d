import Allocation
import AllocationAudit
import Casting

/// Finds what rules cost by planning without them, one at a time.
struct RuleTrials {
  /// What planning without a rule came to.
  struct Answer {
    var named: NamedRule
    var scenario: Scenario
    var problem: CastingProblem
    var solution: AllocationSolution
    /// What the best plan without the rule is worth more at most: 0 where the plan found without it obeys
    /// it (a limit on orders is no rule that plans obey); nil where a limit came before the gap asked for.
    var cost: Double?
  }

  var look: SecondLook
  private let problem: CastingProblem
  private let settings: PlannerSettings
  /// Options × rules up to which every rule's price bound is worked out.
  private static let mostPriced = 20_000_000

  init(_ look: SecondLook, settings: PlannerSettings) {
    self.look = look
    self.settings = settings
    problem = look.problem
  }

  /// Puts costs to the rules that may cost most, as far as work allows.
  ///
  /// - Parameters:
  ///   - reports: of all rules, in the order of a plan.
  ///   - ceilings: what each may cost.
  ///   - ranks: which of them are tried, those that may cost most first.
  mutating func tryCosts(
    of reports: inout [RuleReport], below ceilings: [Double], ranks: Range<Int>
  ) throws {
    // Where prices tell nothing of a rule, as of days, it comes last.
    func rank(_ place: Int) -> Double { ceilings[place].isFinite ? ceilings[place] : 0 }
    let order = reports.indices.filter { ceilings[$0] > 0 }
      .sorted { (rank($1), $0) < (rank($0), $1) }
    for place in order[ranks.clamped(to: 0..<order.count)]
    where look.better == nil && look.affords() {
      guard let answer = try answer(without: reports[place].name) else { continue }
      reports[place].cost = answer.cost.map { min($0, ceilings[place]) }
    }
  }

  /// Plans without a rule; nil where there is none of the name that can be dropped, or no work is left.
  mutating func answer(without name: String) throws -> Answer? {
    guard let named = problem.rules.named(name).first,
      let scenario = Scenario(
        dropping: name, of: problem.campaign, rules: problem.rules.catalogue)
    else { return nil }
    let other = try CastingProblem(
      scenario.campaign, rules: problem.rules.catalogue, threads: settings.threads,
      reusing: response(of: scenario))
    guard let solution = look.solve(other.allocation, of: other) else { return nil }
    var answer = Answer(named: named, scenario: scenario, problem: other, solution: solution)
    guard solution.value > -.infinity else { return answer }
    let isObeyed = look.offer(other.allocation.choices(solution.chosenOptions))
    if isObeyed, dealsAreWorthTheSame(in: scenario) {
      answer.cost = 0
    } else if solution.bound - solution.value
      <= max(settings.relativeGap, 1e-9) * solution.bound.magnitude
    {
      answer.cost = max(0, solution.bound - look.value)
    }
    return answer
  }

  /// Whether a scenario leaves the worth of deals alone: rules do, but days and limits on orders do not.
  private func dealsAreWorthTheSame(in scenario: Scenario) -> Bool {
    scenario.relation == .relaxes
      && scenario.campaign.brief.window == problem.campaign.brief.window
  }

  private func response(of scenario: Scenario) -> ResponseModel {
    let edited = scenario.campaign
    if dealsAreWorthTheSame(in: scenario) { return problem.response }
    return ResponseModel(
      campaign: edited, norms: RosterNorms(of: edited.roster),
      embeddings: problem.response.embeddings, threads: settings.threads)
  }

  // MARK: At the prices

  /// What each rule costs at most by the plan's prices alone; infinite where they do not tell, 0 of a rule
  /// that cannot be dropped.
  func ceilings(_ reports: [RuleReport], _ solution: AllocationSolution) -> [Double] {
    let allocation = problem.allocation
    let isShort = allocation.optionCount * reports.count <= Self.mostPriced
    let listed = problem.rules.rules.enumerated().filter(\.element.isListed)
    return zip(listed, reports).map { rule, report in
      guard rule.element.canBeDropped else { return 0 }
      if report.isWhole {
        return report.price.isNaN
          ? .infinity : max(0, solution.priceBound - look.value) + report.price.magnitude
      }
      guard isShort else { return report.price == 0 ? 0 : .infinity }
      var prices = solution.prices
      var loose = allocation
      if let row = problem.rowOfRule[rule.offset] {
        prices.row[row] = 0
        // A row bars deals as well that are too much for it by themselves.
        (loose.rows[row].lower, loose.rows[row].upper) = (-.infinity, .infinity)
      } else {
        rule.element.unprice(&prices)
      }
      let bound = PlanAudit(loose).bound(at: prices)
      return bound.isFinite ? max(0, bound - look.value) : .infinity
    }
  }
}
