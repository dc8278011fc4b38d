import Allocation

/// Every choice of every item of a small problem, with what it adds to each row.
struct ChoiceTable {
  let rowCount: Int
  /// Items that have a choice to make or an only one to take; required ones first.
  private(set) var items: [Int] = []
  /// Choices of `items[place]` are `starts[place] ..< starts[place + 1]`.
  private(set) var starts: [Int] = [0]
  private(set) var options: [[Int]] = []
  /// Choice × row, row-major.
  private(set) var weights: [Double] = []
  /// What the choice adds to the aim that is to be small.
  private(set) var costs: [Double] = []
  /// Whether some item must take what it cannot.
  private(set) var isImpossible = false

  /// Nil when there are more choices than `maximum`.
  init?(_ problem: AllocationProblem, maximum: Int) {
    rowCount = problem.rows.count
    let order = problem.items.indices.sorted {
      (Self.isFree(problem.items[$0]) ? 1 : 0, $0) < (Self.isFree(problem.items[$1]) ? 1 : 0, $1)
    }
    for item in order {
      let isFree = Self.isFree(problem.items[item])
      if isFree && problem.optionStart[item] == problem.optionStart[item + 1] { continue }
      let room = maximum - options.count
      guard let choices = Self.choices(of: item, in: problem, most: room) else { return nil }
      if choices.isEmpty { isImpossible = true }
      items.append(item)
      for choice in choices { append(choice, item: item, of: problem) }
      starts.append(options.count)
    }
  }

  private static func isFree(_ item: AllocationItem) -> Bool {
    !item.isRequired && item.requiredKinds.isEmpty
  }

  /// Sets of options that the item's own rules allow, the empty one among them if it may be.
  private static func choices(
    of item: Int, in problem: AllocationProblem, most: Int
  ) -> [[Int]]? {
    let rules = problem.items[item]
    var found: [[Int]] = []
    var isTooMany = false
    func extend(_ chosen: [Int], from start: Int, spend: Double) {
      if found.count > most { isTooMany = true }
      if isTooMany { return }
      let kinds = chosen.map { problem.optionKind[$0] }
      let holds =
        (chosen.isEmpty ? isFree(rules) : true)
        && rules.requiredKinds.allSatisfy { wanted in kinds.contains { wanted.contains($0) } }
      if holds { found.append(chosen) }
      guard chosen.count < rules.slots else { return }
      for option in start..<problem.optionStart[item + 1] {
        let key = problem.kindExclusion[Int(problem.optionKind[option])]
        let total = spend + problem.optionCost[option]
        guard !kinds.contains(where: { problem.kindExclusion[Int($0)] == key }),
          total <= rules.spendLimit + AllocationSlack.of(rules.spendLimit)
        else { continue }
        extend(chosen + [option], from: option + 1, spend: total)
      }
    }
    extend([], from: problem.optionStart[item], spend: 0)
    return isTooMany ? nil : found
  }

  private mutating func append(_ choice: [Int], item: Int, of problem: AllocationProblem) {
    options.append(choice)
    for row in problem.rows {
      var weight = choice.isEmpty ? 0 : row.perFixedCost * problem.items[item].fixedCost
      var isTouched = false
      for option in choice {
        weight += problem.weight(of: option, ofItem: item, in: row)
        isTouched =
          isTouched || row.isInside(item: item, kind: Int(problem.optionKind[option]))
      }
      weights.append(weight + (isTouched ? row.perTouchedItem : 0))
    }
    var cost = choice.isEmpty ? 0 : problem.costWeight * problem.items[item].fixedCost
    for option in choice {
      cost += problem.costWeight * problem.optionCost[option]
      cost -= problem.optionValue.isEmpty ? 0 : problem.optionValue[option]
    }
    costs.append(cost)
  }
}
