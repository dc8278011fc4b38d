import Allocation
import Glibc

extension PlanAudit {
  /// D(prices), summed over every option: no choice that obeys the rules is worth more.
  ///
  /// Holds for any prices: pool prices ≥ 0, output prices ≥ 0, row prices ≥ 0 that press from
  /// above or ≤ 0 that press from below. A price on a side that the row does not have, or a
  /// negative output price, makes the bound infinite. Pools that are linear price themselves.
  /// Complexity: options × (segments + rows).
  package func bound(at prices: AllocationPrices) -> Double {
    guard prices.totalOutput >= 0, prices.groupOutput.allSatisfy({ $0 >= 0 }) else {
      return .infinity
    }
    var sum = CompensatedSum()
    sum.add(charge(prices.totalOutput, problem.totalOutputLimit))
    for group in 0..<problem.groupCount {
      sum.add(charge(prices.groupOutput[group], problem.groupOutputLimit[group]))
    }
    for (row, price) in zip(problem.rows, prices.row) {
      sum.add(price == 0 ? 0 : price * (price > 0 ? row.upper : row.lower))
    }
    let pools = poolPrices(prices)
    for pool in pools { sum.add(pool.conjugate) }
    if !sum.total.isFinite { return .infinity }

    let search = AuditItemSearch(self, poolPrices: pools.map(\.price), rowPrices: prices.row)
    let links = AuditLinkSearch(problem)
    var isLinked = [Bool](repeating: false, count: problem.itemCount)
    for component in links.components {
      for item in component { isLinked[item] = true }
      if links.sharesLimits(component) {
        var shared = AuditSharedSearch(component, of: problem, search)
        sum.add(shared.best())
        continue
      }
      sum.add(
        links.best(of: component) {
          .init(worth: search.worth(ofTaking: $0), isRequired: search.mustBeCast($0))
        })
    }
    for item in 0..<problem.itemCount where !isLinked[item] { sum.add(search.best(item)) }
    return sum.total
  }

  /// What rounding may hide in the bound: it adds up every row's activity at the row's price, which
  /// is enormous where a row leaves hardly any choice.
  package func boundRounding(at prices: AllocationPrices) -> Double {
    var mass = 0.0
    for (row, price) in zip(problem.rows, prices.row) where price != 0 {
      var most = [row.lower, row.upper].reduce(0) { $0 + ($1.isFinite ? $1.magnitude : 0) }
      for item in problem.items.indices { most += largestActivity(row, item: item) }
      mass += price.magnitude * most
    }
    return 1e-14 * mass
  }

  /// More than an item can add to a row or take from it.
  private func largestActivity(_ row: AllocationRow, item: Int) -> Double {
    let rules = problem.items[item]
    let options = problem.optionStart[item]..<problem.optionStart[item + 1]
    let dearest = options.reduce(0) { max($0, problem.optionCost[$1]) }
    let largest = row.amount.map { list in
      options.reduce(0) { max($0, problem.amounts[list][$1]) }
    }
    let perOption =
      max(row.inside.perOption.magnitude, row.outside.perOption.magnitude)
      + max(row.inside.perCost.magnitude, row.outside.perCost.magnitude) * dearest
      + max(row.inside.perAmount.magnitude, row.outside.perAmount.magnitude) * (largest ?? 0)
      + row.perTouchedItem.magnitude
    return Double(max(0, rules.slots)) * perOption + (row.perFixedCost * rules.fixedCost).magnitude
  }

  /// Price times limit, where a free good (price 0) may be unlimited.
  private func charge(_ price: Double, _ limit: Double) -> Double {
    price == 0 ? 0 : price * limit
  }

  /// For every pool the price of its fill and the most that the pool can gain at that price.
  private func poolPrices(
    _ prices: AllocationPrices
  ) -> [(price: Double, conjugate: Double)] {
    (0..<problem.groupCount * problem.segmentCount).map { pool in
      let group = pool / problem.segmentCount
      let worth = problem.groupWorth[group] - prices.groupOutput[group] - prices.totalOutput
      let slope = max(0, worth) * problem.poolYield[pool]
      let capacity = problem.poolCapacity[pool]
      if case .linear = problem.curve { return (slope, 0) }
      if capacity == 0 { return (0, 0) }
      let price = prices.pool[pool]
      if capacity == .infinity { return (slope, 0) }
      if !(price >= 0) { return (0, .infinity) }
      return (price, price < slope ? capacity * gain(slope: slope, price: price) : 0)
    }
  }

  /// max over fill y ≥ 0 of (worth of the pool − price · y) for capacity 1, price < slope.
  private func gain(slope: Double, price: Double) -> Double {
    switch problem.curve {
    case .exponential:
      price == 0 ? slope : slope - price + price * log(price / slope)
    case .logarithmic:
      price == 0 ? .infinity : slope * log(slope / price) - slope + price
    case .linear: 0
    }
  }
}
