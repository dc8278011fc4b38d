import Allocation

/// Decides small problems exactly: depth first over items, cut off where no completion can reach a
/// row's limits or be better than the best.
struct ChoiceSearch {
  enum Outcome {
    case options([Int])
    case impossible
    /// More steps than allowed.
    case undecided
  }

  private let problem: AllocationProblem
  private let table: ChoiceTable
  /// What the items from a place on can add to a row at least and at most; place × row.
  private var least: [Double]
  private var most: [Double]
  /// The same of the aim, at least; by place.
  private var leastCost: [Double]
  private let lowers: [Double]
  private let uppers: [Double]
  private var stepsLeft: Int
  private let takesFirst: Bool
  private var chosen: [Int] = []
  private var best: [Int]?
  private var bestCost = Double.infinity

  /// - Parameters:
  ///   - takesFirst: whether any choice will do; else the one of the smallest aim is looked for.
  ///   - maximumSteps: a count, so that the outcome is the same on every machine.
  init(
    _ problem: AllocationProblem, _ table: ChoiceTable, takesFirst: Bool, maximumSteps: Int
  ) {
    self.problem = problem
    self.table = table
    self.takesFirst = takesFirst
    stepsLeft = maximumSteps
    lowers = problem.rows.map { $0.lower - AllocationSlack.of($0.lower) }
    uppers = problem.rows.map { $0.upper + AllocationSlack.of($0.upper) }
    let rows = table.rowCount
    least = [Double](repeating: 0, count: (table.items.count + 1) * rows)
    most = least
    leastCost = [Double](repeating: 0, count: table.items.count + 1)
    for place in table.items.indices.reversed() {
      let choices = table.starts[place]..<table.starts[place + 1]
      for row in 0..<rows {
        let weights = choices.lazy.map { table.weights[$0 * rows + row] }
        least[place * rows + row] = least[(place + 1) * rows + row] + (weights.min() ?? 0)
        most[place * rows + row] = most[(place + 1) * rows + row] + (weights.max() ?? 0)
      }
      let costs = choices.lazy.map { table.costs[$0] }
      leastCost[place] = leastCost[place + 1] + (costs.min() ?? 0)
    }
  }

  mutating func run() -> Outcome {
    if table.isImpossible { return .impossible }
    descend(0, [Double](repeating: 0, count: table.rowCount), 0)
    if let best, takesFirst || stepsLeft > 0 { return .options(best.sorted()) }
    return stepsLeft > 0 ? .impossible : .undecided
  }

  private var isDone: Bool { stepsLeft <= 0 || (takesFirst && best != nil) }

  private mutating func descend(_ place: Int, _ sums: [Double], _ cost: Double) {
    stepsLeft -= 1
    if isDone || cost + leastCost[place] >= bestCost { return }
    let rows = table.rowCount
    for row in 0..<rows
    where sums[row] + most[place * rows + row] < lowers[row]
      || sums[row] + least[place * rows + row] > uppers[row]
    {
      return
    }
    guard place < table.items.count else {
      best = chosen.flatMap { table.options[$0] }
      bestCost = cost
      return
    }
    for choice in table.starts[place]..<table.starts[place + 1] where !isDone {
      chosen.append(choice)
      if keepsLinks() {
        var next = sums
        for row in 0..<rows { next[row] += table.weights[choice * rows + row] }
        descend(place + 1, next, cost + table.costs[choice])
      }
      chosen.removeLast()
    }
  }

  /// Whether the links can still hold: items beyond the ones decided are open, those that are not
  /// in the table take nothing.
  private func keepsLinks() -> Bool {
    problem.links.allSatisfy { link in
      var taking = 0
      var idle = 0
      for member in link.members {
        guard let place = table.items.firstIndex(of: Int(member)) else {
          idle += 1
          continue
        }
        guard place < chosen.count else { continue }
        if table.options[chosen[place]].isEmpty { idle += 1 } else { taking += 1 }
      }
      return link.rule == .atMostOne ? taking <= 1 : taking == 0 || idle == 0
    }
  }
}
