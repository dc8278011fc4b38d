/// Cover inequalities: of columns that overfill a row together, not all can be taken.
///
/// For a row Σ a_j x_j ≤ b with a ≥ 0 and a cover C (one column of each of some items, Σ_C a > b)
/// every plan keeps Σ_C x ≤ |C| − 1. Heavier columns of the same items count with the cover's; others
/// are lifted by as many of the cover's heaviest members as they outweigh (Balas, Facets of the
/// knapsack polytope, 1975).
struct CoverCuts {
  /// Least violation of a cut worth adding.
  private static let leastViolation = 1e-3

  let program: ChoiceProgram
  /// Rows of the program without cuts whose weights are all ≥ 0.
  private let knapsacks: [Int]

  init(program: ChoiceProgram) {
    self.program = program
    knapsacks = (0..<program.core.variables.count).filter { row in
      var isKnapsack = !program.isEquality[row] && program.limit[row] > 0
      var count = 0
      program.byRow.forEach(row) { column, value in
        if value < 0 || Int(column) >= program.itemColumnCount { isKnapsack = false }
        if value > 0 { count += 1 }
      }
      return isKnapsack && count > 2
    }
  }

  /// Cuts that the weights violate, one a row at the most. `weight` is by item column.
  func violated(by weight: [Double]) -> [ChoiceProgram.Cut] {
    knapsacks.compactMap { cut(ofRow: $0, weight) }
  }

  private struct Member {
    var item: Int
    var amount: Double
    var weight: Double
  }

  private func cut(ofRow row: Int, _ weight: [Double]) -> ChoiceProgram.Cut? {
    guard var cover = cover(ofRow: row, weight) else { return nil }
    minimise(&cover, limit: program.limit[row])
    guard cover.count > 1 else { return nil }
    let lifted = lift(cover, row: row)
    var activity = 0.0
    for (column, value) in zip(lifted.columns, lifted.values) {
      activity += value * weight[Int(column)]
    }
    return activity > lifted.limit + Self.leastViolation ? lifted : nil
  }

  /// Members by rising (1 − weight) per amount until they overfill the row. An item's weight at an
  /// amount is that of its columns that are at least as heavy.
  private func cover(ofRow row: Int, _ weight: [Double]) -> [Member]? {
    var candidates: [Member] = []
    var byItem: [Int: [(amount: Double, weight: Double)]] = [:]
    var items: [Int] = []
    program.byRow.forEach(row) { column, amount in
      guard amount > 0, weight[Int(column)] > 1e-9 else { return }
      let item = Int(program.itemOfColumn[Int(column)])
      if byItem[item] == nil { items.append(item) }
      byItem[item, default: []].append((amount, weight[Int(column)]))
    }
    for item in items {
      // The amount that promises most: heavier ones have less weight above them.
      let columns = byItem[item]!.sorted { $0.amount > $1.amount }
      var sum = 0.0
      var best: Member?
      for column in columns {
        sum += column.weight
        let member = Member(item: item, amount: column.amount, weight: min(1, sum))
        if best == nil
          || (1 - member.weight) / member.amount < (1 - best!.weight) / best!.amount
        {
          best = member
        }
      }
      if let best { candidates.append(best) }
    }
    candidates.sort {
      ((1 - $0.weight) / $0.amount, -$0.amount, $0.item)
        < ((1 - $1.weight) / $1.amount, -$1.amount, $1.item)
    }
    var cover: [Member] = []
    var sum = 0.0
    for candidate in candidates {
      cover.append(candidate)
      sum += candidate.amount
      if sum > program.limit[row] * (1 + 1e-9) + 1e-9 { return cover }
    }
    return nil
  }

  /// Drops members the cover does without, those of least weight first.
  private func minimise(_ cover: inout [Member], limit: Double) {
    var sum = cover.reduce(0) { $0 + $1.amount }
    for member in cover.sorted(by: { ($0.weight, $0.item) < ($1.weight, $1.item) })
    where sum - member.amount > limit * (1 + 1e-9) + 1e-9 {
      cover.removeAll { $0.item == member.item }
      sum -= member.amount
    }
  }

  private func lift(_ cover: [Member], row: Int) -> ChoiceProgram.Cut {
    var amountOfItem: [Int: Double] = [:]
    for member in cover { amountOfItem[member.item] = member.amount }
    // prefix[h]: what the h heaviest members weigh together.
    var prefix = [0.0]
    for amount in cover.map(\.amount).sorted(by: >) { prefix.append(prefix.last! + amount) }
    var cut = ChoiceProgram.Cut(columns: [], values: [], limit: Double(cover.count - 1))
    program.byRow.forEach(row) { column, amount in
      let item = Int(program.itemOfColumn[Int(column)])
      var value = 0.0
      if let own = amountOfItem[item] {
        if amount >= own { value = 1 }
      } else {
        var outweighed = 0
        while outweighed < cover.count && prefix[outweighed + 1] <= amount { outweighed += 1 }
        value = Double(outweighed)
      }
      if value > 0 {
        cut.columns.append(column)
        cut.values.append(value)
      }
    }
    return cut
  }
}
