/// The options of one item, divided among their groups.
struct ItemDivision {
  struct Offer {
    var option: Int32
    var kind: Int32
    var group: Int32
    var key: Int32
    /// What the option pays in its group's problem.
    var charge: Double
    /// What it is worth at all prices, the item's fixed cost left out.
    var profit: Double
  }

  private let item: Int
  private let rules: AllocationItem
  /// In the order of groups.
  private var offers: [Offer]
  /// Still to be divided.
  private var fixedCost: Double
  /// What the item is worth beside its parts.
  private var constant = 0.0
  /// One for each rule across groups.
  private var prices: [ItemPrice] = []
  /// Whether the prices are known ones: those stay known, at 0 too.
  private var isKnown = false

  init(_ problem: AllocationProblem, item: Int, offers: [Offer], fixedCost: Double) {
    self.item = item
    let rules = problem.items[item]
    self.rules = rules
    self.offers = offers
    self.fixedCost = fixedCost
    if rules.slots == 1, !rules.requiredKinds.isEmpty {
      self.offers.removeAll { offer in
        !rules.requiredKinds.allSatisfy { $0.contains(offer.kind) }
      }
    }
    let isInOrder = zip(self.offers, self.offers.dropFirst()).allSatisfy { $0.group <= $1.group }
    if !isInOrder { self.offers.sort { ($0.group, $0.option) < ($1.group, $1.option) } }
  }

  /// Whether it has nothing to divide.
  var isEmpty: Bool { offers.isEmpty || rules.slots <= 0 }

  /// Whether all the item may take is of one group.
  var isWhole: Bool { offers[0].group == offers[offers.count - 1].group }

  private var mustTake: Bool { rules.isRequired || !rules.requiredKinds.isEmpty }

  // MARK: Prices

  /// Prices the item's rules across groups; prices that are known are taken as they are.
  mutating func price(known: [ItemPrice]?) {
    isKnown = known != nil
    let known = known ?? []
    settleFixedCost()
    if rules.slots == 1 {
      let best = bestByGroup().map(\.profit).sorted(by: >)
      // Any price from the second best to the best keeps the bound: half-way, neither is in doubt.
      let middle = (best[0] + best[1]) / 2
      charge(
        ItemPrice(scope: .all, capacity: 1, sign: 1, isFree: mustTake),
        at: mustTake ? middle : max(0, middle), known)
      return
    }
    var required = rules.requiredKinds.map(ItemPrice.Scope.kinds)
    if rules.isRequired { required.append(.all) }
    for scope in required {
      let most = offers.lazy.filter { scope.contains($0) }.map(\.profit).max() ?? 0
      charge(ItemPrice(scope: scope, capacity: 1, sign: -1), at: max(0, -most), known)
    }
    for key in Set(offers.map(\.key)).sorted() {
      let best = bestByGroup { $0.key == key }.map(\.profit).sorted(by: >)
      guard best.count > 1 else { continue }
      charge(ItemPrice(scope: .key(key), capacity: 1, sign: 1), at: max(0, best[1]), known)
    }
    let best = bestByGroup().map(\.profit).sorted(by: >)
    if best.count > rules.slots {
      charge(
        ItemPrice(scope: .all, capacity: rules.slots, sign: 1), at: max(0, best[rules.slots]),
        known)
    }
  }

  /// Charges the options meant the known price of the same rule, or the usual one; what they pay together
  /// at most is given back.
  private mutating func charge(_ rule: ItemPrice, at usual: Double, _ known: [ItemPrice]) {
    var price = rule
    price.value = known.first { $0.isSameRule(as: rule) }?.value ?? usual
    prices.append(price)
    constant += rule.sign * Double(rule.capacity) * price.value
    for place in offers.indices where rule.scope.contains(offers[place]) {
      offers[place].charge += rule.sign * price.value
      offers[place].profit -= rule.sign * price.value
    }
  }

  /// Where the fixed cost is no cost, or is paid whatever is taken, it is not a matter of groups.
  private mutating func settleFixedCost() {
    guard fixedCost < 0 || rules.slots == 1 || mustTake else { return }
    if rules.slots == 1 {
      for place in offers.indices {
        offers[place].charge += fixedCost
        offers[place].profit -= fixedCost
      }
    } else if mustTake {
      constant -= fixedCost
    } else {
      constant += -fixedCost
    }
    fixedCost = 0
  }

  /// Groups that have an offer that is meant, ascending.
  private func bestByGroup(
    _ isMeant: (Offer) -> Bool = { _ in true }
  ) -> [(group: Int32, profit: Double)] {
    var best: [(group: Int32, profit: Double)] = []
    for offer in offers where isMeant(offer) {
      if let last = best.last, last.group == offer.group {
        best[best.count - 1].profit = max(last.profit, offer.profit)
      } else {
        best.append((offer.group, offer.profit))
      }
    }
    return best
  }

  // MARK: Parts

  /// Gives each group what is its own.
  ///
  /// - Parameters:
  ///   - item: its number for those who look at several problems.
  ///   - radii: how much an option may lose its group to be listed; G.
  func add(
    to shares: inout GroupShares, as item: Int, radii: [Double], of problem: AllocationProblem
  ) {
    shares.constant += constant
    if isKnown || prices.contains(where: { $0.value != 0 }) {
      shares.itemPrices.append((Int32(item), prices))
    }
    var end = 0
    for (group, fixedCost) in fixedCosts {
      let start = end
      while end < offers.count, offers[end].group == group { end += 1 }
      add(
        offers[start..<end], to: &shares, as: item, group: Int(group), fixedCost: fixedCost,
        radius: radii[Int(group)], of: problem)
    }
  }

  /// Each group's share of the fixed cost: whoever earns most pays first.
  private var fixedCosts: [(group: Int32, share: Double)] {
    let best = bestByGroup()
    var shares = best.map { (group: $0.group, share: 0.0) }
    guard fixedCost != 0 else { return shares }
    var left = fixedCost
    let order = best.indices.sorted {
      (best[$1].profit, best[$0].group) < (best[$0].profit, best[$1].group)
    }
    for place in order {
      shares[place].share = min(left, max(0, best[place].profit))
      left -= shares[place].share
    }
    // What is more than all of them earn is the first one's as well.
    shares[order[0]].share += max(0, left)
    return shares
  }

  private func add(
    _ own: ArraySlice<Offer>, to shares: inout GroupShares, as item: Int, group: Int,
    fixedCost: Double, radius: Double, of problem: AllocationProblem
  ) {
    let (most, takesOne) = most(of: own)
    let top = max(0, most - fixedCost)
    shares.groups[group].itemSum += top
    let listed = own.filter { offer in
      (takesOne ? top - (offer.profit - fixedCost) : -offer.profit) <= radius
    }
    var rules = rules
    (rules.fixedCost, rules.isRequired, rules.requiredKinds) = (fixedCost, false, [])
    shares.groups[group].append(item: item, rules: rules, listed, of: problem, self.item)
  }

  /// What offers of one group bring together at most, and whether the item takes but one of them.
  private func most(of own: ArraySlice<Offer>) -> (profit: Double, takesOne: Bool) {
    let first = own[own.startIndex]
    if rules.slots == 1 || own.allSatisfy({ $0.key == first.key }) {
      return (own.reduce(0) { max($0, $1.profit) }, true)
    }
    var bestOfKey: [Int32: Double] = [:]
    for offer in own { bestOfKey[offer.key] = max(bestOfKey[offer.key] ?? 0, offer.profit) }
    return (bestOfKey.values.sorted(by: >).prefix(rules.slots).reduce(0, +), false)
  }

  /// Gives its one group all of the item, whose best choice is worth `best`.
  func add(
    to shares: inout GroupShares, as item: Int, whole best: Double, radii: [Double],
    of problem: AllocationProblem
  ) {
    let group = Int(offers[0].group)
    // An item that cannot take what it must makes every plan impossible: that is for others to say.
    if best > -.infinity { shares.groups[group].itemSum += best }
    let takesOne = rules.slots == 1
    var listed = offers.filter { offer in
      if takesOne { return best - (offer.profit - fixedCost) <= radii[group] }
      // A fixed cost that is paid to the item may be all that its only option earns.
      return mustTake || min(0, fixedCost) - offer.profit <= radii[group]
    }
    for place in listed.indices { listed[place].charge += min(0, fixedCost) }
    var rules = rules
    rules.fixedCost = max(0, fixedCost)
    shares.groups[group].append(item: item, rules: rules, listed, of: problem, self.item)
  }
}
