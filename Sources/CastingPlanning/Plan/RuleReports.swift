import Allocation

/// Every rule with its limits, use and price, in the order of a plan's.
struct RuleReports {
  let problem: CastingProblem
  let prices: AllocationPrices
  let priced: PricedDeals
  let state: AllocationState
  let threads: Int
  /// Those of a long roster who are not in the problem.
  var others: OtherCreators?

  /// Throws `PlannerError` where deals of others cannot be made again.
  func reports() throws -> [RuleReport] {
    let spend = state.chosenOptions.reduce(0) { $0 + problem.allocation.optionCost[$1] }
    var reading = RuleReading(
      problem: problem, prices: prices, priced: priced, state: state,
      facts: problem.facts(state.chosenOptions), spend: spend, threads: threads, others: others)
    var reports: [RuleReport] = []
    for (number, rule) in problem.rules.rules.enumerated() where rule.isListed {
      reading.number = number
      reports.append(try rule.report(reading))
    }
    return reports
  }
}
