/// A look at some of a problem's items at fixed prices, on the calling thread.
package struct ItemPass: Sendable {
  /// Σ of the items' best choices' profit, raised by what rounding may hide.
  package var sum: Double
  /// Items with a choice that pays, or that falls short of paying by a small share of its gross worth;
  /// ascending.
  package var near: [Int32] = []
  /// The same by a larger share.
  package var nearby: [Int32] = []
  /// Profit of the best single option of every item; −∞ where it has none.
  package var earnings: [Double] = []
  /// No choice of an item but the empty one is worth more; infinite where that is not known.
  package var ceilings: [Double] = []

  /// O(n · G · S + D). Links between the items are left aside: the sum can only be higher for that.
  ///
  /// - Parameters:
  ///   - problem: of the items, with the rows of the whole problem.
  ///   - tolerance: how small the share is; and `wide`, the larger one, where it is asked for.
  package init(
    over problem: AllocationProblem, at prices: AllocationPrices, tolerance: Double,
    wide: Double? = nil
  ) {
    let tables = PriceTables(index: ProblemIndex(problem), prices: prices)
    var choices = ItemChoices(tables: tables)
    var sum = tables.index.roundingAllowance(rowPrices: prices.row)
    earnings.reserveCapacity(problem.itemCount)
    for item in 0..<problem.itemCount {
      guard problem.optionStart[item] < problem.optionStart[item + 1] else {
        earnings.append(-.infinity)
        ceilings.append(-.infinity)
        continue
      }
      let rules = problem.items[item]
      let best = choices.bestOption(of: item, tolerance: tolerance, wide: wide ?? tolerance)
      earnings.append(best.profit)
      let isAlone = rules.slots == 1 && rules.requiredKinds.isEmpty && !rules.isRequired
      let most = isAlone ? max(0, best.profit) : choices.bestAlone(item).profit
      sum += most
      // Where nothing is charged once for all, a set that pays is best, or else its best member.
      let isSum = isAlone || (rules.fixedCost == 0 && tables.index.touches.isEmpty)
      ceilings.append(!isSum ? .infinity : most > 0 ? most : best.profit)
      // Several options together may pay what none does alone.
      if best.isNear || most > 0 { near.append(Int32(item)) }
      if wide != nil, best.isNearby || most > 0 { nearby.append(Int32(item)) }
    }
    self.sum = sum
  }
}

extension ItemChoices {
  /// Profit of the best option of an item taken alone, and whether some option pays, or falls short of it
  /// by at most a share of its gross worth, or a wider one.
  fileprivate mutating func bestOption(
    of item: Int, tolerance: Double, wide: Double
  ) -> (profit: Double, isNear: Bool, isNearby: Bool) {
    price(item)
    var best = -Double.infinity
    var (isNear, isNearby) = (false, false)
    let problem = tables.index.problem
    for place in 0..<problem.optionStart[item + 1] - problem.optionStart[item] {
      best = max(best, ownProfit[place])
      let worth = max(0, grossWorth[place])
      isNear = isNear || -ownProfit[place] <= tolerance * worth
      isNearby = isNearby || -ownProfit[place] <= wide * worth
    }
    return (best, isNear, isNearby)
  }
}
