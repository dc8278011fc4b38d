import Allocation

/// One deal that comes or goes on the way from a plan to the next.
public struct ScenarioStep: Sendable, Equatable {
  /// The deal that comes or goes.
  public var deal: ScenarioDeal
  /// Money, activation included; negative for a deal that goes.
  public var cost: Double
  /// What the plan is worth more by it, in units of the objective; may be negative.
  public var value: Double

  package init(deal: ScenarioDeal, cost: Double, value: Double) {
    self.deal = deal
    self.cost = cost
    self.value = value
  }
}

extension WhatIfStudy {
  /// The base and its rows for reports.
  ///
  /// - Parameters:
  ///   - gap: the gap asked for.
  ///   - settings: by whose seed and threads each plan's outcomes are drawn; nil: they are not.
  public func rows(
    gap: Double, drawing settings: PlannerSettings? = nil
  ) -> (base: WhatIfRow, rows: [WhatIfRow]) {
    func row(_ plan: ScenarioPlan) -> WhatIfRow {
      var row = Self.row(plan, beside: base.deals, gap: gap)
      if let settings { row.outcomes = plan.outcomes(settings) }
      return row
    }
    let rows = plans.enumerated().map { place, plan in
      var row = row(plan)
      if place < budgetCount { row.marginalReturn = marginalReturn(of: plan) }
      if place + 1 < budgetCount { row.next = Self.steps(from: plan, to: plans[place + 1]) }
      return row
    }
    var first = row(base)
    first.marginalReturn = marginalReturn(of: base)
    return (first, rows)
  }

  /// From a budget to the next larger one that was solved, the base among them.
  private func marginalReturn(of plan: ScenarioPlan) -> Double? {
    func budget(_ plan: ScenarioPlan) -> Double {
      plan.scenario.campaign.brief.budget ?? .infinity
    }
    let ladder = ([base] + plans.prefix(budgetCount)).filter {
      $0.budgetAnswer == nil && $0.hasPlan && budget($0) > budget(plan)
    }
    guard plan.budgetAnswer == nil, plan.hasPlan,
      let next = ladder.min(by: { budget($0) < budget($1) }), budget(next).isFinite
    else { return nil }
    return max(0, next.value - plan.value) / (budget(next) - budget(plan))
  }

  /// What a scenario comes to beside the deals of another plan.
  static func row(
    _ plan: ScenarioPlan, beside before: [ScenarioDeal], gap: Double
  ) -> WhatIfRow {
    let changes = ScenarioDeal.changes(from: before, to: plan.deals)
    let isClosed = plan.hasPlan && plan.gap <= max(gap, 1e-9)
    var row = WhatIfRow(
      name: plan.scenario.name, budget: plan.scenario.campaign.brief.budget ?? .infinity,
      status: plan.hasPlan
        ? isClosed ? .optimal : .feasible : plan.isInfeasible ? .infeasible : .unknown,
      value: plan.hasPlan ? plan.value : nil, bound: plan.isInfeasible ? nil : plan.bound,
      gap: plan.hasPlan ? plan.gap : nil, spend: plan.spend,
      dealCount: plan.choices.count, added: changes.added, dropped: changes.dropped,
      next: [], takenFrom: plan.takenFrom)
    row.totals = plan.totals
    (row.liftedRules, row.clash) = (plan.liftedRules, plan.clash)
    if let answer = plan.budgetAnswer { row.tell(answer) }
    if plan.hasPlan, plan.choices.isEmpty {
      row.emptyReason = EmptyPlanInquiry(problem: plan.problem).reason()
    }
    return row
  }

  private static func steps(from plan: ScenarioPlan, to next: ScenarioPlan) -> [ScenarioStep] {
    guard plan.hasPlan, next.hasPlan, let state = next.state(of: plan.choices) else { return [] }
    let (before, after) = (Set(plan.choices), Set(next.choices))
    let places = Dictionary(
      (plan.choices + next.choices).compactMap { choice in
        state.problem.option(at: choice).map { ($0, choice) }
      }
    ) { first, _ in first }
    func options(_ choices: [WarmStart.Choice]) -> [Int] {
      choices.compactMap { state.problem.option(at: $0) }
    }
    return ScenarioStep.steps(
      from: state, leaving: options(plan.choices.filter { !after.contains($0) }),
      coming: options(next.choices.filter { !before.contains($0) }),
      deal: { places[$0].flatMap(next.deal) })
  }
}

extension ScenarioStep {
  /// Deals that go, in the order given, then those that come, most value per yen first.
  ///
  /// - Parameter state: with the plan that is left.
  static func steps(
    from state: AllocationState, leaving: [Int], coming: [Int], deal: (Int) -> ScenarioDeal?
  ) -> [ScenarioStep] {
    var state = state
    var steps: [ScenarioStep] = []
    for option in leaving {
      guard let deal = deal(option) else { continue }
      let (value, spend) = (state.value, state.spend)
      state.remove(option)
      steps.append(
        ScenarioStep(
          deal: deal, cost: state.spend - spend, value: state.value - value))
    }
    for step in BookingOrder(options: coming, isLocked: { _ in false }, empty: state).steps {
      guard let deal = deal(step.option) else { continue }
      steps.append(ScenarioStep(deal: deal, cost: step.addedSpend, value: step.marginalValue))
    }
    return steps
  }
}

extension ScenarioDeal {
  /// - Parameter cost: Money.
  init(_ problem: CastingProblem, _ choice: WarmStart.Choice, cost: Double) {
    let kind = Int(choice.kind)
    self.init(
      creatorID: problem.campaign.roster.creatorIDs[Int(choice.item)],
      productID: problem.campaign.products.products[problem.kinds.product(ofKind: kind)].id,
      format: problem.kinds.format(ofKind: kind), cost: cost)
  }

  /// Deals that only one of two lists has, in its order; costs do not tell deals apart.
  static func changes(
    from before: [ScenarioDeal], to after: [ScenarioDeal]
  ) -> (added: [ScenarioDeal], dropped: [ScenarioDeal]) {
    let (isBefore, isAfter) = (Set(before.map(\.key)), Set(after.map(\.key)))
    return (
      after.filter { !isBefore.contains($0.key) }, before.filter { !isAfter.contains($0.key) }
    )
  }

  /// Which deal it is, whatever it costs.
  var key: [String] { [creatorID, productID, format.rawValue] }
}

extension ScenarioPlan {
  /// In roster order.
  var deals: [ScenarioDeal] { choices.compactMap(deal) }

  /// Nil without a plan.
  fileprivate func outcomes(_ settings: PlannerSettings) -> Outcomes? {
    guard hasPlan else { return nil }
    return OutcomeModel(problem: problem, seed: settings.seed, threads: settings.threads)
      .outcomes(of: choices.compactMap { problem.allocation.option(at: $0) })
  }

  /// Nil without a plan.
  var totals: PlanTotals? {
    guard hasPlan else { return nil }
    return problem.totals(
      choices.compactMap { problem.allocation.option(at: $0) }, spend: spend)
  }

  func deal(_ choice: WarmStart.Choice) -> ScenarioDeal? {
    guard let option = problem.allocation.option(at: choice) else { return nil }
    return ScenarioDeal(problem, choice, cost: problem.allocation.optionCost[option])
  }
}
