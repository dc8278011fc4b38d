import LinearAlgebra

/// A core without saturating pools, as a linear program in its choices.
///
///     maximise  Σ_j worth_j x_j   subject to   Σ_{j of item} x_j = 1 for every item,
///               Σ_j a_vj x_j ≤ limit_v for every row v (= for the price of an equality),   x ≥ 0
///
/// An item that may take nothing has a column for that. Rows are those of the core's price
/// variables, so the program's prices are a point of the core, and cuts after them. Loose columns,
/// one for each group where output is limited, stand for output that is not served.
///
/// Where the core lists linked items one by one, rows between the core's and the cuts hold the links:
/// members of a link that act all or not at all take something by equal weights, and of those of which
/// one may act the weights sum to 1 at the most.
struct ChoiceProgram: Sendable {
  /// An inequality every plan keeps: Σ value_j x_j ≤ limit.
  struct Cut: Sendable {
    var columns: [Int32] = []
    var values: [Double] = []
    var limit: Double
    var isEquality = false
  }

  /// Size of the perturbation that tells equal worths apart, as a share of a typical worth.
  private static let perturbation = 1e-7
  /// Of a factorization, in the time in which a column is looked at.
  private static let operationsPerColumn = 16

  let core: Core
  /// Links between items of the core; none where items stand for their units.
  let links: [ItemLink]
  let cuts: [Cut]
  /// Rows before the cuts: the core's and the links'.
  let firstCut: Int
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
  /// Numbers that a pivot of the simplex method looks at: a row of columns, and its basis.
  var workPerPivot: Int { columnCount + rowCount * rowCount }
  /// Columns looked at in the time that laying out the program and factorizing its basis take.
  var workOfFactorizing: Int {
    columnCount + rowCount * rowCount * rowCount / Self.operationsPerColumn
  }

  init(core: Core, links: [ItemLink] = [], cuts: [Cut] = []) {
    self.core = core
    self.links = links
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
    let added = builder.rows(of: links) + cuts
    firstCut = variables.count + added.count - cuts.count
    self.limit = limit + added.map(\.limit)
    isEquality = variables.isFree + added.map(\.isEquality)
    var entries = builder.entries
    for (number, cut) in added.enumerated() {
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
