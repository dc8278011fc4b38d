/// What keeps deals out of every plan, whatever else it holds.
package struct DealLimits: Sendable {
  package var bans: [FilterMatch]
  /// JPY for all.
  package var budget: Double
  /// JPY that deals of one creator may cost together.
  package var spendPerCreator: Double

  package init(
    bans: [FilterMatch], budget: Double = .infinity, spendPerCreator: Double = .infinity
  ) {
    self.bans = bans
    self.budget = budget
    self.spendPerCreator = spendPerCreator
  }
}

/// Sorts out the deals that no plan can hold, and says why.
package struct DealScreen: Sendable {
  /// What every ban hits.
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

  package init(
    _ limits: DealLimits, products: [Product], roster: ResolvedRoster, kinds: DealKinds
  ) {
    var banned = [Bool](repeating: false, count: roster.count)
    var partial: [FilterMatch] = []
    bans = limits.bans
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
      let formats = products[kinds.product(ofKind: kind)].formats
      return formats?.contains(kinds.format(ofKind: kind)) ?? true
    }
    isAvailable = roster.isAvailable.indices.map { roster.isAvailable[$0] && roster.slots[$0] > 0 }
    activationCosts = roster.activationCosts
    budget = limits.budget
    spendLimit = limits.spendPerCreator
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

  /// Whether a plan could hold the deal, bans aside; or if the limit on spend per creator were lifted.
  package func admitsUnbanned(_ deal: DealCandidate, withoutSpendLimit: Bool) -> Bool {
    isAvailable[deal.creator] && isAllowedKind[deal.kind]
      && (withoutSpendLimit || deal.cost <= spendLimit)
      && deal.cost + activationCosts[deal.creator] <= budget
  }
}
