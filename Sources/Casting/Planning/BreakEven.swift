import Allocation

/// At which fee a deal of the plan would earn nothing at the plan's prices.
struct BreakEven: Sendable {
  let problem: CastingProblem
  let priced: PricedDeals

  /// JPY; infinite when no fee is too high, 0 when none is low enough.
  ///
  /// The deal also has to earn what it displaces: her activation when it is her only deal, and the
  /// best deal for which she would otherwise be free.
  func fee(option: Int, chosenOfCreator: [Int], creator: Int) -> Double {
    let deal = problem.candidate(option: option, creator: creator)
    let others = chosenOfCreator.filter { $0 != option }
    let activation = others.isEmpty ? priced.activationCharge(creator) : 0
    let displaced = bestDisplaced(by: option, others: others, creator: creator)
    let needed = activation + max(0, displaced - activation)
    return max(0, problem.fee(of: deal, costing: priced.cost(of: deal, earning: needed)) ?? 0)
  }

  /// Earnings of the best deal the creator could have had in this one's place; −∞ for none.
  private func bestDisplaced(by option: Int, others: [Int], creator: Int) -> Double {
    let allocation = problem.allocation
    let item = allocation.items[creator]
    let key = exclusion(option)
    let isFull = others.count + 1 >= item.slots
    let takenKeys = others.map { exclusion($0) }
    let spent = others.reduce(0) { $0 + allocation.optionCost[$1] }
    var best = -Double.infinity
    for other in problem.options(ofCreator: creator) where other != option {
      let otherKey = exclusion(other)
      guard !others.contains(other), !takenKeys.contains(otherKey), isFull || otherKey == key,
        spent + allocation.optionCost[other] <= item.spendLimit
      else { continue }
      best = max(best, priced.profit(problem.candidate(option: other, creator: creator)))
    }
    return best
  }

  private func exclusion(_ option: Int) -> Int32 {
    problem.allocation.kindExclusion[Int(problem.allocation.optionKind[option])]
  }
}
