import Allocation

#if canImport(Glibc)
  import Glibc
#else
  import Foundation
#endif

/// The Lagrangian bound summed term by term, sharing nothing with the solver but the problem type.
package struct NaiveBound {
  package let problem: AllocationProblem

  package init(_ problem: AllocationProblem) { self.problem = problem }

  /// D at the prices: shared terms, and the best of every subset of each item's options.
  package func value(at prices: AllocationPrices) -> Double {
    var bound = 0.0
    for group in 0..<problem.groupCount {
      for segment in 0..<problem.segmentCount {
        let pool = group * problem.segmentCount + segment
        let capacity = problem.poolCapacity[pool]
        let worth = worth(of: group, prices) * problem.poolYield[pool]
        let price = prices.pool[pool]
        guard isPriced(pool), worth > 0, price < worth else { continue }
        bound +=
          problem.curve == .exponential
          ? capacity * (worth - price + price * log(price / worth))
          : capacity * (worth * log(worth / price) - worth + price)
      }
      if prices.groupOutput[group] > 0 {
        bound += prices.groupOutput[group] * problem.groupOutputLimit[group]
      }
    }
    if prices.totalOutput > 0 { bound += prices.totalOutput * problem.totalOutputLimit }
    for (row, price) in zip(problem.rows, prices.row) where price != 0 {
      bound += price > 0 ? price * row.upper : price * row.lower
    }
    return bound + bestOfItems(prices)
  }

  /// Σ of the items' best sets; with links the largest over every pattern of who acts.
  private func bestOfItems(_ prices: AllocationPrices) -> Double {
    if problem.links.contains(where: { if case .within = $0.rule { true } else { false } }) {
      return bestOfAllSets(prices)
    }
    let acting = problem.items.indices.map { best(of: $0, prices, isActing: true) }
    let resting = problem.items.indices.map { best(of: $0, prices, isActing: false) }
    if problem.links.isEmpty { return zip(acting, resting).reduce(0) { $0 + max($1.0, $1.1) } }
    var largest = -Double.infinity
    for pattern in 0..<(1 << problem.items.count) where keepsLinks(pattern) {
      var sum = 0.0
      for item in problem.items.indices {
        sum += pattern >> item & 1 == 1 ? acting[item] : resting[item]
      }
      largest = max(largest, sum)
    }
    return largest
  }

  /// The same where items share limits: over every set of all options, each kept by the items' own rules.
  private func bestOfAllSets(_ prices: AllocationPrices) -> Double {
    let brute = BruteForce(problem.withoutRows)
    var profits: [Double] = []
    var masks: [Int] = []
    for item in problem.items.indices {
      for option in problem.optionStart[item]..<problem.optionStart[item + 1] {
        masks.append(isTooMuch(option, item: item) ? 1 : 0)
      }
    }
    for bits in 0..<(1 << problem.optionCount) {
      let options = (0..<problem.optionCount).filter { bits >> $0 & 1 == 1 }
      guard !options.contains(where: { masks[$0] == 1 }), brute.obeys(options) else { continue }
      profits.append(
        problem.items.indices.reduce(0) { sum, item in
          let range = problem.optionStart[item]..<problem.optionStart[item + 1]
          return sum + profit(options.filter { range.contains($0) }, item: item, prices)
        })
    }
    return profits.max() ?? -.infinity
  }

  private func keepsLinks(_ pattern: Int) -> Bool {
    problem.links.allSatisfy { link in
      let count = link.members.count { pattern >> Int($0) & 1 == 1 }
      return link.rule == .allOrNone ? count == 0 || count == link.members.count : count <= 1
    }
  }

  /// Σ of the sizes of everything that could weigh on a row, and of its limits.
  package func mass(of row: AllocationRow) -> Double {
    var mass = row.upper.isFinite ? abs(row.upper) : 0
    mass += row.lower.isFinite ? abs(row.lower) : 0
    for item in problem.items.indices {
      for option in problem.optionStart[item]..<problem.optionStart[item + 1] {
        mass += abs(weight(of: [option], item: item, row, fixed: problem.items[item].fixedCost))
      }
    }
    return mass
  }

  private func worth(of group: Int, _ prices: AllocationPrices) -> Double {
    max(0, problem.groupWorth[group] - prices.groupOutput[group] - prices.totalOutput)
  }

  private func isPriced(_ pool: Int) -> Bool {
    problem.curve != .linear && problem.poolCapacity[pool].isFinite
      && problem.poolCapacity[pool] > 0
  }

  /// Best priced profit over all sets of the item's options that its own rules allow.
  private func best(of item: Int, _ prices: AllocationPrices, isActing: Bool) -> Double {
    let range = problem.optionStart[item]..<problem.optionStart[item + 1]
    let rules = problem.items[item]
    var best = -Double.infinity
    for bits in 0..<(1 << range.count) {
      let chosen = range.filter { bits >> ($0 - range.lowerBound) & 1 == 1 }
      let keys = Set(chosen.map { problem.kindExclusion[Int(problem.optionKind[$0])] })
      guard chosen.isEmpty != isActing, !chosen.contains(where: { isTooMuch($0, item: item) }),
        chosen.count <= rules.slots, keys.count == chosen.count,
        chosen.reduce(0, { $0 + problem.optionCost[$1] }) <= rules.spendLimit,
        !(rules.isRequired && chosen.isEmpty),
        rules.requiredKinds.allSatisfy({ kinds in
          chosen.contains { kinds.contains(problem.optionKind[$0]) }
        })
      else { continue }
      best = max(best, profit(chosen, item: item, prices))
    }
    return best
  }

  /// Whether an option alone breaks a row whose activity no choice lowers: then no plan holds it.
  package func isTooMuch(_ option: Int, item: Int) -> Bool {
    problem.rows.contains { row in
      let sizes = [row.inside, row.outside].flatMap { [$0.perOption, $0.perCost, $0.perAmount] }
      let falls = (sizes + [row.perFixedCost, row.perTouchedItem]).contains { $0 < 0 }
      let limit = row.upper + 1e-9 * max(1, abs(row.upper))
      return !falls && weight(of: [option], item: item, row, fixed: 0) > limit
    }
  }

  private func profit(_ chosen: [Int], item: Int, _ prices: AllocationPrices) -> Double {
    let fixed = chosen.isEmpty ? 0 : problem.items[item].fixedCost
    var profit = -problem.costWeight * fixed
    for option in chosen {
      let group = Int(problem.kindGroup[Int(problem.optionKind[option])])
      if !problem.optionValue.isEmpty { profit += problem.optionValue[option] }
      profit -= problem.costWeight * problem.optionCost[option]
      for segment in 0..<problem.segmentCount {
        let pool = group * problem.segmentCount + segment
        var price = prices.pool[pool]
        if problem.curve == .linear || !problem.poolCapacity[pool].isFinite {
          price = worth(of: group, prices) * problem.poolYield[pool]
        } else if problem.poolCapacity[pool] == 0 {
          price = 0
        }
        profit +=
          price * problem.optionReach[option]
          * problem.segmentShares[item * problem.segmentCount + segment]
      }
    }
    for (row, price) in zip(problem.rows, prices.row) where price != 0 {
      profit -= price * weight(of: chosen, item: item, row, fixed: fixed)
    }
    return profit
  }

  private func weight(
    of chosen: [Int], item: Int, _ row: AllocationRow, fixed: Double
  ) -> Double {
    var weight = row.perFixedCost * fixed
    var touches = false
    for option in chosen {
      let inside =
        (row.memberItems.isEmpty || row.memberItems[item])
        && (row.memberKinds.isEmpty || row.memberKinds[Int(problem.optionKind[option])])
      let side = inside ? row.inside : row.outside
      weight += side.perOption + side.perCost * problem.optionCost[option]
      if let list = row.amount { weight += side.perAmount * problem.amounts[list][option] }
      touches = touches || inside
    }
    return weight + (touches ? row.perTouchedItem : 0)
  }
}

extension AllocationProblem {
  /// What is asked of single items and of those that are linked, and nothing else.
  fileprivate var withoutRows: AllocationProblem {
    var problem = self
    problem.rows = []
    return problem
  }
}
