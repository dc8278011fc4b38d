/// The part of a store that matters at one node of the branching tree.
struct NodeCore {
  /// Choices near their item's best: what the node's relaxation is solved on.
  var core: Core
  /// Everything that can still be part of a better plan.
  var mask: ChoiceMask
  /// Whether `core` holds all of `mask`; leaves need that.
  var isWhole: Bool
  /// Choices of `mask`.
  var left: Int
  /// Choices of the store that were kept as near, where not all were.
  var near: [Int]
}

extension ChoiceStore {
  /// Cores with fewer choices are not worth thinning.
  private static let thinningThreshold = 400

  /// The exact bound of the masked choices at a point; −∞ when an item has no choice.
  ///
  /// - Parameter worth: of every masked choice at the point.
  func bound(at point: [Double], _ mask: ChoiceMask, _ worth: ChoiceWorth) -> Double {
    var sum = variables.sharedBound(at: point, scale: 1) + variables.roundingAllowance(at: point)
    for position in items.indices {
      var best = mask[empty: position] ? 0 : -Double.infinity
      mask.forEach(in: choiceStart[position]..<choiceStart[position + 1]) { choice in
        best = max(best, worth.profit[choice])
      }
      sum += best
    }
    return sum
  }

  /// The node's core: without choices whose regret at the point exceeds what the bound there and
  /// the incumbent leave room for; then, where many are left, only those within `nearness` of their
  /// gross worth, and `extra`. Nil when an item has no choice left.
  ///
  /// `bound` must be this mask's bound at this very point, and `worth` that of its choices there.
  func node(
    _ mask: ChoiceMask, _ worth: ChoiceWorth, _ lifted: LiftedRows, bound: Double,
    incumbent: Double, nearness: Double, extra: [Int]
  ) -> NodeCore? {
    // A little more room than needed: rounding must not drop an optimal choice.
    let room =
      incumbent.isFinite
      ? bound - incumbent + 1e-9 * max(abs(bound), abs(incumbent)) : Double.infinity
    var mask = mask
    var settled = [Int?](repeating: nil, count: items.count)
    var isNear = [Bool](repeating: false, count: choiceCount)
    var alive = 0
    var lifters = RowLifters(lifted)
    for position in items.indices {
      guard
        let item = thin(
          &mask, position, worth, room: room, nearness: nearness, &isNear, &lifters)
      else { return nil }
      alive += item.left
      if item.left == 0 { settled[position] = -1 }
      if item.left == 1 && !mask[empty: position] { settled[position] = item.last }
    }
    let isWhole = alive <= Self.thinningThreshold || nearness == .infinity
    if !isWhole {
      for choice in extra where mask[choice] { isNear[choice] = true }
      for choice in lifters.nearest() { isNear[choice] = true }
    }
    let core = core(
      settled: settled, keeps: { mask[$0] && (isWhole || isNear[$0]) },
      mayBeEmpty: { mask[empty: $0] })
    return NodeCore(
      core: core, mask: mask, isWhole: isWhole, left: alive,
      near: isWhole ? [] : isNear.indices.filter { isNear[$0] })
  }

  /// Masks out the item's hopeless choices and marks the near ones; returns how many are left and
  /// the last of them, nil when the item has none.
  private func thin(
    _ mask: inout ChoiceMask, _ position: Int, _ worth: ChoiceWorth, room: Double, nearness: Double,
    _ isNear: inout [Bool], _ lifters: inout RowLifters
  ) -> (left: Int, last: Int)? {
    var best = mask[empty: position] ? 0 : -Double.infinity
    var bestChoice = -1
    let range = choiceStart[position]..<choiceStart[position + 1]
    mask.forEach(in: range) { choice in
      let value = worth.profit[choice]
      if value > best {
        best = value
        bestChoice = choice
      }
    }
    if best == -.infinity { return nil }
    var left = 0
    var last = -1
    mask.keep(in: range) { choice in
      let regret = best - worth.profit[choice]
      guard regret <= room else { return false }
      left += 1
      last = choice
      lifters.offer(choice, regret: regret)
      isNear[choice] = regret <= nearness * worth.gross[choice]
      return true
    }
    if bestChoice >= 0 { isNear[bestChoice] = true }
    if best > room { mask[empty: position] = false }
    return (left, last)
  }

  /// Masked choices near their item's best where they are worth this.
  func near(_ mask: ChoiceMask, _ worth: ChoiceWorth, nearness: Double) -> [Int] {
    var near: [Int] = []
    for position in items.indices {
      let range = choiceStart[position]..<choiceStart[position + 1]
      var best = mask[empty: position] ? 0 : -Double.infinity
      mask.forEach(in: range) { best = max(best, worth.profit[$0]) }
      mask.forEach(in: range) { choice in
        if best - worth.profit[choice] <= nearness * worth.gross[choice] { near.append(choice) }
      }
    }
    return near
  }

  /// The core with some items settled and some choices left out.
  ///
  /// - Parameters:
  ///   - settled: by position: nil leaves the item open, −1 settles it on nothing, else the choice.
  ///   - keeps: whether an open item's choice stays.
  ///   - mayBeEmpty: whether an open item may take nothing.
  private func core(
    settled: [Int?], keeps: (Int) -> Bool, mayBeEmpty: (Int) -> Bool
  ) -> Core {
    var builder = CoreBuilder(variables)
    for position in items.indices {
      if let choice = settled[position] {
        if choice >= 0 { builder.settle(choices.options(choice)) }
        continue
      }
      builder.begin(item: Int(items[position]), mayBeEmpty: mayBeEmpty(position))
      for choice in choiceStart[position]..<choiceStart[position + 1] where keeps(choice) {
        builder.append(choices.options(choice))
      }
    }
    return builder.finished()
  }
}

/// Which rows with a lower side every choice of a store lifts, and how many choices each row needs near.
struct LiftedRows: Sendable {
  private static let extra = 10
  private static let perUnit = 2.0
  private static let forCosts = 50

  /// Choices to keep by variable; 0 for variables that are not the price of a lower side.
  let capacity: [Int]
  /// Variables of a choice are `variables[start[choice] ..< start[choice + 1]]`.
  fileprivate let start: [Int32]
  fileprivate let variables: [Int32]

  init(_ store: ChoiceStore) {
    var capacity = [Int](repeating: 0, count: store.variables.count)
    for (row, variable) in store.variables.lowerVariable.enumerated() where variable >= 0 {
      let rule = store.variables.index.problem.rows[row]
      let isCount = rule.inside.perCost == 0 && rule.inside.perAmount == 0
      let units = isCount ? Self.perUnit * max(0, rule.lower) : 0
      capacity[Int(variable)] = isCount ? Int(units) + Self.extra : Self.forCosts
    }
    var start: [Int32] = [0]
    var variables: [Int32] = []
    start.reserveCapacity(store.choiceCount + 1)
    for choice in 0..<store.choiceCount {
      store.forEachCoefficient(of: choice) { variable, coefficient in
        if coefficient > 0, capacity[variable] > 0 { variables.append(Int32(variable)) }
      }
      start.append(Int32(variables.count))
    }
    self.capacity = capacity
    self.start = start
    self.variables = variables
  }
}

/// The choices of least regret that lift each row with a lower side: a thinned core without them
/// could not reach it, and its price would run away.
private struct RowLifters {
  private let rows: LiftedRows
  private var entries: [[(regret: Double, choice: Int)]]
  /// Regret from which on a variable's list takes no more.
  private var worst: [Double]

  init(_ rows: LiftedRows) {
    self.rows = rows
    worst = [Double](repeating: .infinity, count: rows.capacity.count)
    entries = [[(regret: Double, choice: Int)]](repeating: [], count: rows.capacity.count)
  }

  @inline(__always)
  mutating func offer(_ choice: Int, regret: Double) {
    for entry in rows.start[choice]..<rows.start[choice + 1] {
      let variable = Int(rows.variables[Int(entry)])
      if regret < worst[variable] { insert(choice, regret: regret, variable: variable) }
    }
  }

  private mutating func insert(_ choice: Int, regret: Double, variable: Int) {
    entries[variable].append((regret, choice))
    if entries[variable].count >= 4 * rows.capacity[variable] { trim(variable) }
  }

  private mutating func trim(_ variable: Int) {
    entries[variable].sort { ($0.regret, $0.choice) < ($1.regret, $1.choice) }
    let most = rows.capacity[variable]
    guard entries[variable].count >= most else { return }
    entries[variable].removeLast(entries[variable].count - most)
    worst[variable] = entries[variable].last?.regret ?? .infinity
  }

  mutating func nearest() -> [Int] {
    for variable in entries.indices where !entries[variable].isEmpty { trim(variable) }
    return entries.flatMap { $0.map(\.choice) }
  }
}
