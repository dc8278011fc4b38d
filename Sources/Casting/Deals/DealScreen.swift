/// Sorts out the deals that no plan can hold, and says why.
package struct DealScreen: Sendable {
  /// What every ban of the brief hits, in the brief's order.
  package let bans: [FilterMatch]
  private let isBanned: [Bool]
  /// Bans that hit some kinds only.
  private let partialBans: [FilterMatch]
  private let isAllowedKind: [Bool]
  private let isAvailable: [Bool]
  private let activationCosts: [Double]
  package let budget: Double
  /// JPY that deals of one creator may cost together.
  package let spendLimit: Double

  package init(campaign: Campaign, matcher: FilterMatcher, roster: ResolvedRoster, kinds: DealKinds)
  {
    var banned = [Bool](repeating: false, count: roster.count)
    var partial: [FilterMatch] = []
    bans = campaign.brief.bans.map { matcher.match($0) }
    for match in bans {
      guard match.kinds.isEmpty else {
        partial.append(match)
        continue
      }
      for creator in banned.indices where match.includes(creator: creator, kind: 0) {
        banned[creator] = true
      }
    }
    isBanned = banned
    partialBans = partial
    isAllowedKind = (0..<kinds.count).map { kind in
      let formats = campaign.products.products[kinds.product(ofKind: kind)].formats
      return formats?.contains(kinds.format(ofKind: kind)) ?? true
    }
    isAvailable = roster.isAvailable.indices.map { roster.isAvailable[$0] && roster.slots[$0] > 0 }
    activationCosts = roster.activationCosts
    budget = campaign.brief.budget ?? .infinity
    spendLimit = Self.spendLimit(campaign.brief)
  }

  package static func spendLimit(_ brief: Brief) -> Double {
    switch brief.spendPerCreator {
    case nil: .infinity
    case .yen(let limit): limit
    case .shareOfBudget(let share):
      // A share of no limit is no limit, even a share of nothing.
      brief.budget.map { $0.isFinite ? share * $0 : .infinity } ?? .infinity
    }
  }

  /// Why no deal of the creator can be; nil when some may.
  package func refusal(creator: Int) -> Refusal? {
    if isBanned[creator] { return .banned }
    return isAvailable[creator] ? nil : .unavailable
  }

  /// Whether deals of some kinds are refused.
  var sortsKinds: Bool { !partialBans.isEmpty || isAllowedKind.contains(false) }

  /// Why no deal of the kind can be with a creator who is not refused; nil when it may.
  package func refusal(creator: Int, kind: Int) -> Refusal? {
    if !isAllowedKind[kind] { return .formatNotOffered }
    return partialBans.contains { $0.includes(creator: creator, kind: kind) } ? .banned : nil
  }

  /// Why the deal is too dear by itself; nil when it is not.
  package func refusal(creator: Int, cost: Double) -> Refusal? {
    if cost > spendLimit { return .overSpendLimit }
    return cost + activationCosts[creator] > budget ? .overBudget : nil
  }

  /// Whether a plan could hold the deal if one ban, or the limit on spend per creator, were lifted.
  package func admits(_ deal: DealCandidate, withoutBan lifted: Int?, withoutSpendLimit: Bool)
    -> Bool
  {
    let (creator, kind) = (deal.creator, deal.kind)
    let isBanned = bans.indices.contains {
      $0 != lifted && bans[$0].includes(creator: creator, kind: kind)
    }
    return isAvailable[creator] && isAllowedKind[kind] && !isBanned
      && (withoutSpendLimit || deal.cost <= spendLimit)
      && deal.cost + activationCosts[creator] <= budget
  }
}
