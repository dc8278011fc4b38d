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
    if rules.slots == 1 {
      self.offers.removeAll { offer in
        !rules.requiredKinds.allSatisfy { $0.contains(offer.kind) }
      }
    }
  }

  /// Whether it has nothing to divide.
  var isEmpty: Bool { offers.isEmpty || rules.slots <= 0 }

  /// Whether all the item may take is of one group.
  var isWhole: Bool { offers.allSatisfy { $0.group == offers[0].group } }

  private var mustTake: Bool { rules.isRequired || !rules.requiredKinds.isEmpty }

  // MARK: Prices

  /// Prices the item's rules across groups; `known` prices are taken as they are.
  mutating func price(known: [ItemPrice]?) {
    isKnown = known != nil
    var known = (known ?? [])[...]
    settleFixedCost()
    if rules.slots == 1 {
      let best = bestByGroup().values.sorted(by: >)
      // Any price from the second best to the best keeps the bound: half-way, neither is in doubt.
      let middle = (best[0] + best[1]) / 2
      charge(
        ItemPrice(scope: .all, capacity: 1, sign: 1, isFree: mustTake),
        at: mustTake ? middle : max(0, middle), &known)
      return
    }
    var required = rules.requiredKinds.map(ItemPrice.Scope.kinds)
    if rules.isRequired { required.append(.all) }
    for scope in required {
      let most = offers.lazy.filter { scope.contains($0) }.map(\.profit).max() ?? 0
      charge(ItemPrice(scope: scope, capacity: 1, sign: -1), at: max(0, -most), &known)
    }
    for key in Set(offers.map(\.key)).sorted() {
      let best = bestByGroup { $0.key == key }.values.sorted(by: >)
      guard best.count > 1 else { continue }
      charge(ItemPrice(scope: .key(key), capacity: 1, sign: 1), at: max(0, best[1]), &known)
    }
    let best = bestByGroup().values.sorted(by: >)
    if best.count > rules.slots {
      charge(
        ItemPrice(scope: .all, capacity: rules.slots, sign: 1), at: max(0, best[rules.slots]),
        &known)
    }
  }

  /// Charges the options meant the next known price, or the usual one; what they pay together at most
  /// is given back.
  private mutating func charge(
    _ rule: ItemPrice, at usual: Double, _ known: inout ArraySlice<ItemPrice>
  ) {
    var price = rule
    price.value = known.popFirst()?.value ?? usual
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

  private func bestByGroup(_ isMeant: (Offer) -> Bool = { _ in true }) -> [Int32: Double] {
    var best: [Int32: Double] = [:]
    for offer in offers where isMeant(offer) {
      best[offer.group] = max(best[offer.group] ?? -.infinity, offer.profit)
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
      shares.itemPrices[Int32(item)] = prices
    }
    let best = bestByGroup()
    // Whoever earns most pays the fixed cost first.
    var left = fixedCost
    let order = best.keys.sorted { (best[$1]!, $0) < (best[$0]!, $1) }
    for (place, group) in order.enumerated() {
      var share = min(left, max(0, best[group]!))
      if place == 0 {
        // What is more than all of them earn is the first one's as well.
        let rest = order.dropFirst().reduce(left - share) { $0 - max(0, best[$1]!) }
        share += max(0, rest)
      }
      left -= share
      add(
        to: &shares, as: item, group: group, fixedCost: share, radius: radii[Int(group)],
        of: problem)
    }
  }

  private func add(
    to shares: inout GroupShares, as item: Int, group: Int32, fixedCost: Double, radius: Double,
    of problem: AllocationProblem
  ) {
    let own = offers.filter { $0.group == group }
    var bestOfKey: [Int32: Double] = [:]
    for offer in own { bestOfKey[offer.key] = max(bestOfKey[offer.key] ?? 0, offer.profit) }
    let most = bestOfKey.values.sorted(by: >).prefix(rules.slots).reduce(0, +)
    let top = max(0, most - fixedCost)
    shares.groups[Int(group)].itemSum += top
    let takesOne = rules.slots == 1 || bestOfKey.count == 1
    let listed = own.filter { offer in
      (takesOne ? top - (offer.profit - fixedCost) : -offer.profit) <= radius
    }
    var rules = rules
    (rules.fixedCost, rules.isRequired, rules.requiredKinds) = (fixedCost, false, [])
    shares.groups[Int(group)].append(item: item, rules: rules, listed, of: problem, self.item)
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
