import Allocation
import Casting
import LinearAlgebra

/// Writes the plan's deals down in booking order, with running totals.
struct DealLedger {
  let problem: CastingProblem
  let booking: BookingOrder
  let priced: PricedDeals
  let threads: Int

  /// A threshold takes dozens of looks at all deals of its creator.
  private static let dealsPerBlock = 64

  func deals() -> [PlannedDeal] {
    var orders = OrderBook(problem: problem)
    let pricedFees = pricedFees()
    let grades = DealGrades(problem: problem)
    var spend = 0.0
    var value = 0.0
    var deals: [PlannedDeal] = []
    deals.reserveCapacity(booking.steps.count)
    for step in booking.steps {
      let creator = booking.state.itemOfOption(step.option)
      spend += step.addedSpend
      value += step.marginalValue
      var deal = row(step, creator: creator, rank: deals.count + 1)
      deal.expectedOrders = orders.add(deal)
      deal.cumulativeCost = spend
      deal.cumulativeValue = value
      let candidate = problem.candidate(option: step.option, creator: creator)
      deal.pricedFee = pricedFees[deals.count]
      deal.feeFinding = deal.locked ? .locked : .notSolved
      deal.grade = grades.grade(candidate)
      deals.append(deal)
    }
    let reasons = DealReasons(problem: problem, priced: priced, deals: deals)
    for number in deals.indices { deals[number].reasons = reasons.reasons(deals[number]) }
    return deals
  }

  /// In booking order, money.
  private func pricedFees() -> [Double] {
    let threshold = FeeThreshold(problem: problem, priced: priced)
    var fees = [Double](repeating: 0, count: booking.steps.count)
    fees.withUnsafeMutableBufferPointer { buffer in
      let output = DisjointWrites(buffer)
      Blocks.forEach(
        count: booking.steps.count, blockSize: Self.dealsPerBlock, threads: threads
      ) { _, range in
        for place in range {
          let option = booking.steps[place].option
          let creator = booking.state.itemOfOption(option)
          output.base[place] = threshold.breakEven(
            of: problem.candidate(option: option, creator: creator),
            isLocked: problem.locks.names(
              creator: creator, product: problem.product(ofOption: option)))
        }
      }
    }
    return fees
  }

  private func row(_ step: BookingOrder.Step, creator: Int, rank: Int) -> PlannedDeal {
    let roster = problem.campaign.roster
    let allocation = problem.allocation
    let product = problem.product(ofOption: step.option)
    let reach = problem.people(option: step.option, creator: creator)
    let shares = creator * allocation.segmentCount..<(creator + 1) * allocation.segmentCount
    return PlannedDeal(
      rank: rank, creator: creator, product: product, creatorID: roster.creatorIDs[creator],
      name: roster.names[creator], platform: roster.platforms[creator],
      tier: problem.response.roster.tiers[creator],
      productID: problem.campaign.products.products[product].id,
      format: problem.kinds.format(ofKind: Int(allocation.optionKind[step.option])),
      cost: allocation.optionCost[step.option],
      affinity: problem.response.affinity(creator: creator, product: product),
      effectiveReach: reach, reachByCell: allocation.segmentShares[shares].map { $0 * reach },
      expectedOrders: 0, marginalValue: step.marginalValue,
      marginalReturn: ValuePerYen.ratio(value: step.marginalValue, yen: step.addedSpend),
      cumulativeCost: 0, cumulativeValue: 0, pricedFee: 0,
      locked: problem.locks.names(creator: creator, product: product), grade: .measured,
      reasons: [])
  }
}

/// Orders per product as deals are booked one by one, before stock and capacity.
private struct OrderBook {
  let problem: CastingProblem
  /// People reached so far with repetition, as pools of orders count them; m × S.
  private var fill: [Double]

  init(problem: CastingProblem) {
    self.problem = problem
    fill = [Double](repeating: 0, count: problem.response.products.conversion.count)
  }

  /// Books a deal and returns the orders it adds.
  mutating func add(_ deal: PlannedDeal) -> Double {
    let curve = problem.campaign.brief.saturation
    let response = problem.response.products
    let factor = problem.response.factor(
      creator: deal.creator, product: deal.product, format: deal.format)
    var added = 0.0
    for (cell, people) in deal.reachByCell.enumerated() {
      let pool = deal.product * deal.reachByCell.count + cell
      let market = response.marketSize[pool]
      let before = curve.reached(fill[pool], market: market)
      fill[pool] += factor * people
      added += response.conversion[pool] * (curve.reached(fill[pool], market: market) - before)
    }
    return added
  }
}
