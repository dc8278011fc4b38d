import Allocation
import LinearAlgebra

/// Finds out for every creator who is not in the plan why, and at which fee she would be.
struct LeftOutInquiry: Sendable {
  let problem: CastingProblem
  let priced: PricedDeals
  let prices: AllocationPrices
  /// Deals of the plan by product.
  let cast: [[DealCandidate]]

  /// A pool whose price fell below this share of a fresh one counts as reached already.
  private static let reachedShare = 0.7
  private static let creatorsPerBlock = 512

  /// Findings in roster order for the creators that are not `isCast`.
  func findings(isCast: [Bool], threads: Int) -> [LeftOutFinding] {
    let count = isCast.count
    var blocks = [[LeftOutFinding]](
      repeating: [], count: Blocks.count(covering: count, blockSize: Self.creatorsPerBlock))
    blocks.withUnsafeMutableBufferPointer { buffer in
      let output = DisjointWrites(buffer)
      Blocks.forEach(count: count, blockSize: Self.creatorsPerBlock, threads: threads) {
        output.base[$0] = $1.filter { !isCast[$0] }.map { finding($0) }
      }
    }
    return Array(blocks.joined())
  }

  private func finding(_ creator: Int) -> LeftOutFinding {
    let options = problem.options(ofCreator: creator)
    let deals =
      options.isEmpty
      ? problem.offeredDeals(ofCreator: creator)
      : options.map { problem.candidate(option: $0, creator: creator) }
    guard let best = best(of: deals) else {
      return LeftOutFinding(
        creator: creator, product: nil,
        reason: obstacle(creator, cheapest: nil) ?? .offersNoFormat, entryFee: nil,
        earnings: -.infinity)
    }
    let fee = entryFee(best)
    let earnings = priced.profit(best) - priced.activationCharge(creator)
    let isBookable = !options.isEmpty
    return LeftOutFinding(
      creator: creator, product: problem.kinds.product(ofKind: best.kind),
      reason: (isBookable ? nil : obstacle(creator, cheapest: deals.map(\.cost).min()))
        ?? judgement(best, earnings: earnings, entryFee: fee),
      entryFee: fee, earnings: isBookable ? earnings : -.infinity)
  }

  private func best(of deals: [DealCandidate]) -> DealCandidate? {
    var best: DealCandidate?
    var most = -Double.infinity
    for deal in deals {
      let profit = priced.profit(deal)
      if profit > most { (best, most) = (deal, profit) }
    }
    return best
  }

  /// What keeps every deal of hers out, whatever the prices.
  private func obstacle(_ creator: Int, cheapest: Double?) -> LeftOutReason? {
    let refusal = problem.refusals[creator]
    if refusal.contains(.banned) { return .banned }
    if refusal.contains(.unavailable) { return .unavailable }
    let cost = cheapest ?? 0
    if refusal.contains(.overSpendLimit) {
      return .overSpendLimit(cost: cost, limit: problem.spendLimit)
    }
    if refusal.contains(.overBudget) {
      return .overBudget(
        cost: cost + problem.allocation.items[creator].fixedCost,
        budget: problem.allocation.rows[0].upper)
    }
    return refusal.contains(.formatNotOffered) ? .offersNoFormat : nil
  }

  /// JPY; nil when no fee brings her in.
  private func entryFee(_ deal: DealCandidate) -> Double? {
    let activation = priced.activationCharge(deal.creator)
    let breakEven = priced.cost(of: deal, earning: activation)
    guard breakEven.isFinite else { return nil }
    let item = problem.allocation.items[deal.creator]
    let most = min(item.spendLimit, problem.allocation.rows[0].upper - item.fixedCost)
    return problem.fee(of: deal, costing: min(breakEven, most))
  }

  private func judgement(
    _ deal: DealCandidate, earnings: Double, entryFee: Double?
  ) -> LeftOutReason {
    guard deal.reach > 0 || deal.ownValue > 0 else { return .reachesNobody }
    guard earnings < 0 else { return .nextInLine }
    let charges = priced.charges(creator: deal.creator, kind: deal.kind)
    if charges.perDeal > 0, earnings + charges.perDeal > 0, let name = dearestRule(deal) {
      return .ruleFull(name: name)
    }
    let product = problem.kinds.product(ofKind: deal.kind)
    let now = priced.reachValue(creator: deal.creator, product: product, reach: deal.reach)
    let (fresh, cell) = freshValue(deal, product)
    if now < Self.reachedShare * fresh, earnings + fresh - now > 0 {
      if prices.groupOutput[product] > 0 || prices.totalOutput > 0 { return .outputSold }
      let names = rivals(deal, product, cell)
      if !names.isEmpty {
        return .audienceReached(by: names, cell: AudienceCells.ageByGender.names[cell])
      }
    }
    guard let entryFee else { return .neverPays }
    // Up to the next yen: a creator who is out is never too dear by nothing.
    return .tooDear(by: max(1, (problem.statedFee(of: deal) - entryFee).rounded(.up)))
  }

  /// What the deal's reach would be worth if nobody had been reached, and the cell that lost most.
  private func freshValue(_ deal: DealCandidate, _ product: Int) -> (value: Double, cell: Int) {
    let allocation = problem.allocation
    let segments = allocation.segmentCount
    var value = 0.0
    var most = (loss: -Double.infinity, cell: 0)
    for cell in 0..<segments {
      let pool = product * segments + cell
      guard allocation.poolCapacity[pool] > 0 else { continue }
      let people = deal.reach * allocation.segmentShares[deal.creator * segments + cell]
      let fresh = allocation.groupWorth[product] * allocation.poolYield[pool]
      value += fresh * people
      let loss = (fresh - prices.pool[pool]) * people
      if loss > most.loss { most = (loss, cell) }
    }
    return (value, most.cell)
  }

  /// The two creators of the plan who reach most people of the cell for the product.
  private func rivals(_ deal: DealCandidate, _ product: Int, _ cell: Int) -> [Int] {
    let segments = problem.allocation.segmentCount
    func people(_ other: DealCandidate) -> Double {
      other.reach * problem.allocation.segmentShares[other.creator * segments + cell]
    }
    var first: DealCandidate?
    var second: DealCandidate?
    for other in cast[product] where people(other) > 0 {
      if first.map({ people(other) > people($0) }) ?? true {
        (first, second) = (other, first)
      } else if second.map({ people(other) > people($0) }) ?? true {
        second = other
      }
    }
    return [first, second].compactMap { $0?.creator }
  }

  /// The rule that charges the deal most for being one more.
  private func dearestRule(_ deal: DealCandidate) -> String? {
    var dearest: (charge: Double, name: String)?
    for (number, row) in problem.allocation.rows.enumerated() where prices.row[number] > 0 {
      let isInside =
        (row.memberItems.isEmpty || row.memberItems[deal.creator])
        && (row.memberKinds.isEmpty || row.memberKinds[deal.kind])
      let weight =
        isInside ? row.inside.perOption + row.perTouchedItem : row.outside.perOption
      let charge = weight * prices.row[number]
      if charge > dearest?.charge ?? 0 {
        dearest = (charge, problem.ruleBook.entries[number].name)
      }
    }
    return dearest?.name
  }
}
