import Allocation

/// Every rule with its limits, use and price: the problem's rows in order, one each, then stock,
/// order capacity, and the rules that can only be lifted whole.
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
    try rows() + stock() + orderCapacity() + wholeRules()
  }

  /// A share of spend is reported as a share; its price is per yen by which the group's spend may
  /// miss the share.
  private func rows() -> [RuleReport] {
    let spend = state.chosenOptions.reduce(0) { $0 + problem.allocation.optionCost[$1] }
    return problem.ruleBook.entries.enumerated().map { number, entry in
      let row = problem.allocation.rows[number]
      var report = RuleReport(
        name: entry.name, lower: row.lower, activity: state.rowActivity[number],
        upper: row.upper, price: prices.row[number], unit: unit(entry.kind))
      (report.kind, report.subject) = about(entry.kind)
      if case .spendShare(_, let share, let isMinimum) = entry.kind {
        report.activity = spend > 0 ? report.activity / spend + share : 0
        report.lower = isMinimum ? share : -.infinity
        report.upper = isMinimum ? .infinity : share
      }
      if case .keep(let deals) = entry.kind {
        report.activity += Double(deals)
        report.upper += Double(deals)
      }
      return report
    }
  }

  private func about(_ kind: RuleBook.Kind) -> (RuleKind, subject: String?) {
    let products = problem.campaign.products.products
    return switch kind {
    case .budget: (.budget, nil)
    case .productCreators(let product): (.productCreators, products[product].id)
    case .productSpend(let product): (.productSpend, products[product].id)
    case .quota(let number), .spendShare(let number, _, _):
      (.quota, problem.campaign.brief.quotas[number].filter.words)
    case .keep: (.keep, nil)
    }
  }

  private func unit(_ kind: RuleBook.Kind) -> RuleUnit {
    switch kind {
    case .budget, .productSpend: .yen
    case .productCreators: .creators
    case .spendShare: .shareOfSpend
    case .keep: .deals
    case .quota(let number):
      switch problem.campaign.brief.quotas[number].measure {
      case .count: .deals
      case .creators: .creators
      case .spend, .spendShare: .yen
      }
    }
  }

  private func stock() -> [RuleReport] {
    let served = state.servedOutput()
    return problem.campaign.products.products.enumerated().compactMap { number, product in
      let limit = problem.allocation.groupOutputLimit[number]
      guard limit.isFinite else { return nil }
      return RuleReport(
        name: RuleNames.stock(product), lower: -.infinity, activity: served[number], upper: limit,
        price: prices.groupOutput[number], unit: .units, kind: .stock, subject: product.id)
    }
  }

  private func orderCapacity() -> [RuleReport] {
    let limit = problem.allocation.totalOutputLimit
    guard limit.isFinite else { return [] }
    return [
      RuleReport(
        name: RuleNames.orderCapacity, lower: -.infinity,
        activity: state.servedOutput().reduce(0, +), upper: limit, price: prices.totalOutput,
        unit: .orders, kind: .orderCapacity)
    ]
  }
}
