/// A look at some of a problem's items at fixed prices, on the calling thread.
public struct ItemPass: Sendable {
  /// Σ of the items' best choices' profit, raised by what rounding may hide.
  public var sum: Double
  /// Items with a choice that pays, or that falls short of paying by a small share of its gross worth;
  /// ascending.
  public var near: [Int32] = []
  /// Profit of the best single option of every item; −∞ where it has none.
  public var earnings: [Double] = []
  /// No choice of an item but the empty one is worth more; infinite where that is not known.
  public var ceilings: [Double] = []

  /// O(n · G · S + D). Links between the items are left aside: the sum can only be higher for that.
  ///
  /// - Parameters:
  ///   - problem: of the items, with the rows of the whole problem.
  ///   - tolerance: how small the share is.
  public init(over problem: AllocationProblem, at prices: AllocationPrices, tolerance: Double) {
    let tables = PriceTables(index: ProblemIndex(problem), prices: prices)
    let quick = LoneOptionPricing(tables)
    var choices = ItemChoices(tables: tables)
    var reachPrices = [Double](repeating: 0, count: problem.groupCount)
    var sum = tables.index.roundingAllowance(rowPrices: prices.row)
    earnings.reserveCapacity(problem.itemCount)
    for item in 0..<problem.itemCount {
      guard problem.optionStart[item] < problem.optionStart[item + 1] else {
        earnings.append(-.infinity)
        ceilings.append(-.infinity)
        continue
      }
      let rules = problem.items[item]
      let best = quick.best(of: item, tolerance: tolerance, scratch: &reachPrices)
      earnings.append(best.profit)
      let isAlone = rules.slots == 1 && rules.requiredKinds.isEmpty && !rules.isRequired
      let most = isAlone ? max(0, best.profit) : choices.bestAlone(item).profit
      sum += most
      // Where nothing is charged once for all, a set that pays is best, or else its best member.
      let isSum = isAlone || (rules.fixedCost == 0 && tables.index.touches.isEmpty)
      ceilings.append(!isSum ? .infinity : most > 0 ? most : best.profit)
      // Several options together may pay what none does alone.
      if best.isNear || most > 0 { near.append(Int32(item)) }
    }
    self.sum = sum
  }
}

/// Prices an item's options each as its only one, in a few operations an option.
private struct LoneOptionPricing {
  private let tables: PriceTables
  private let start: [Int]
  private let kind: [Int32]
  private let reach: [Double]
  private let cost: [Double]
  private let value: [Double]
  private let groupOfKind: [Int32]
  private let mayBeBarred: Bool

  init(_ tables: PriceTables) {
    let problem = tables.index.problem
    self.tables = tables
    start = problem.optionStart
    kind = problem.optionKind
    reach = problem.optionReach
    cost = problem.optionCost
    value = problem.optionValue
    groupOfKind = problem.kindGroup
    mayBeBarred = tables.index.mayBar
  }

  /// Profit of the best option, and whether some option pays, or falls short of it by at most a share of
  /// its gross worth.
  func best(
    of item: Int, tolerance: Double, scratch reachPrices: inout [Double]
  ) -> (profit: Double, isNear: Bool) {
    let index = tables.index
    reachPrices.withUnsafeMutableBufferPointer {
      tables.priceReach(ofItem: item, into: $0.baseAddress!)
    }
    let cells = Int(index.signature[item]) * index.problem.kindCount
    let rules = index.problem.items[item]
    let fixed = tables.perFixedCost * rules.fixedCost
    let hasTouches = !index.touches.isEmpty
    var best = -Double.infinity
    var isNear = false
    for option in start[item]..<start[item + 1] {
      let kind = Int(kind[option])
      let gross =
        (value.isEmpty ? 0 : value[option])
        + reach[option] * reachPrices[Int(groupOfKind[kind])]
      if cost[option] > rules.spendLimit || (mayBeBarred && index.isBarred(option, item: item)) {
        continue
      }
      let payment = cost[option] * tables.perCost[cells + kind] + tables.perOption[cells + kind]
      let profit = gross - payment - (hasTouches ? tables.touch[cells + kind] : 0) - fixed
      if profit > best { best = profit }
      if -profit <= tolerance * max(0, gross) { isNear = true }
    }
    return (best, isNear)
  }
}
