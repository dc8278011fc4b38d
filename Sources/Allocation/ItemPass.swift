/// A look at some of a problem's items at fixed prices, on the calling thread.
public struct ItemPass: Sendable {
  /// Σ of the items' best choices' profit, raised by what rounding may hide.
  public var sum: Double
  /// Items with a choice that pays, or that falls short of paying by a small share of its gross worth;
  /// ascending.
  public var near: [Int32] = []
  /// Profit of the best single option of every item; −∞ where it has none.
  public var earnings: [Double] = []

  /// O(n · G · S + D). Links between the items are left aside: the sum can only be higher for that.
  ///
  /// - Parameters:
  ///   - problem: of the items, with the rows of the whole problem.
  ///   - tolerance: how small the share is.
  public init(over problem: AllocationProblem, at prices: AllocationPrices, tolerance: Double) {
    let index = ProblemIndex(problem)
    var choices = ItemChoices(tables: PriceTables(index: index, prices: prices))
    var sum = index.roundingAllowance(rowPrices: prices.row)
    earnings.reserveCapacity(problem.itemCount)
    for item in 0..<problem.itemCount {
      guard problem.optionStart[item] < problem.optionStart[item + 1] else {
        earnings.append(-.infinity)
        continue
      }
      sum += choices.bestAlone(item).profit
      let single = choices.nearestToPaying(item, tolerance: tolerance)
      earnings.append(single.profit)
      if single.isNear { near.append(Int32(item)) }
    }
    self.sum = sum
  }
}

extension ItemChoices {
  /// Profit of the best option of an item taken alone, and whether some option pays, or falls short of it
  /// by at most a share of its gross worth.
  fileprivate mutating func nearestToPaying(
    _ item: Int, tolerance: Double
  ) -> (profit: Double, isNear: Bool) {
    price(item)
    var best = -Double.infinity
    var isNear = false
    for place in 0..<optionCount(ofItem: item) {
      best = max(best, ownProfit[place])
      isNear = isNear || -ownProfit[place] <= tolerance * grossWorth[place]
    }
    return (best, isNear)
  }

  private func optionCount(ofItem item: Int) -> Int {
    let problem = tables.index.problem
    return problem.optionStart[item + 1] - problem.optionStart[item]
  }
}
