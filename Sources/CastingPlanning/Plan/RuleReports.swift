import Allocation

/// Every rule with its limits, use and price, in the order of a plan's.
struct RuleReports {
  private let problem: CastingProblem
  private let prices: AllocationPrices
  private let priced: PricedDeals
  private let state: AllocationState
  private let threads: Int
  private let others: OtherCreators?
  private let facts: PlanFacts
  private let served: [Double]

  /// - Parameters:
  ///   - state: of the plan.
  ///   - others: those of a long roster who are not in the problem.
  init(
    problem: CastingProblem, prices: AllocationPrices, priced: PricedDeals,
    state: AllocationState, threads: Int, others: OtherCreators? = nil
  ) {
    self.problem = problem
    self.prices = prices
    self.priced = priced
    self.state = state
    self.threads = threads
    self.others = others
    facts = problem.facts(state.chosenOptions)
    served = state.servedOutput()
  }

  /// Throws `PlannerError` where deals of others cannot be made again.
  func reports() throws -> [RuleReport] {
    var reports: [RuleReport] = []
    for (number, rule) in problem.rules.rules.enumerated() where rule.isListed {
      var report = try rule.report(reading(number))
      (report.kind, report.subject) = (rule.label.kind, rule.label.subject)
      reports.append(report)
    }
    return reports
  }

  private func reading(_ number: Int) -> RuleReading {
    RuleReading(
      ruleSet: problem.rules, frame: problem.ruleFrame, facts: facts, servedOutput: served,
      prices: prices,
      sum: problem.rowOfRule[number].map {
        (problem.allocation.rows[$0], state.rowActivity[$0], prices.row[$0])
      },
      lifting: { try price(lifting: $0, number) })
  }

  private func price(lifting rule: some WholeRule, _ number: Int) throws -> Double {
    let listed = RulePrices(problem: problem, priced: priced, threads: threads)
    return try listed.price(lifting: rule, number)
      + (others?.price(lifting: rule, number, at: prices) ?? 0)
  }
}
