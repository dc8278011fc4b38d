/// What keeps deals out of every plan, whatever else it holds.
package struct DealLimits: Sendable {
  package var bans: [FilterMatch]
  /// Money for all.
  package var budget: Double
  /// Money that deals of one creator may cost together.
  package var spendPerCreator: Double
  /// What the budget pays beyond costs.
  package var agency: AgencyTerms

  package init(
    bans: [FilterMatch], budget: Double = .infinity, spendPerCreator: Double = .infinity,
    agency: AgencyTerms = AgencyTerms()
  ) {
    self.agency = agency
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
  package let excluded: ExcludedProducts
  package let booked: BookedDeals
  /// By kind.
  private let products: [Int]
  private let formats: [DealFormat]
  private let isAvailable: [Bool]
  private let activationCosts: [Double]
  /// Money for deals and activation, with what an agency adds to them.
  package let budget: Double
  /// Money that deals of one creator may cost together.
  package let spendLimit: Double
  /// Nil where the budget pays the costs alone.
  private let agency: AgencyTerms?

  package init(
    _ limits: DealLimits, products: [Product], roster: ResolvedRoster, kinds: DealKinds,
    excluded: ExcludedProducts, booked: BookedDeals
  ) {
    self.excluded = excluded
    self.booked = booked
    self.products = (0..<kinds.count).map { kinds.product(ofKind: $0) }
    formats = (0..<kinds.count).map { kinds.format(ofKind: $0) }
    var banned = [Bool](repeating: false, count: roster.count)
    var partial: [FilterMatch] = []
    bans = limits.bans
    for match in bans {
      guard match.kinds.isEmpty else {
        partial.append(match)
        continue
      }
      for creator in banned.indices where match.includes(creator: creator) {
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
    agency = limits.agency.isPaid ? limits.agency : nil
    budget = limits.budget - limits.agency.fixed
    spendLimit = limits.spendPerCreator
  }

  /// Why no deal of the creator can be; nil when some may.
  package func refusal(creator: Int) -> Refusal? {
    if isBanned[creator] { return .banned }
    return isAvailable[creator] ? nil : .unavailable
  }

  /// Whether deals of some kinds are refused.
  var sortsKinds: Bool {
    !partialBans.isEmpty || isAllowedKind.contains(false) || !excluded.isEmpty || !booked.isEmpty
  }

  /// Why no deal of the kind can be with a creator who is not refused; nil when it may.
  package func refusal(creator: Int, kind: Int) -> Refusal? {
    if !isAllowedKind[kind] { return .formatNotOffered }
    if isDeclined(creator: creator, kind: kind) { return .declined }
    if isExcluded(creator: creator, kind: kind) { return .excluded }
    return partialBans.contains { $0.includes(creator: creator, kind: kind) } ? .banned : nil
  }

  /// Whether talks about the deal came to nothing, or to another deal.
  private func isDeclined(creator: Int, kind: Int) -> Bool {
    !booked.isEmpty
      && booked.refuses(creator: creator, product: products[kind], format: formats[kind])
  }

  /// Money that were agreed or named for a deal; nil where the roster's fee counts.
  package func bookedFee(creator: Int, kind: Int) -> Double? {
    booked.isEmpty
      ? nil : booked.fee(creator: creator, product: products[kind], format: formats[kind])
  }

  /// Whether she does not promote the product.
  private func isExcluded(creator: Int, kind: Int) -> Bool {
    !excluded.isEmpty && excluded.word(creator: creator, product: products[kind]) != nil
  }

  /// Why the deal is too dear by itself; nil when it is not.
  package func refusal(creator: Int, cost: Double) -> Refusal? {
    if cost > spendLimit { return .overSpendLimit }
    return charge(onCost: cost, activation: activationCosts[creator]) > budget ? .overBudget : nil
  }

  /// What the budget pays for a deal and its creator's activation.
  package func charge(onCost cost: Double, activation: Double) -> Double {
    guard let agency else { return cost + activation }
    return cost + agency.surcharge(onCost: cost) + agency.charge(onActivation: activation)
  }

  /// Whether a plan could hold the deal, bans aside; or if the limit on spend per creator were lifted.
  package func admitsUnbanned(_ deal: DealCandidate, withoutSpendLimit: Bool) -> Bool {
    isAvailable[deal.creator] && isAllowedKind[deal.kind]
      && !isExcluded(creator: deal.creator, kind: deal.kind)
      && !isDeclined(creator: deal.creator, kind: deal.kind)
      && (withoutSpendLimit || deal.cost <= spendLimit)
      && charge(onCost: deal.cost, activation: activationCosts[deal.creator]) <= budget
  }
}
