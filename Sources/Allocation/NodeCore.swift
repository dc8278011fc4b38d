/// The part of a root core that matters at one node of the branching tree.
struct NodeCore {
  /// Choices near their item's best: what the node's relaxation is solved on.
  var core: Core
  /// Everything that can still be part of a better plan.
  var mask: ChoiceMask
  /// Whether `core` holds all of `mask`; leaves need that.
  var isWhole: Bool
  /// Choices of the root core that were kept as near, where not all were.
  var near: [Int]
}

extension Core {
  /// Cores with fewer choices are not worth thinning.
  private static let thinningThreshold = 400

  /// The exact bound of the masked part of this core at a point; −∞ when an item has no choice.
  func bound(at point: [Double], _ mask: ChoiceMask) -> Double {
    var sum = variables.sharedBound(at: point, scale: scale) + settledConstant
    sum += variables.roundingAllowance(at: point)
    for variable in point.indices { sum += settledVector[variable] * point[variable] }
    for position in items.indices {
      var best = mask[empty: position] ? 0 : -Double.infinity
      for choice in choiceStart[position]..<choiceStart[position + 1] where mask[choice] {
        best = max(best, profit(choice, at: point))
      }
      sum += best
    }
    return sum
  }

  /// The node's core: without choices whose regret at the point exceeds what the bound there and
  /// the incumbent leave room for; then, where many are left, only those within `nearness` of their
  /// gross worth, and `extra`. Nil when an item has no choice left.
  ///
  /// `bound` must be this mask's bound at this very point.
  func node(
    _ mask: ChoiceMask, at point: [Double], bound: Double, incumbent: Double, nearness: Double,
    extra: [Int]
  ) -> NodeCore? {
    // A little more room than needed: rounding must not drop an optimal choice.
    let room =
      incumbent.isFinite
      ? bound - incumbent + 1e-9 * max(abs(bound), abs(incumbent)) : Double.infinity
    var mask = mask
    var settled = [Int?](repeating: nil, count: items.count)
    var isNear = [Bool](repeating: false, count: choiceCount)
    var alive = 0
    var lifters = RowLifters(core: self)
    for position in items.indices {
      guard
        let item = thin(
          &mask, position, at: point, room: room, nearness: nearness, &isNear, &lifters)
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
    let core = narrowed(
      settled: settled, keeps: { mask[$0] && (isWhole || isNear[$0]) },
      mayBeEmpty: { mask[empty: $0] })
    return NodeCore(
      core: core, mask: mask, isWhole: isWhole,
      near: isWhole ? [] : isNear.indices.filter { isNear[$0] })
  }

  /// Masks out the item's hopeless choices and marks the near ones; returns how many are left and
  /// the last of them, nil when the item has none.
  private func thin(
    _ mask: inout ChoiceMask, _ position: Int, at point: [Double], room: Double, nearness: Double,
    _ isNear: inout [Bool], _ lifters: inout RowLifters
  ) -> (left: Int, last: Int)? {
    var best = mask[empty: position] ? 0 : -Double.infinity
    var bestChoice = -1
    let range = choiceStart[position]..<choiceStart[position + 1]
    for choice in range where mask[choice] {
      let value = profit(choice, at: point)
      if value > best {
        best = value
        bestChoice = choice
      }
    }
    if best == -.infinity { return nil }
    var left = 0
    var last = -1
    for choice in range where mask[choice] {
      let regret = best - profit(choice, at: point)
      if regret <= room {
        left += 1
        last = choice
        for entry in coefficientStart[choice]..<coefficientStart[choice + 1] {
          lifters.offer(
            choice, regret: regret, variable: Int(coefficientVariable[entry]),
            coefficient: coefficientValue[entry])
        }
        isNear[choice] = regret <= nearness * gross(choice, at: point)
      } else {
        mask[choice] = false
      }
    }
    if bestChoice >= 0 { isNear[bestChoice] = true }
    if best > room { mask[empty: position] = false }
    return (left, last)
  }

  /// Masked choices near their item's best at a point.
  func near(at point: [Double], _ mask: ChoiceMask, nearness: Double) -> [Int] {
    var near: [Int] = []
    for position in items.indices {
      let range = choiceStart[position]..<choiceStart[position + 1]
      var best = mask[empty: position] ? 0 : -Double.infinity
      for choice in range where mask[choice] { best = max(best, profit(choice, at: point)) }
      for choice in range
      where mask[choice] && best - profit(choice, at: point) <= nearness * gross(choice, at: point)
      {
        near.append(choice)
      }
    }
    return near
  }

  /// What a choice earns at a point before it pays anything.
  func gross(_ choice: Int, at point: [Double]) -> Double {
    var gross = max(0, constant[choice])
    forEachCoefficient(of: choice) { variable, value in
      if value > 0 { gross += value * max(0, point[variable]) }
    }
    return gross
  }
}

/// The choices of least regret that lift each row with a lower side: a thinned core without them
/// could not reach it, and its price would run away.
private struct RowLifters {
  private static let extra = 10
  private static let perUnit = 2.0
  private static let forCosts = 50

  /// Choices to keep by variable; 0 for variables that are not the price of a lower side.
  private let capacity: [Int]
  private var entries: [[(regret: Double, choice: Int)]]
  /// Regret from which on a variable's list takes no more.
  private var worst: [Double]

  init(core: Core) {
    let variables = core.variables
    var capacity = [Int](repeating: 0, count: variables.count)
    for (row, variable) in variables.lowerVariable.enumerated() where variable >= 0 {
      let rule = variables.index.problem.rows[row]
      let units = rule.inside.perCost == 0 ? Self.perUnit * max(0, rule.lower) : 0
      capacity[Int(variable)] =
        rule.inside.perCost == 0 ? Int(units) + Self.extra : Self.forCosts
    }
    self.capacity = capacity
    worst = [Double](repeating: .infinity, count: capacity.count)
    entries = [[(regret: Double, choice: Int)]](repeating: [], count: capacity.count)
  }

  mutating func offer(_ choice: Int, regret: Double, variable: Int, coefficient: Double) {
    guard coefficient > 0, capacity[variable] > 0, regret < worst[variable] else { return }
    entries[variable].append((regret, choice))
    if entries[variable].count >= 4 * capacity[variable] { trim(variable) }
  }

  private mutating func trim(_ variable: Int) {
    entries[variable].sort { ($0.regret, $0.choice) < ($1.regret, $1.choice) }
    guard entries[variable].count >= capacity[variable] else { return }
    entries[variable].removeLast(entries[variable].count - capacity[variable])
    worst[variable] = entries[variable].last?.regret ?? .infinity
  }

  mutating func nearest() -> [Int] {
    for variable in entries.indices where !entries[variable].isEmpty { trim(variable) }
    return entries.flatMap { $0.map(\.choice) }
  }
}
