/// Prices of what joins groups.
extension GroupBound {
  /// Choices for which a row's price moves as readily as an item's.
  private static let choicesPerUnit = 10.0
  /// Share of the bound that room at its price must be worth to count.
  private static let leastWorth = 1e-9

  /// Moves the prices towards where the groups' best choices keep the joint rules; false where they keep
  /// them already.
  ///
  /// - Parameter target: what the bound may fall to; the step would go a share of the way there, if the bound
  ///   were straight, and less after every step that did not lower it.
  mutating func movePrices(towards target: Double) -> Bool {
    let items = itemSlopes()
    let joint = rowSlopes()
    let square =
      items.reduce(0) { $0 + $1.slope * $1.slope }
      + joint.reduce(0) { $0 + ($1.slope / $1.unit) * ($1.slope / $1.unit) }
    guard square > 0 else { return false }
    let length = stepShare * (last - target) / square
    for item in items {
      var price = itemPrices[item.item]![item.number]
      price.value += length * item.slope
      if !price.isFree { price.value = max(0, price.value) }
      itemPrices[item.item]![item.number] = price
    }
    for row in joint {
      let rule = index.problem.rows[row.row]
      let price = prices.row[row.row] + length * row.slope / (row.unit * row.unit)
      prices.row[row.row] = max(
        rule.lower.isFinite ? -.infinity : 0, min(rule.upper.isFinite ? .infinity : 0, price))
    }
    return true
  }

  /// The groups' best choices, as far as they are options of the problem; ascending.
  var options: [Int] { chosen.compactMap { index.problem.option(at: $0) }.sorted() }

  /// The same of one group.
  func options(ofGroup group: Int) -> [Int] {
    chosen.filter { Int(index.problem.kindGroup[Int($0.kind)]) == group }
      .compactMap { index.problem.option(at: $0) }.sorted()
  }

  /// By how much the groups take too many of an item's options for each of its rules, in the order of
  /// items.
  private func itemSlopes() -> [(item: Int32, number: Int, slope: Double)] {
    var taken: [Int32: [Int32]] = [:]
    for choice in chosen { taken[choice.item, default: []].append(choice.kind) }
    var slopes: [(item: Int32, number: Int, slope: Double)] = []
    for item in itemPrices.keys.sorted() {
      let kinds = taken[item] ?? []
      for (number, price) in itemPrices[item]!.enumerated() {
        let count = kinds.count {
          price.scope.contains(kind: $0, key: index.problem.kindExclusion[Int($0)])
        }
        let slope = price.sign * Double(count - price.capacity)
        let isIdle = slope < 0 && price.value == 0 && !price.isFree
        if slope != 0, !isIdle { slopes.append((item, number, slope)) }
      }
    }
    return slopes
  }

  /// How far joint rows are from where their price is worth most, and the size of a step that tells as much
  /// as one more option of an item: a row's price is about every option chosen.
  private func rowSlopes() -> [(row: Int, slope: Double, unit: Double)] {
    // Choices of items that the problem does not hold are few.
    let activity = AllocationState(index: index, choosing: options).rowActivity
    let count = Double(max(1, chosen.count))
    return index.problem.rows.indices.compactMap { row in
      guard rows.isLinking(row), activity[row] != 0 else { return nil }
      let rule = index.problem.rows[row]
      let price = prices.row[row]
      var slope = 0.0
      if price > 0 || activity[row] > rule.upper { slope = activity[row] - rule.upper }
      if price < 0 || activity[row] < rule.lower { slope = activity[row] - rule.lower }
      // A price that is next to nothing, of a row that has room, is none.
      let isIdle = slope * price < 0 && abs(slope * price) < Self.leastWorth * abs(last)
      guard slope != 0, slope.isFinite, !isIdle else { return nil }
      let unit = abs(activity[row]) / count
      return (row, slope, unit * max(1, (count / Self.choicesPerUnit).squareRoot()))
    }
  }
}
