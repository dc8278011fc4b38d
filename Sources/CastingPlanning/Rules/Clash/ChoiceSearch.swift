import Allocation

/// Decides small problems exactly: depth first over items, cut off where no completion can reach a
/// row's limits, or where row prices prove that none is cheap enough.
struct ChoiceSearch {
  enum Outcome {
    case options([Int])
    case impossible
    /// More steps than allowed.
    case undecided
  }

  private let problem: AllocationProblem
  private let table: ChoiceTable
  private let lowers: [Double]
  private let uppers: [Double]
  private let prices: RowPrices
  /// Places of the table's items in the order of decision, each with its choices by priced cost.
  private var order: [(place: Int, choices: [Int])] = []
  /// What the items from a depth on can add to a row at least and at most; depth × row.
  private var least: [Double] = []
  private var most: [Double] = []
  /// What they cost at least at the row prices, and what the limits give back there.
  private var leastPriced: [Double] = []
  private let refund: Double
  private var stepsLeft: Int
  private let takesFirst: Bool
  /// By how much costs differ if they do: whole yen, or anything.
  private let grain: Double
  private var chosen: [Int] = []
  private var depthOfItem: [Int: Int] = [:]
  private var best: [Int]?
  /// A plan must cost less.
  private var cutoff: Double

  /// Every item of the table must have a choice.
  ///
  /// - Parameters:
  ///   - takesFirst: whether any choice will do; else the one of the smallest aim is looked for.
  ///   - most: no plan of a larger aim is wanted, the budget for example.
  ///   - maximumSteps: a count, so that the outcome is the same on every machine.
  init(
    _ problem: AllocationProblem, _ table: ChoiceTable, takesFirst: Bool, most: Double,
    maximumSteps: Int
  ) {
    self.problem = problem
    self.table = table
    self.takesFirst = takesFirst
    stepsLeft = maximumSteps
    lowers = problem.rows.map { $0.lower - AllocationSlack.of($0.lower) }
    uppers = problem.rows.map { $0.upper + AllocationSlack.of($0.upper) }
    var dearest = 1.0
    for place in table.items.indices {
      dearest += table.costs[table.starts[place]..<table.starts[place + 1]].max() ?? 0
    }
    cutoff = min(dearest, most + AllocationSlack.of(most) + 1e-6)
    grain = table.costs.allSatisfy { $0 == $0.rounded() } ? 1 - 1e-6 : 1e-6
    prices = RowPrices(table, lowers: lowers, uppers: uppers, target: cutoff)
    var refund = 0.0
    for (row, price) in prices.prices.enumerated() where price != 0 {
      refund += price * (price > 0 ? uppers[row] : lowers[row])
    }
    self.refund = refund
    order = Self.ordered(table, prices.prices)
    for (depth, entry) in order.enumerated() { depthOfItem[table.items[entry.place]] = depth }
    fillRanges()
  }

  /// Items whose decision is clear first: what is open then stands against exact remainders.
  private static func ordered(
    _ table: ChoiceTable, _ prices: [Double]
  ) -> [(place: Int, choices: [Int])] {
    table.items.indices.map { place in
      let priced = (table.starts[place]..<table.starts[place + 1]).map {
        (choice: $0, cost: table.costs[$0] + table.charge(of: $0, at: prices))
      }.sorted { ($0.cost, $0.choice) < ($1.cost, $1.choice) }
      let regret = priced.count > 1 ? priced[1].cost - priced[0].cost : .infinity
      return (place: place, choices: priced.map(\.choice), regret: regret)
    }.sorted { ($1.regret, $0.place) < ($0.regret, $1.place) }.map { ($0.place, $0.choices) }
  }

  private mutating func fillRanges() {
    let rows = table.rowCount
    least = [Double](repeating: 0, count: (order.count + 1) * rows)
    most = least
    leastPriced = [Double](repeating: 0, count: order.count + 1)
    for (depth, entry) in order.enumerated().reversed() {
      for row in 0..<rows {
        let weights = entry.choices.map { table.weights[$0 * rows + row] }
        least[depth * rows + row] = least[(depth + 1) * rows + row] + (weights.min() ?? 0)
        most[depth * rows + row] = most[(depth + 1) * rows + row] + (weights.max() ?? 0)
      }
      let rowPrices = prices.prices
      let first = entry.choices.first.map { table.costs[$0] + table.charge(of: $0, at: rowPrices) }
      leastPriced[depth] = leastPriced[depth + 1] + (first ?? 0)
    }
  }

  mutating func run() -> Outcome {
    descend(0, [Double](repeating: 0, count: table.rowCount), cost: 0, priced: 0)
    if let best, takesFirst || stepsLeft > 0 { return .options(best.sorted()) }
    return stepsLeft > 0 ? .impossible : .undecided
  }

  private var isDone: Bool { stepsLeft <= 0 || (takesFirst && best != nil) }

  private mutating func descend(_ depth: Int, _ sums: [Double], cost: Double, priced: Double) {
    stepsLeft -= 1
    let bound = priced + leastPriced[depth] - refund
    // Rounding grows with what is added up and taken away again.
    let rounding = 1e-12 * (priced.magnitude + leastPriced[depth].magnitude + refund.magnitude)
    if isDone || bound - rounding > cutoff { return }
    let rows = table.rowCount
    for row in 0..<rows
    where sums[row] + most[depth * rows + row] < lowers[row]
      || sums[row] + least[depth * rows + row] > uppers[row]
    {
      return
    }
    guard depth < order.count else {
      guard cost <= cutoff else { return }
      best = chosen.flatMap { table.options[$0] }
      cutoff = cost - grain
      return
    }
    for choice in order[depth].choices where !isDone {
      chosen.append(choice)
      if keepsLinks() {
        var next = sums
        for row in 0..<rows { next[row] += table.weights[choice * rows + row] }
        descend(
          depth + 1, next, cost: cost + table.costs[choice],
          priced: priced + table.costs[choice] + table.charge(of: choice, at: prices.prices))
      }
      chosen.removeLast()
    }
  }

  /// Whether the links can still hold: items that are not decided yet are open, those that are not
  /// in the table take nothing.
  private func keepsLinks() -> Bool {
    problem.links.allSatisfy { link in
      var taking = 0
      var idle = 0
      var (deals, cost) = (0, 0.0)
      for member in link.members {
        guard let depth = depthOfItem[Int(member)] else {
          idle += 1
          continue
        }
        guard depth < chosen.count else { continue }
        let options = table.options[chosen[depth]]
        if options.isEmpty { idle += 1 } else { taking += 1 }
        deals += options.count
        for option in options { cost += problem.optionCost[option] }
      }
      return switch link.rule {
      case .atMostOne: taking <= 1
      case .allOrNone: taking == 0 || idle == 0
      case .within(let most, let limit):
        deals <= most && cost <= limit + AllocationSlack.of(limit)
      }
    }
  }
}
