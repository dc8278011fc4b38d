import LinearAlgebra

/// A core without saturating pools, as a linear program in its choices.
///
///     maximise  Σ_j worth_j x_j   subject to   Σ_{j of item} x_j = 1 for every item,
///               Σ_j a_vj x_j ≤ limit_v for every row v (= for the price of an equality),   x ≥ 0
///
/// An item that may take nothing has a column for that. Rows are those of the core's price
/// variables, so the program's prices are a point of the core, and cuts after them. Loose columns,
/// one for each group where output is limited, stand for output that is not served.
struct ChoiceProgram: Sendable {
  /// An inequality every plan keeps: Σ value_j x_j ≤ limit.
  struct Cut: Sendable {
    var columns: [Int32]
    var values: [Double]
    var limit: Double
  }

  /// Size of the perturbation that tells equal worths apart, as a share of a typical worth.
  private static let perturbation = 1e-7

  let core: Core
  let cuts: [Cut]
  /// Columns of the item at a position: `columnStart[position] ..< columnStart[position + 1]`.
  let columnStart: [Int]
  /// Choice of every item column, −1 for taking nothing.
  let choiceOfColumn: [Int32]
  let itemOfColumn: [Int32]
  /// Worth of item columns, then of loose ones.
  let worth: [Double]
  /// The same, told apart where equal.
  let perturbedWorth: [Double]
  /// Limits of the rows, settled items counted in.
  let limit: [Double]
  let isEquality: [Bool]
  let byRow: SparseLists
  let byColumn: SparseLists
  /// Items' columns, without the loose ones.
  var itemColumnCount: Int { choiceOfColumn.count }
  /// Item columns and loose ones; slacks are numbered after them.
  var columnCount: Int { worth.count }
  var rowCount: Int { limit.count }
  var itemCount: Int { columnStart.count - 1 }

  init(core: Core, cuts: [Cut] = []) {
    self.core = core
    self.cuts = cuts
    var builder = Builder(core: core)
    for position in core.items.indices { builder.addItem(position) }
    builder.addLooseColumns()
    columnStart = builder.columnStart
    choiceOfColumn = builder.choiceOfColumn
    itemOfColumn = builder.itemOfColumn
    worth = builder.worth
    let variables = core.variables
    var limit = core.settledVector
    variables.forEachLimit { limit[$0] += core.scale * $1 }
    self.limit = limit + cuts.map(\.limit)
    isEquality = variables.isFree + cuts.map { _ in false }
    var entries = builder.entries
    for (number, cut) in cuts.enumerated() {
      for (column, value) in zip(cut.columns, cut.values) {
        entries.append((Int32(variables.count + number), column, value))
      }
    }
    byRow = SparseLists(
      count: self.limit.count, entries: entries.map { (list: $0.row, item: $0.column, $0.value) })
    byColumn = SparseLists(
      count: worth.count, entries: entries.map { (list: $0.column, item: $0.row, $0.value) })
    let typical = worth.reduce(0) { $0 + abs($1) } / Double(max(1, worth.count))
    var random = SeededGenerator(seed: 1)
    let step = Self.perturbation * max(typical, 1e-12)
    perturbedWorth = worth.indices.map { column in
      // Unserved output keeps its worth: its price domain is a hard limit.
      column < builder.choiceOfColumn.count
        ? builder.worth[column] + step * random.nextUniform() : builder.worth[column]
    }
  }

  private struct Builder {
    let core: Core
    var columnStart = [0]
    var choiceOfColumn: [Int32] = []
    var itemOfColumn: [Int32] = []
    var worth: [Double] = []
    var entries: [(row: Int32, column: Int32, value: Double)] = []

    mutating func addItem(_ position: Int) {
      for choice in core.choiceStart[position]..<core.choiceStart[position + 1] {
        let column = Int32(worth.count)
        // Profit falls by what a row charges: the row's weight is the coefficient's negative.
        core.forEachCoefficient(of: choice) { variable, value in
          if value != 0 { entries.append((Int32(variable), column, -value)) }
        }
        append(Int32(choice), position, core.constant[choice])
      }
      if core.mayBeEmpty[position] { append(-1, position, 0) }
      columnStart.append(worth.count)
    }

    private mutating func append(_ choice: Int32, _ position: Int, _ value: Double) {
      choiceOfColumn.append(choice)
      itemOfColumn.append(Int32(position))
      worth.append(value)
    }

    mutating func addLooseColumns() {
      let variables = core.variables
      for group in 0..<variables.index.problem.groupCount where variables.hasOutputPrice(group) {
        let column = Int32(worth.count)
        for (variable, sign) in variables.outputTerms(of: group) {
          entries.append((Int32(variable), column, -sign))
        }
        worth.append(-variables.index.problem.groupWorth[group])
      }
    }
  }
}

extension ChoiceProgram {
  /// No choice of the allowed columns is worth more: the Lagrangian bound at the prices, summed with
  /// the true worths; −∞ when an item has no column left.
  ///
  /// Any prices will do; those outside their domain are moved into it first.
  func bound(at prices: [Double], allowed: [Bool]) -> Double {
    evaluate(at: prices, allowed: allowed).bound
  }

  /// The bound, and by item column how far it falls short of its item's best allowed one there.
  func evaluate(at prices: [Double], allowed: [Bool]) -> (bound: Double, regret: [Double]) {
    let prices = inDomain(prices)
    var sum = core.settledConstant + core.variables.roundingAllowance(at: prices)
    var size = abs(sum)
    for row in 0..<rowCount where prices[row] != 0 {
      sum += prices[row] * limit[row]
      size += abs(prices[row] * limit[row])
    }
    var profit = profits(at: prices)
    for item in 0..<itemCount {
      var best = -Double.infinity
      for column in columnStart[item]..<columnStart[item + 1] where allowed[column] {
        best = max(best, profit[column])
      }
      guard best.isFinite else { return (-.infinity, profit) }
      sum += best
      size += abs(best)
      for column in columnStart[item]..<columnStart[item + 1] {
        profit[column] = best - profit[column]
      }
    }
    return (sum + 1e-14 * size, profit)
  }

  /// Priced profit of every item column.
  func profits(at prices: [Double]) -> [Double] {
    var profit = Array(worth[..<itemColumnCount])
    profit.withUnsafeMutableBufferPointer { profit in
      for row in 0..<rowCount where prices[row] != 0 {
        byRow.forEach(row) { column, value in
          if Int(column) < profit.count { profit[Int(column)] -= prices[row] * value }
        }
      }
    }
    return profit
  }

  private func inDomain(_ prices: [Double]) -> [Double] {
    var prices = prices
    for row in 0..<rowCount where !isEquality[row] { prices[row] = max(0, prices[row]) }
    core.variables.raiseNetWorth(&prices)
    return prices
  }
}

/// Lists of (item, value), end to end.
struct SparseLists: Sendable {
  let start: [Int]
  let item: [Int32]
  let value: [Double]

  /// Entries keep their order within a list.
  init(count: Int, entries: [(list: Int32, item: Int32, value: Double)]) {
    var start = [Int](repeating: 0, count: count + 1)
    for entry in entries { start[Int(entry.list) + 1] += 1 }
    for list in 0..<count { start[list + 1] += start[list] }
    var next = start
    var item = [Int32](repeating: 0, count: entries.count)
    var value = [Double](repeating: 0, count: entries.count)
    for entry in entries {
      item[next[Int(entry.list)]] = entry.item
      value[next[Int(entry.list)]] = entry.value
      next[Int(entry.list)] += 1
    }
    self.start = start
    self.item = item
    self.value = value
  }

  @inline(__always)
  func forEach(_ list: Int, _ body: (Int32, Double) -> Void) {
    for entry in start[list]..<start[list + 1] { body(item[entry], value[entry]) }
  }
}
