/// The set of deals that earns a creator most at a plan's prices, found exactly.
struct CreatorChoice {
  private struct Entry {
    var profit: Double
    var cost: Double
    var key: Int32
    var product: Int
    /// By row that charges once for all her deals inside.
    var touches: [Double]
    /// No set that the deal joins gains more by it.
    var most: Double
  }

  private let terms: CreatorTerms
  private var entries: [Entry] = []
  private var chosen: [Int] = []
  private var best = -Double.infinity

  private init(_ terms: CreatorTerms, problem: CastingProblem, priced: PricedDeals) {
    self.terms = terms
    entries = terms.deals.map { deal in
      let touches = priced.touchCharges(creator: deal.creator, kind: deal.kind)
      // The price of a deal counts every touch as its own; here they are charged once per set.
      let profit = priced.profit(deal) + touches.reduce(0, +)
      return Entry(
        profit: profit, cost: deal.cost, key: terms.keys[deal.kind],
        product: problem.kinds.product(ofKind: deal.kind), touches: touches,
        most: profit + touches.reduce(0) { $0 + max(0, -$1) })
    }
    let order = entries.indices.sorted { (entries[$1].most, $0) < (entries[$0].most, $1) }
    entries = order.map { entries[$0] }
  }

  /// Earnings of her best set with at least one deal, her activation paid; −∞ when there is none.
  static func earnings(
    _ terms: CreatorTerms, problem: CastingProblem, priced: PricedDeals
  ) -> Double {
    guard terms.slots > 0, !terms.deals.isEmpty else { return -.infinity }
    if terms.slots == 1 { return earningsOfOne(terms, problem: problem, priced: priced) }
    var search = CreatorChoice(terms, problem: problem, priced: priced)
    search.extend(from: 0, profit: 0, cost: 0, touched: [])
    return search.best - priced.chargePerActivationYen * terms.activation
  }

  /// The same of a creator who has one slot: her sets are her deals.
  private static func earningsOfOne(
    _ terms: CreatorTerms, problem: CastingProblem, priced: PricedDeals
  ) -> Double {
    var best = -Double.infinity
    for deal in terms.deals where deal.cost <= terms.spendLimit * (1 + 1e-9) {
      let product = problem.kinds.product(ofKind: deal.kind)
      guard terms.requiredProducts.allSatisfy({ $0 == product }) else { continue }
      best = max(best, priced.profit(deal))
    }
    return best - priced.chargePerActivationYen * terms.activation
  }

  /// How many of her deals can gain anything for a set that they join; O(deals).
  static func gainfulDeals(_ terms: CreatorTerms, priced: PricedDeals) -> Int {
    terms.deals.count { deal in
      // Every row that charges once may be charged to another deal, or be a gain of this one.
      let touches = priced.touchCharges(creator: deal.creator, kind: deal.kind)
      return priced.profit(deal) + touches.reduce(0) { $0 + max(0, $1) } > 0
    }
  }

  private mutating func extend(from start: Int, profit: Double, cost: Double, touched: [Double]) {
    if !chosen.isEmpty, hasRequired { best = max(best, profit - touched.reduce(0, +)) }
    let free = terms.slots - chosen.count
    guard free > 0 else { return }
    let charged = touched.reduce(0, +)
    for place in start..<entries.count {
      let later = entries[place..<min(entries.count, place + free)]
      let most = later.reduce(profit - charged) { $0 + max(0, $1.most) }
      // Below by more than rounding: no set from here on is better.
      if most + 1e-9 * most.magnitude < best { return }
      let entry = entries[place]
      guard cost + entry.cost <= terms.spendLimit * (1 + 1e-9),
        !chosen.contains(where: { entries[$0].key == entry.key })
      else { continue }
      chosen.append(place)
      extend(
        from: place + 1, profit: profit + entry.profit, cost: cost + entry.cost,
        touched: touched.isEmpty
          ? entry.touches : zip(touched, entry.touches).map { $0 == 0 ? $1 : $0 })
      chosen.removeLast()
    }
  }

  private var hasRequired: Bool {
    terms.requiredProducts.allSatisfy { product in
      chosen.contains { entries[$0].product == product }
    }
  }
}
