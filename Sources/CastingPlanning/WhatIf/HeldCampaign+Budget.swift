import Allocation
import Casting

extension HeldCampaign {
  /// Of the gap asked for, how near a plan on the way and its bound come before the target is found
  /// to lie between them: the spend moves by more than the value does.
  private static let shareOfGap = 0.1
  /// Nodes after which a budget is left undecided.
  private static let mostNodes = 400

  /// The scenario with the budget that answers its question, and the plan there.
  func answer(_ question: BudgetQuestion, of scenario: Scenario) throws -> ScenarioPlan {
    switch question {
    case .target(let value): try leastSpend(reaching: value, scenario)
    case .minimumReturn(let rate): try spend(earning: rate, scenario)
    }
  }

  // MARK: Target

  /// Narrows the budget down until no smaller one is known not to do; the plan of the smallest budget
  /// that reaches the value, or the best there is where none does.
  private func leastSpend(reaching target: Double, _ scenario: Scenario) throws -> ScenarioPlan {
    let clock = ContinuousClock()
    let end = clock.now + .seconds(settings.timeLimit)
    let brief = scenario.campaign.brief
    var limits = settings.allocation
    limits.relativeGap *= Self.shareOfGap
    limits.maximumNodes = min(limits.maximumNodes, Self.mostNodes)
    func plan(_ budget: Double) throws -> ScenarioPlan {
      var trial = scenario
      trial.campaign = scenario.campaign.settled(on: budget)
      limits.timeLimit = max(0.05, Self.seconds(clock.now.duration(to: end)))
      return try solveAsStated(trial, limits)
    }
    let isShare =
      if case .shareOfBudget = brief.spendPerCreator { brief.budget == nil } else { false }
    var bracket = SpendBracket(
      target: target, tolerance: settings.relativeGap, money: brief.terms.money)
    // With the most there is, the best plan is wanted where the target is out of reach.
    limits.goal = target
    var best = try plan(brief.budget ?? mostSpend(scenario.campaign))
    bracket.add(best, isWhole: !isShare)
    // Of less, whether the target is reached or out of reach is all that is asked.
    limits.cutoff = target
    while best.value >= target, clock.now < end, let budget = bracket.next() {
      let trial = try plan(budget)
      bracket.add(trial, isWhole: !isShare)
      if trial.value >= target && trial.charge < best.charge { best = trial }
    }
    // A share of the budget allows its plan no smaller one.
    if !isShare && best.value >= target {
      best.scenario.campaign.brief.budget = best.charge
    }
    best.budgetAnswer = BudgetAnswer(
      question: .target(target), budget: best.scenario.campaign.brief.budget ?? .infinity,
      spendBound: min(bracket.least, best.charge),
      isSettled: best.value < target || bracket.isNarrow)
    return best
  }

  /// Money: what every creator costs at most in her slots, together.
  private func mostSpend(_ campaign: Campaign) throws -> Double {
    let problem = try CastingProblem(
      campaign.settled(on: .infinity), rules: settings.rules, threads: settings.threads,
      reusing: response(of: Scenario(name: .changes([]), campaign: campaign))
    ).allocation
    var sum = 0.0
    for item in 0..<problem.itemCount {
      // What the budget counts, which may be more than the costs.
      let costs = (problem.optionStart[item]..<problem.optionStart[item + 1]).map {
        problem.weight(of: $0, ofItem: item, in: problem.rows[0])
      }
      guard !costs.isEmpty else { continue }
      sum += problem.rows[0].perFixedCost * problem.items[item].fixedCost
      sum += costs.sorted(by: >).prefix(problem.items[item].slots).reduce(0, +)
    }
    return max(1, sum + campaign.brief.terms.agency.fixed)
  }

  private static func seconds(_ duration: Duration) -> Double {
    Double(duration.components.seconds) + Double(duration.components.attoseconds) * 1e-18
  }

  // MARK: Minimum return

  /// Charges every yen what it has to earn at least, then solves again at what that plan spends.
  private func spend(earning rate: Double, _ scenario: Scenario) throws -> ScenarioPlan {
    let brief = scenario.campaign.brief
    var charged = scenario
    charged.campaign = scenario.campaign.settled(on: brief.budget ?? .infinity)
    let (problem, free, empty) = try solution(of: charged, settings.allocation, charging: rate)
    guard free.value > -.infinity else { return try solveAsStated(charged, settings.allocation) }
    let budget =
      free.chosenOptions.reduce(into: empty) { $0.add($1) }.rowActivity[0]
      + brief.terms.agency.fixed
    var settled = scenario
    settled.campaign = scenario.campaign.settled(on: budget)
    var prices = free.prices
    prices.row[0] += rate
    let warm = WarmStart(
      prices: prices, choices: problem.allocation.choices(free.chosenOptions))
    var plan = try solveAsStated(settled, settings.allocation, from: warm)
    plan.budgetAnswer = BudgetAnswer(
      question: .minimumReturn(rate), budget: budget, surplusBound: free.bound)
    // Plans that spend no more are worth no more than the charged bound and their charges.
    plan.bound = min(plan.bound, max(plan.value, free.bound + rate * budget))
    return plan
  }
}

extension SpendBracket {
  fileprivate mutating func add(_ plan: ScenarioPlan, isWhole: Bool) {
    let hasAll = !plan.problem.refusals.contains { $0.contains(.overBudget) }
    add(
      budget: plan.scenario.campaign.brief.budget ?? .infinity, isWhole: isWhole && hasAll,
      value: plan.value,
      bound: plan.bound, priceBound: plan.priceBound, price: plan.marginalReturn,
      spend: plan.charge)
  }
}
