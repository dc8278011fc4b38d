/// One row Σ a_j x_j ≤ b, a > 0, of items that take one column each at the most, with the weights of a
/// fractional solution.
package struct KnapsackRow {
  package struct Entry {
    package var column: Int32
    /// On the row; positive.
    package var amount: Double
    /// In the fractional solution; from 0 to 1.
    package var weight: Double
    /// How little the column promises beside its item's best; any unit.
    package var regret: Double

    package init(column: Int32, amount: Double, weight: Double, regret: Double = 0) {
      self.column = column
      self.amount = amount
      self.weight = weight
      self.regret = regret
    }
  }

  /// Σ value_j x_j ≤ limit.
  package struct Inequality {
    package var columns: [Int32] = []
    package var values: [Double] = []
    package var limit = 0.0
  }

  /// Weights this near 0 or 1 are whole.
  static let integrality = 1e-6
  /// Most columns with parted weight that are separated.
  private static let mostParts = 60
  /// Least violation per length of an inequality worth having.
  private static let leastViolation = 1e-3
  /// Whole coefficients are looked for up to this, else taken in steps of one in so many.
  private static let largestFactor = 60
  private static let steps = 100.0
  /// Sums of coefficients beyond this make no inequality.
  private static let largestSum = 5_000

  /// By item: its columns on the row.
  let items: [[Entry]]
  let limit: Double

  package init(items: [[Entry]], limit: Double) {
    self.items = items
    self.limit = limit
  }

  /// An inequality that every whole solution keeps and the weights break, nil when none is found.
  ///
  /// Columns of weight 0 and items of weight 1 are set aside, what is left is separated exactly, and
  /// the inequality is lifted to all columns again, first those of the items set aside at 1, whose
  /// amounts become free, then the others (Avella, Boccia and Vasilyev, A computational study of exact
  /// knapsack separation for the generalized assignment problem, 2010). Columns of one item exclude
  /// each other and are lifted together.
  ///
  /// `work` counts the numbers looked at.
  package func violatedInequality(work: inout Int) -> Inequality? {
    let whole = items.map { $0.first { $0.weight > 1 - Self.integrality }?.amount }
    let room = whole.reduce(limit) { $0 - ($1 ?? 0) }
    var members: [KnapsackSeparation.Member] = []
    for (item, entries) in items.enumerated() where whole[item] == nil {
      for entry in entries where entry.weight > Self.integrality {
        members.append(
          .init(item: item, column: entry.column, amount: entry.amount, weight: entry.weight))
      }
    }
    guard !members.isEmpty, members.count <= Self.mostParts, room >= 0 else { return nil }
    var separation = KnapsackSeparation(members: members, capacity: room)
    let coefficients = separation.coefficients()
    work += separation.work
    guard let coefficients,
      let lifted = lift(
        Self.whole(coefficients), of: members, room: room, whole: whole, work: &work)
    else { return nil }
    return isViolated(lifted) ? lifted : nil
  }

  private func isViolated(_ inequality: Inequality) -> Bool {
    let pairs = items.joined().map { ($0.column, $0.weight) }
    let weight = Dictionary(uniqueKeysWithValues: pairs)
    var activity = 0.0
    var length = 0.0
    for (column, value) in zip(inequality.columns, inequality.values) {
      activity += value * weight[column]!
      length += value * value
    }
    return activity > inequality.limit + Self.leastViolation * length.squareRoot()
  }

  /// The coefficients as whole numbers in the same proportion, as near as small ones come: any are
  /// valid with the limit that fits them.
  private static func whole(_ coefficients: [Double]) -> [Int] {
    for factor in 1...largestFactor {
      let scaled = coefficients.map { Double(factor) * $0 }
      if scaled.allSatisfy({ abs($0 - $0.rounded()) < 1e-5 }) {
        return scaled.map { max(0, Int($0.rounded())) }
      }
    }
    return coefficients.map { max(0, Int((steps * $0).rounded())) }
  }

  // MARK: Lifting

  private func lift(
    _ values: [Int], of members: [KnapsackSeparation.Member], room: Double, whole: [Double?],
    work: inout Int
  ) -> Inequality? {
    var room = room
    var result = Inequality()
    func take(_ entry: Entry, _ value: Int) {
      guard value > 0 else { return }
      result.columns.append(entry.column)
      result.values.append(Double(value))
    }
    var parted: [Int: [Int32: Int]] = [:]
    for (member, value) in zip(members, values) {
      parted[member.item, default: [:]][member.column] = value
    }
    var alternatives: [[KnapsackProfile.Alternative]] = items.indices.map { item in
      guard let known = parted[item] else { return [] }
      return items[item].compactMap { entry in
        known[entry.column].map { .init(value: $0, amount: entry.amount) }
      }
    }
    let partedItems = parted.keys.sorted()
    var bound = profile(of: partedItems, alternatives).value(within: room)
    // What a column takes from the best that the others reach, it may count for.
    for item in partedItems {
      var others: KnapsackProfile?
      for entry in items[item] {
        if let value = parted[item]![entry.column] {
          take(entry, value)
          continue
        }
        if others == nil { others = profile(of: partedItems.filter { $0 != item }, alternatives) }
        let value = bound - others!.value(within: room - entry.amount)
        take(entry, value)
        alternatives[item].append(.init(value: value, amount: entry.amount))
      }
    }
    var profile = profile(of: partedItems, alternatives)
    for item in liftingOrder(without: parted, whole) {
      if let amount = whole[item] {
        room += amount
        bound = profile.value(within: room)
      }
      let lifted = items[item].map { entry in
        let value = bound - profile.value(within: room - entry.amount)
        take(entry, value)
        return KnapsackProfile.Alternative(value: value, amount: entry.amount)
      }
      profile.add(lifted)
      work += profile.count * lifted.count
      if profile.count > Self.largestSum { return nil }
    }
    result.limit = Double(bound)
    return result
  }

  private func profile(
    of items: [Int], _ alternatives: [[KnapsackProfile.Alternative]]
  ) -> KnapsackProfile {
    var profile = KnapsackProfile()
    for item in items { profile.add(alternatives[item]) }
    return profile
  }

  /// Items set aside at 1 first, then by least regret: earlier ones get the larger coefficients.
  private func liftingOrder(without parted: [Int: [Int32: Int]], _ whole: [Double?]) -> [Int] {
    let regret = items.map { $0.map(\.regret).min() ?? .infinity }
    return items.indices.filter { parted[$0] == nil }.sorted { left, right in
      if (whole[left] == nil) != (whole[right] == nil) { return whole[left] != nil }
      return (regret[left], left) < (regret[right], right)
    }
  }
}

/// Least amount that every value takes, of items of which at most one alternative each is taken.
struct KnapsackProfile {
  struct Alternative {
    var value: Int
    var amount: Double
  }

  /// By value from 0: the least amount of choices worth that or more; never falls.
  private var least: [Double] = [0]

  var count: Int { least.count }

  mutating func add(_ alternatives: [Alternative]) {
    let most = alternatives.reduce(0) { max($0, $1.value) }
    guard most > 0 else { return }
    let old = least
    least.append(contentsOf: repeatElement(.infinity, count: most))
    for alternative in alternatives where alternative.value > 0 {
      for total in 1..<least.count {
        let before = max(0, total - alternative.value)
        guard before < old.count else { break }
        least[total] = min(least[total], old[before] + alternative.amount)
      }
    }
  }

  /// Largest value whose amount keeps within a capacity; 0 where nothing does.
  func value(within capacity: Double) -> Int {
    var (low, high) = (0, least.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if least[middle] <= capacity { low = middle } else { high = middle }
    }
    return low
  }
}
