import Allocation
import Casting

/// What a deal may cost before it breaks a rule on sums all by itself, such as a product's spend limit:
/// no plan holds a dearer one.
struct DealCeilings: Sendable {
  struct Ceiling: Sendable {
    /// Money; infinite where no rule bars a deal.
    var cost: Double
    /// Number of the row that sets it; −1 where none does.
    var row: Int
  }

  /// By kind, from rows that ask neither who the creator is nor what the deal has beside its cost.
  private var ofKind: [Ceiling]
  /// Rows that do.
  private var personalRows: [(number: Int, row: AllocationRow)] = []

  init(_ problem: AllocationProblem) {
    ofKind = .init(repeating: Ceiling(cost: .infinity, row: -1), count: problem.kindCount)
    for (number, row) in problem.rows.enumerated() where row.barsOptions {
      guard row.memberItems.isEmpty, !row.countsAmounts else {
        personalRows.append((number, row))
        continue
      }
      for kind in ofKind.indices {
        let cost = row.largestCost(item: 0, kind: kind)
        if cost < ofKind[kind].cost { ofKind[kind] = Ceiling(cost: cost, row: number) }
      }
    }
  }

  func ceiling(of deal: DealCandidate) -> Ceiling {
    var least = ofKind[deal.kind]
    for (number, row) in personalRows {
      let cost = row.largestCost(
        item: deal.creator, kind: deal.kind, amount: row.amount(among: deal.amounts))
      if cost < least.cost { least = Ceiling(cost: cost, row: number) }
    }
    return least
  }
}

extension CastingProblem {
  /// Whether the deal breaks a rule on sums all by itself.
  func isBarred(_ deal: DealCandidate) -> Bool {
    deal.cost > ceilings.ceiling(of: deal).cost
  }

  /// Whether a plan could hold the deal if a rule's bans (none when nil), or the limit on spend per creator, were
  /// lifted.
  func admits(
    _ deal: DealCandidate, withoutBansOf rule: Int?, withoutSpendLimit: Bool
  ) -> Bool {
    let isBanned = bans.contains {
      $0.rule != rule && $0.match.includes(creator: deal.creator, kind: deal.kind)
    }
    return !isBanned && screen.admitsUnbanned(deal, withoutSpendLimit: withoutSpendLimit)
      && !isBarred(deal)
  }

  /// Deals of a creator that the problem holds and that some plan could.
  func bookableDeals(ofCreator creator: Int) -> [DealCandidate] {
    options(ofCreator: creator).map { candidate(option: $0, creator: creator) }
      .filter { !isBarred($0) }
  }

  /// Most that one deal may cost by the rules on its creator, on the budget and on sums, money.
  func highestCost(of deal: DealCandidate) -> Double {
    let item = allocation.items[deal.creator]
    let most = min(item.spendLimit, largestCost(activation: item.fixedCost))
    guard amounts.growWithCost else { return min(most, ceilings.ceiling(of: deal).cost) }
    func costing(_ cost: Double) -> DealCandidate {
      var deal = deal
      deal.cost = cost
      deal.amounts = amounts(of: deal)
      return deal
    }
    // A deal that costs nothing has least beside, so that no cost above its ceiling is allowed.
    let ceiling = min(most, ceilings.ceiling(of: costing(0)).cost)
    guard ceiling.isFinite, isBarred(costing(ceiling)) else { return ceiling }
    // In smallest amounts, which are whole.
    let parts = response.money.parts
    var (low, high) = (0.0, ceiling * parts)
    while high - low > 1 {
      let middle = ((low + high) / 2).rounded(.down)
      if isBarred(costing(middle / parts)) { high = middle } else { low = middle }
    }
    return low / parts
  }

  /// Most that a deal may cost within the budget if it is all there is, money.
  private func largestCost(activation: Double) -> Double {
    let terms = campaign.brief.terms.agency
    let room = screen.budget - activation
    guard terms.isPaid, room.isFinite else { return room }
    func fits(_ cost: Double) -> Bool {
      screen.charge(onCost: cost, activation: activation) <= screen.budget
    }
    let left = screen.budget - terms.charge(onActivation: activation) - terms.perDeal
    let parts = response.money.parts
    var cost = max(0, (left * parts / (1 + terms.rate)).rounded(.down)) + 1
    while cost >= 0 && !fits(cost / parts) { cost -= 1 }
    return cost / parts
  }
}
