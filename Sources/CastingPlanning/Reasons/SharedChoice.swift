import Allocation

/// The deals that creators earn most with at a plan's prices where accounts of one person share what
/// they may take, found exactly.
struct SharedChoice {
  struct Member {
    var creator: Int
    var terms: CreatorTerms
  }

  private struct Entry {
    var place: Int
    var profit: Double
    var cost: Double
    var key: Int32
    var product: Int
    /// By row that charges once for all deals of a creator inside.
    var touches: [Double]
    /// No set that the deal joins gains more by it.
    var most: Double
  }

  private let members: [Member]
  /// Groups with the places of their members here.
  private let groups: [(rule: ItemLink.Rule, places: [Int])]
  private let activation: [Double]
  private var entries: [Entry] = []
  private var chosen: [Entry] = []
  private var best: Double
  private let mostDeals: Int

  private init(
    _ members: [Member], _ groups: [CampaignLinks.Group], problem: CastingProblem,
    priced: PricedDeals
  ) {
    self.members = members
    self.groups = groups.compactMap { group in
      let places = members.indices.filter { group.members.contains(members[$0].creator) }
      return places.isEmpty ? nil : (group.rule, places)
    }
    activation = members.map { priced.chargePerActivationYen * $0.terms.activation }
    best = members.contains { $0.terms.mustBeCast } ? -.infinity : 0
    var most = members.reduce(0) { $0 + max(0, $1.terms.slots) }
    for (rule, places) in self.groups where places.count == members.count {
      if case .within(let options, _) = rule { most = min(most, options) }
    }
    mostDeals = most
    for (place, member) in members.enumerated() {
      for deal in member.terms.deals {
        let touches = priced.touchCharges(creator: deal.creator, kind: deal.kind)
        let profit = priced.profit(deal) + touches.reduce(0, +)
        entries.append(
          Entry(
            place: place, profit: profit, cost: deal.cost, key: member.terms.keys[deal.kind],
            product: problem.kinds.product(ofKind: deal.kind), touches: touches,
            most: touches.reduce(profit + max(0, -activation[place])) { $0 + max(0, -$1) }))
      }
    }
    let order = entries.indices.sorted { (entries[$1].most, $0) < (entries[$0].most, $1) }
    entries = order.map { entries[$0] }
  }

  /// The most that the members earn together; 0 where that is by nothing, −∞ when nothing is allowed.
  static func most(
    _ members: [Member], groups: [CampaignLinks.Group], problem: CastingProblem,
    priced: PricedDeals
  ) -> Double {
    var choice = SharedChoice(members, groups, problem: problem, priced: priced)
    choice.extend(from: 0, profit: 0)
    return choice.best
  }

  private mutating func extend(from start: Int, profit: Double) {
    if !chosen.isEmpty, profit > best, isAllowed { best = profit }
    let free = mostDeals - chosen.count
    guard free > 0 else { return }
    for position in start..<entries.count {
      let later = entries[position..<min(entries.count, position + free)]
      let most = later.reduce(profit) { $0 + max(0, $1.most) }
      if most + 1e-9 * most.magnitude < best || (most <= best && best == 0) { return }
      let entry = entries[position]
      guard let gain = gain(of: entry) else { continue }
      chosen.append(entry)
      extend(from: position + 1, profit: profit + gain)
      chosen.removeLast()
    }
  }

  /// What the deal adds to those chosen; nil where it may not join them.
  private func gain(of entry: Entry) -> Double? {
    let terms = members[entry.place].terms
    let own = chosen.filter { $0.place == entry.place }
    guard own.count < terms.slots, !own.contains(where: { $0.key == entry.key }),
      own.reduce(entry.cost, { $0 + $1.cost }) <= terms.spendLimit * (1 + 1e-9)
    else { return nil }
    for (rule, places) in groups where places.contains(entry.place) {
      let beside = chosen.filter { places.contains($0.place) }
      switch rule {
      case .within(let options, let cost):
        guard beside.count < options,
          beside.reduce(entry.cost, { $0 + $1.cost }) <= cost * (1 + 1e-9)
        else { return nil }
      case .atMostOne:
        guard beside.allSatisfy({ $0.place == entry.place }) else { return nil }
      case .allOrNone: break
      }
    }
    var gain = entry.profit - (own.isEmpty ? activation[entry.place] : 0)
    for (row, charge) in entry.touches.enumerated()
    where charge != 0 && !own.contains(where: { $0.touches[row] != 0 }) { gain -= charge }
    return gain
  }

  /// Whether everybody has what she must have, and nobody is cast without those she comes with.
  private var isAllowed: Bool {
    let cast = Set(chosen.map(\.place))
    for (place, member) in members.enumerated() {
      if member.terms.mustBeCast && !cast.contains(place) { return false }
      for product in member.terms.requiredProducts
      where !chosen.contains(where: { $0.place == place && $0.product == product }) {
        return false
      }
    }
    return groups.allSatisfy { group in
      guard case .allOrNone = group.rule else { return true }
      let count = group.places.count { cast.contains($0) }
      return count == 0 || count == group.places.count
    }
  }
}

extension CampaignLinks.Group {
  /// What accounts of one person may take together; nil for other groups.
  var shared: (deals: Int, cost: Double)? {
    if case .within(let options, let cost) = rule { (options, cost) } else { nil }
  }
}
