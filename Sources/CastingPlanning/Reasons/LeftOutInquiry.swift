import Allocation
import Casting
import LinearAlgebra

/// Finds out for every creator who is not in the plan why, and at which fee she would be.
struct LeftOutInquiry: Sendable {
  let problem: CastingProblem
  let priced: PricedDeals
  let prices: AllocationPrices
  /// The problem that the plan is of: `problem` itself, or that of other creators.
  let castProblem: CastingProblem
  /// Deals of the plan by product, as `castProblem` numbers their creators.
  let cast: [[DealCandidate]]
  let linked: LinkedInquiry

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

  /// - Parameter product: her deals of others are left aside; any when nil.
  func finding(_ creator: Int, product: Int? = nil) -> LeftOutFinding {
    func isAsked(_ kind: Int) -> Bool {
      product.map { $0 == problem.kinds.product(ofKind: kind) } ?? true
    }
    let considered = problem.options(ofCreator: creator)
      .map { problem.candidate(option: $0, creator: creator) }.filter { isAsked($0.kind) }
    var deals = considered.filter { !problem.isBarred($0) }
    let isBookable = !deals.isEmpty
    if !isBookable { deals = considered }
    if deals.isEmpty {
      deals = problem.offeredDeals(ofCreator: creator).filter { isAsked($0.kind) }
    }
    guard let best = best(of: deals) else {
      let reason = reasonWithoutDeals(creator)
      return LeftOutFinding(
        creator: creator, product: nil, reason: reason, pricedFee: nil,
        fee: reason.lacksFee ? .notSolved : .noFee, earnings: -.infinity)
    }
    let obstacle = isBookable ? nil : obstacle(creator, deals)
    // What bars her whatever her fee lets no fee bring her in.
    let mayEnter = obstacle?.isOfFee ?? true
    let fee = mayEnter ? threshold.entry(of: best) : nil
    let earnings = priced.profit(best) - priced.activationCharge(creator)
    var finding = LeftOutFinding(
      creator: creator, product: problem.kinds.product(ofKind: best.kind),
      reason: obstacle ?? linked.obstacle(creator, earnings: earnings)
        ?? judgement(best, earnings: earnings, entryFee: fee),
      pricedFee: fee, earnings: isBookable ? earnings : -.infinity)
    finding.mayEnter = mayEnter && !finding.reason.barsAnyFee
    if !finding.mayEnter { finding.fee = .noFee }
    finding.deal = best
    finding.statedFee = problem.statedFee(of: best)
    finding.format = problem.kinds.format(ofKind: best.kind)
    return finding
  }

  private func reasonWithoutDeals(_ creator: Int) -> LeftOutReason {
    if problem.refusals[creator].contains(.unavailable) { return .unavailable }
    let campaign = problem.campaign
    let terms = campaign.brief.terms
    if terms.yenRate == nil && campaign.roster.lacksFee(creator) { return .askWithoutRate }
    return terms.asksAreOut && campaign.roster.asksForQuote(creator)
      ? .ask : .offersNoFormat
  }

  private var threshold: FeeThreshold { FeeThreshold(problem: problem, priced: priced) }

  private func best(of deals: [DealCandidate]) -> DealCandidate? {
    var best: DealCandidate?
    var most = -Double.infinity
    for deal in deals {
      let profit = priced.profit(deal)
      if profit > most { (best, most) = (deal, profit) }
    }
    return best
  }

  /// What keeps every deal of hers out, whatever the prices: of several reasons the one that a lower
  /// fee would cure, told of her cheapest deal.
  private func obstacle(_ creator: Int, _ deals: [DealCandidate]) -> LeftOutReason? {
    switch problem.screen.refusal(creator: creator) {
    case .some(let refusal): return refusal == .banned ? bar(on: creator) : .unavailable
    case nil: break
    }
    let allowed = deals.filter { problem.screen.refusal(creator: creator, kind: $0.kind) == nil }
    guard let cheapest = allowed.map(\.cost).min() else {
      if problem.refusals[creator].contains(.declined) { return .declined }
      if problem.refusals[creator].contains(.excluded),
        let word = deals.lazy.compactMap({ deal in
          problem.screen.excluded.word(
            creator: creator, product: problem.kinds.product(ofKind: deal.kind))
        }).first
      {
        return .excluded(word: word)
      }
      return problem.refusals[creator].contains(.banned) ? .banned : .offersNoFormat
    }
    if cheapest > problem.spendLimit {
      return .overSpendLimit(cost: cheapest, limit: problem.spendLimit)
    }
    let whole = problem.screen.charge(
      onCost: cheapest, activation: problem.allocation.items[creator].fixedCost)
    if whole > problem.screen.budget {
      // An agency's fixed fee is part of what the budget pays.
      let fixed = problem.campaign.brief.terms.agency.fixed
      return .overBudget(cost: whole + fixed, budget: problem.screen.budget + fixed)
    }
    return bar(of: allowed)
  }

  /// Why no deal of hers may be: the first rule that says so.
  private func bar(on creator: Int) -> LeftOutReason {
    for ban in problem.bans
    where ban.match.kinds.isEmpty && ban.match.includes(creator: creator, kind: 0) {
      guard let rule = problem.rules.rules[ban.rule] as? any BarringRule else { continue }
      return rule.bar(on: creator, in: problem.ruleFrame).map { .barred($0) } ?? .banned
    }
    return .banned
  }

  /// The rule on sums that bars all these deals, told of the one for which it would have to give way least.
  private func bar(of deals: [DealCandidate]) -> LeftOutReason? {
    let barred = deals.map { deal in
      (deal: deal, by: problem.ceilings.ceiling(of: deal))
    }
    return barred.min { $0.deal.cost - $0.by.cost < $1.deal.cost - $1.by.cost }.map {
      let name = problem.ruleBook.entries[$0.by.row].name
      // What a rule on viewers leaves is no amount of money.
      if $0.by.row > 0 && problem.allocation.rows[$0.by.row].countsAmounts {
        return .moreThanRule(name: name)
      }
      return .overRule(name: name, cost: $0.deal.cost, limit: max(0, $0.by.cost))
    }
  }

  private func judgement(
    _ deal: DealCandidate, earnings: Double, entryFee: Double?
  ) -> LeftOutReason {
    guard deal.reach > 0 || deal.ownValue > 0 else { return .reachesNobody }
    guard earnings < 0 else { return .nextInLine }
    if let rule = dearestRule(deal), earnings + rule.charge > 0 {
      return .ruleFull(name: rule.name)
    }
    let product = problem.kinds.product(ofKind: deal.kind)
    let now = priced.reachValue(creator: deal.creator, product: product, fill: deal.fill)
    let (fresh, cell) = freshValue(deal, product)
    if now < Self.reachedShare * fresh, earnings + fresh - now > 0 {
      if prices.groupOutput[product] > 0 || prices.totalOutput > 0 { return .outputSold }
      let names = rivals(deal, product, cell)
      if !names.isEmpty {
        return .audienceReached(
          by: names, cell: problem.response.roster.audience.cells.names[cell])
      }
    }
    return entryFee == nil ? .neverPays : .tooDear
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
      let people = deal.fill * allocation.segmentShares[deal.creator * segments + cell]
      let fresh = allocation.groupWorth[product] * allocation.poolYield[pool]
      value += fresh * people
      let loss = (fresh - prices.pool[pool]) * people
      if loss > most.loss { most = (loss, cell) }
    }
    return (value, most.cell)
  }

  /// The two creators of the plan who reach most people of the cell for the product.
  private func rivals(_ deal: DealCandidate, _ product: Int, _ cell: Int) -> [Int] {
    let allocation = castProblem.allocation
    func people(_ other: DealCandidate) -> Double {
      other.fill * allocation.segmentShares[other.creator * allocation.segmentCount + cell]
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

  /// The rule, other than the budget, that charges the deal most: for being one more, or for what
  /// it costs.
  private func dearestRule(_ deal: DealCandidate) -> (name: String, charge: Double)? {
    var dearest: (name: String, charge: Double)?
    for (number, row) in problem.allocation.rows.enumerated().dropFirst() {
      let price = prices.row[number]
      guard price != 0 else { continue }
      let charge = price * row.sum(of: deal)
      if charge > dearest?.charge ?? 0 {
        dearest = (problem.ruleBook.entries[number].name, charge)
      }
    }
    return dearest
  }
}

extension LeftOutReason {
  /// Whether a lower fee would remove what bars her.
  fileprivate var isOfFee: Bool {
    switch self {
    case .overSpendLimit, .overBudget, .overRule: true
    default: false
    }
  }

  /// Whether it is not known what she asks: a fee might bring her in.
  fileprivate var lacksFee: Bool { self == .ask || self == .askWithoutRate }

  /// Whether no fee of hers brings her in.
  fileprivate var barsAnyFee: Bool {
    switch self {
    case .tornApart, .companionOut: true
    default: false
    }
  }
}
