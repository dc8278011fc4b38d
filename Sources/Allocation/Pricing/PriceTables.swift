/// Prices spread out so that the priced profit of an option is a handful of operations:
/// value + reach · (shares · pool prices) − cost · perCost − perOption, and, where rows count amounts,
/// − Σ amount · perAmount.
struct PriceTables: Sendable {
  let index: ProblemIndex
  /// Pool prices with groups innermost, S × G: one pass over shares prices all groups of an item.
  let poolBySegment: [Double]
  /// Price of taking an option of (signature, kind), whatever it costs.
  let perOption: [Double]
  /// Price of one unit of cost of an option of (signature, kind).
  let perCost: [Double]
  /// Price of one unit of the amounts of an option of (signature, kind), list by list; empty when no priced
  /// row counts any.
  private let perAmount: [Double]
  /// Price of the touches of (signature, kind), each once per item.
  let touch: [Double]
  /// Price of one unit of fixed cost.
  let perFixedCost: Double
  let rowPrices: [Double]

  init(index: ProblemIndex, prices: AllocationPrices) {
    let problem = index.problem
    self.index = index
    rowPrices = prices.row
    let effective = index.effectivePoolPrices(prices)
    var bySegment = [Double](repeating: 0, count: effective.count)
    for group in 0..<problem.groupCount {
      for segment in 0..<problem.segmentCount {
        bySegment[segment * problem.groupCount + group] =
          effective[group * problem.segmentCount + segment]
      }
    }
    poolBySegment = bySegment
    let cells = index.signatureCount * problem.kindCount
    var perOption = [Double](repeating: 0, count: cells)
    var perCost = [Double](repeating: problem.costWeight, count: cells)
    var touch = [Double](repeating: 0, count: cells)
    let countsAmounts = zip(problem.rows, prices.row).contains { $0.countsAmounts && $1 != 0 }
    var perAmount = [Double](
      repeating: 0, count: countsAmounts ? problem.amounts.count * cells : 0)
    for cell in 0..<cells {
      for term in index.terms[index.termStart[cell]..<index.termStart[cell + 1]] {
        perOption[cell] += prices.row[Int(term.row)] * term.perOption
        perCost[cell] += prices.row[Int(term.row)] * term.perCost
        if countsAmounts, term.amount >= 0 {
          perAmount[Int(term.amount) * cells + cell] += prices.row[Int(term.row)] * term.perAmount
        }
      }
      for term in index.touches[index.touchStart[cell]..<index.touchStart[cell + 1]] {
        touch[cell] += prices.row[Int(term.row)] * term.perOption
      }
    }
    self.perOption = perOption
    self.perCost = perCost
    self.perAmount = perAmount
    self.touch = touch
    perFixedCost = index.fixedCostTerms.reduce(problem.costWeight) {
      $0 + prices.row[Int($1.row)] * $1.perCost
    }
  }

  /// Prices of one unit of reach of the item in every group, into `result` (G).
  @inline(__always)
  func priceReach(ofItem item: Int, into result: UnsafeMutablePointer<Double>) {
    let groups = index.problem.groupCount
    let segments = index.problem.segmentCount
    for group in 0..<groups { result[group] = 0 }
    index.problem.segmentShares.withUnsafeBufferPointer { shares in
      poolBySegment.withUnsafeBufferPointer { prices in
        for segment in 0..<segments {
          let share = shares[item * segments + segment]
          let row = prices.baseAddress! + segment * groups
          for group in 0..<groups { result[group] += share * row[group] }
        }
      }
    }
  }

  /// Gross priced worth of an option: what its reach and own value earn before any price is paid.
  @inline(__always)
  func gross(option: Int, reachPrices: UnsafePointer<Double>) -> Double {
    let problem = index.problem
    let group = Int(problem.kindGroup[Int(problem.optionKind[option])])
    let own = problem.optionValue.isEmpty ? 0 : problem.optionValue[option]
    return own + problem.optionReach[option] * reachPrices[group]
  }

  /// What the option pays: its cost, count and amounts at the rows' prices, without touches.
  @inline(__always)
  func payment(option: Int, item: Int) -> Double {
    let problem = index.problem
    let cell =
      Int(index.signature[item]) * problem.kindCount + Int(problem.optionKind[option])
    let payment = problem.optionCost[option] * perCost[cell] + perOption[cell]
    return countsAmounts ? payment + amountPayment(option: option, cell: cell) : payment
  }

  /// Whether any amount has a price.
  var countsAmounts: Bool { !perAmount.isEmpty }

  /// What the option pays for its amounts, where some have a price.
  ///
  /// - Parameter cell: of its (signature, kind).
  func amountPayment(option: Int, cell: Int) -> Double {
    let lists = index.problem.amounts
    let cells = perOption.count
    var sum = 0.0
    for list in lists.indices { sum += lists[list][option] * perAmount[list * cells + cell] }
    return sum
  }

  /// Price of all touches of an option.
  @inline(__always)
  func touchPrice(option: Int, item: Int) -> Double {
    index.touches.isEmpty
      ? 0
      : touch[
        Int(index.signature[item]) * index.problem.kindCount
          + Int(index.problem.optionKind[option])]
  }
}

extension ProblemIndex {
  /// Worth of one unit of a group's output after output prices, never negative; G.
  func netWorth(_ prices: AllocationPrices) -> [Double] {
    (0..<problem.groupCount).map {
      max(0, problem.groupWorth[$0] - prices.groupOutput[$0] - prices.totalOutput)
    }
  }

  /// Price of a unit of fill of every pool: the pool's own price where it saturates, else what the
  /// fill is worth; G × S.
  func effectivePoolPrices(_ prices: AllocationPrices) -> [Double] {
    let worth = netWorth(prices)
    return (0..<prices.pool.count).map { pool in
      isSaturable[pool]
        ? prices.pool[pool] : worth[pool / problem.segmentCount] * problem.poolYield[pool]
    }
  }

  /// The part of the bound that is not the items': conjugates of pools, limits at their prices.
  ///
  /// Raised by what rounding may hide where prices are enormous.
  func sharedBound(_ prices: AllocationPrices) -> Double {
    let worth = netWorth(prices)
    var sum = roundingAllowance(rowPrices: prices.row)
    for pool in 0..<prices.pool.count where isSaturable[pool] {
      sum += problem.curve.conjugate(
        worth: worth[pool / problem.segmentCount] * problem.poolYield[pool],
        price: prices.pool[pool], capacity: problem.poolCapacity[pool])
    }
    for group in 0..<problem.groupCount where prices.groupOutput[group] > 0 {
      sum += prices.groupOutput[group] * problem.groupOutputLimit[group]
    }
    if prices.totalOutput > 0 { sum += prices.totalOutput * problem.totalOutputLimit }
    for (row, price) in zip(problem.rows, prices.row) { sum += row.limitCost(price: price) }
    return sum
  }
}
