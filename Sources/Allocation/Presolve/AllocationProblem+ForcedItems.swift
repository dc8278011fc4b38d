extension AllocationProblem {
  /// Rounds over the rows: an item that must take an option may leave another row without a choice.
  private static let mostRounds = 3

  /// Makes items that a row's lower side cannot do without take what it needs of them, and lifts the sides that
  /// are kept by that alone; returns the rows that were lifted.
  ///
  /// Proof: let M_i be the most that item i can bring a row, and M their sum. Where M − M_i is below the
  /// row's lower side, every plan that keeps the row takes an option of i that brings something. As long as
  /// a minimum is as large as its group, no plan is to spare, so that its price has no upper end; as needs of
  /// single items it has none at all.
  mutating func forceItems() -> [Int] {
    var lifted: [Int] = []
    for _ in 0..<Self.mostRounds {
      var isChanged = false
      for row in rows.indices where rows[row].lower.isFinite {
        guard let needs = needs(ofRow: row) else { continue }
        for need in needs where require(need, ofRow: row) { isChanged = true }
        if isKeptByNeeds(row) {
          rows[row].lower = -.infinity
          lifted.append(row)
          isChanged = true
        }
      }
      if !isChanged { break }
    }
    return lifted
  }

  /// What a row asks of one item.
  private struct Need {
    var item: Int
    var amount: Double
  }

  /// What the lower side of a row asks of items at least, where it asks for something; nil where of none, or
  /// of more than all can bring.
  private func needs(ofRow number: Int) -> [Need]? {
    let row = rows[number]
    let slack = AllocationState.slack(of: row.lower)
    var sum = 0.0
    var largest = 0.0
    var most: [(item: Int, amount: Double)] = []
    for item in items.indices {
      let amount = mostBrought(by: item, to: row)
      guard amount > 0 else { continue }
      sum += amount
      largest = max(largest, amount)
      // Whoever comes later cannot be needed either.
      if sum - largest >= row.lower { return nil }
      most.append((item, amount))
    }
    guard sum >= row.lower - slack else { return nil }
    let needs = most.compactMap { item, amount -> Need? in
      let need = row.lower - (sum - amount)
      return need > slack ? Need(item: item, amount: need - slack) : nil
    }
    return needs.isEmpty ? nil : needs
  }

  /// What an option brings a row when it is its item's only one.
  private func brought(by option: Int, of item: Int, to row: AllocationRow) -> Double {
    let isInside = row.isInside(item: item, kind: Int(optionKind[option]))
    return weight(of: option, ofItem: item, in: row) + (isInside ? max(0, row.perTouchedItem) : 0)
      + max(0, row.perFixedCost * items[item].fixedCost)
  }

  /// The most that an item's options bring a row, whatever else they must keep.
  private func mostBrought(by item: Int, to row: AllocationRow) -> Double {
    let rules = items[item]
    let options = optionStart[item]..<optionStart[item + 1]
    guard rules.slots > 0, !options.isEmpty else { return 0 }
    if rules.slots == 1 {
      return options.lazy.filter { mayBeTaken($0, alone: item) }
        .map { brought(by: $0, of: item, to: row) }.reduce(0, max)
    }
    // One of each exclusion key, the best ones.
    var best: [Int32: Double] = [:]
    var isTouched = false
    for option in options {
      let amount = weight(of: option, ofItem: item, in: row)
      let key = kindExclusion[Int(optionKind[option])]
      best[key] = max(best[key] ?? 0, amount)
      if row.isInside(item: item, kind: Int(optionKind[option])) { isTouched = true }
    }
    let amounts = best.values.filter { $0 > 0 }.sorted(by: >).prefix(rules.slots)
    return amounts.reduce(0, +) + (isTouched ? max(0, row.perTouchedItem) : 0)
      + max(0, row.perFixedCost * rules.fixedCost)
  }

  /// Whether an item with one slot may take an option by what it must take.
  private func mayBeTaken(_ option: Int, alone item: Int) -> Bool {
    items[item].requiredKinds.allSatisfy { $0.contains(optionKind[option]) }
  }

  /// Requires what is needed; false where that was required before.
  private mutating func require(_ need: Need, ofRow number: Int) -> Bool {
    let item = need.item
    let row = rows[number]
    let isSingle = items[item].slots == 1
    let kinds = (optionStart[item]..<optionStart[item + 1]).filter { option in
      if isSingle {
        return mayBeTaken(option, alone: item)
          && brought(by: option, of: item, to: row) >= need.amount
      }
      return brought(by: option, of: item, to: row) > 0
    }.map { optionKind[$0] }
    guard !kinds.isEmpty,
      !items[item].requiredKinds.contains(where: { Set($0).isSubset(of: kinds) })
    else { return false }
    items[item].requiredKinds.append(kinds)
    return true
  }

  /// Whether every choice of the items that keeps what is required of them keeps a row's lower side.
  private func isKeptByNeeds(_ number: Int) -> Bool {
    let row = rows[number]
    let weights = [row.inside, row.outside]
    guard row.perTouchedItem >= 0, row.perFixedCost >= 0,
      weights.allSatisfy({ $0.perOption >= 0 && $0.perCost >= 0 && $0.perAmount >= 0 })
    else { return false }
    var sum = 0.0
    for item in items.indices where !items[item].requiredKinds.isEmpty {
      let options = optionStart[item]..<optionStart[item + 1]
      let least =
        items[item].requiredKinds.map { kinds in
          options.lazy.filter { kinds.contains(self.optionKind[$0]) }.map { option in
            weight(of: option, ofItem: item, in: row)
              + (row.isInside(item: item, kind: Int(optionKind[option])) ? row.perTouchedItem : 0)
          }.min() ?? 0
        }.max() ?? 0
      sum += least
      if sum >= row.lower - AllocationState.slack(of: row.lower) { return true }
    }
    return false
  }
}
