import LinearAlgebra

/// The dual simplex method on a choice program, warm from basis to basis.
///
/// Generalised upper bounding (Dantzig and Van Slyke, 1967): of every item one basic column is its
/// key, so that the matrix to invert has the order of the rows between items, not of the items. A
/// basis is dual feasible from the start (every item on its best column, every slack basic), stays so
/// when columns are forbidden, and its objective falls towards the optimum: a bound at any time.
struct ChoiceSimplex: Sendable {
  enum Outcome { case optimal, infeasible, belowCutoff, stalled }

  /// What a solve starts from.
  final class Basis: Sendable {
    let key: [Int32]
    let working: [Int32]

    init(key: [Int32], working: [Int32]) {
      self.key = key
      self.working = working
    }
  }

  /// Violations up to this are rounding.
  static let feasibility = 1e-8
  /// Smallest pivot, relative to the row's largest entry of 1.
  static let smallestPivot = 1e-9
  /// How far a reduced worth may be passed over for a larger pivot.
  static let harris = 1e-9
  /// Pivots between two inversions from scratch.
  static let inversionInterval = 80

  let program: ChoiceProgram
  /// Columns that may be chosen.
  var allowed: [Bool]
  /// Key column of every item.
  var key: [Int32]
  /// Basic columns that are not keys; one per row. Slack of row v is `columnCount + v`.
  var working: [Int32]
  /// −2 for keys, −1 for columns outside the basis, else the position in `working`.
  var place: [Int32]
  var mayEnter: [Bool]
  /// Inverse of the working matrix, whose columns are a_j − a_key; rows × rows, row-major.
  var inverse: [Double]
  /// Worth less priced charges, against the item's key; ≤ 0 outside the basis where allowed.
  var reduced: [Double]
  var price: [Double]
  /// Limits less the keys' weights.
  var base: [Double]
  var keyWorth = 0.0
  /// Values of the working columns.
  var value: [Double]
  /// After `infeasible`: prices along which the bound falls without end, unless an item has no column
  /// left.
  var ray: [Double] = []
  var pivots = 0
  var pivotsSinceInversion = 0
  /// Items whose key may have been forbidden.
  var exiled: [Int32] = []
  /// What an item's working columns add to, while violations are looked for; 0 in between.
  var taken: [Double]

  var rows: Int { program.rowCount }

  init(program: ChoiceProgram) {
    self.program = program
    let rows = program.rowCount
    let total = program.columnCount + rows
    allowed = [Bool](repeating: true, count: program.itemColumnCount)
    key = (0..<program.itemCount).map { item in
      let range = program.columnStart[item]..<program.columnStart[item + 1]
      return Int32(range.max { program.perturbedWorth[$0] < program.perturbedWorth[$1] } ?? -1)
    }
    working = (0..<rows).map { Int32(program.columnCount + $0) }
    place = [Int32](repeating: -1, count: total)
    mayEnter = [Bool](repeating: false, count: total)
    inverse = [Double](repeating: 0, count: rows * rows)
    reduced = [Double](repeating: 0, count: total)
    price = [Double](repeating: 0, count: rows)
    base = program.limit
    value = [Double](repeating: 0, count: rows)
    taken = [Double](repeating: 0, count: program.itemCount)
    _ = invert()
  }

  /// The same program with other cuts: of the old ones those `kept`, before new ones, whose slacks join
  /// the basis. Slacks of the cuts left out must be in the basis.
  init(program: ChoiceProgram, after other: ChoiceSimplex, cuts kept: [Int]) {
    self.init(program: program)
    let shift = program.columnCount
    let firstCut = program.firstCut
    var newNumber: [Int: Int] = [:]
    for (new, old) in kept.enumerated() {
      newNumber[shift + firstCut + old] = shift + firstCut + new
    }
    var working = other.working.compactMap { column in
      Int(column) < shift + firstCut ? column : newNumber[Int(column)].map { Int32($0) }
    }
    working.append(contentsOf: (firstCut + kept.count..<rows).map { Int32(shift + $0) })
    allowed = other.allowed
    start(from: Basis(key: other.key, working: working), allowed: other.allowed)
  }

  var basis: Basis { Basis(key: key, working: working) }

  /// Objective of the basis, with the perturbed worths: falls with every pivot.
  var objective: Double {
    var sum = keyWorth + program.core.settledConstant
    for row in 0..<rows { sum += price[row] * base[row] }
    return sum
  }

  mutating func start(from basis: Basis, allowed: [Bool]) {
    self.allowed = allowed
    key = basis.key
    working = basis.working
    exiled = key.indices.filter { !allowed[Int(key[$0])] }.map { Int32($0) }
    if !invert() { restart() }
  }

  mutating func forbid(_ column: Int) {
    guard allowed[column] else { return }
    allowed[column] = false
    mayEnter[column] = false
    if place[column] == -2 { exiled.append(program.itemOfColumn[column]) }
  }

  // MARK: Inversion

  /// Begins anew from the basis that every program has.
  mutating func restart() {
    let allowed = allowed
    let pivots = pivots
    self = ChoiceSimplex(program: program)
    self.allowed = allowed
    self.pivots = pivots
    exiled = key.indices.filter { !allowed[Int(key[$0])] }.map { Int32($0) }
  }

  /// Inverts the working matrix and works out everything that follows from it; false when singular.
  mutating func invert() -> Bool {
    pivotsSinceInversion = 0
    for position in place.indices { place[position] = -1 }
    for column in key where column >= 0 { place[Int(column)] = -2 }
    for (position, column) in working.enumerated() { place[Int(column)] = Int32(position) }
    for column in place.indices { renew(column) }
    var matrix = [Double](repeating: 0, count: rows * rows)
    for (position, column) in working.enumerated() {
      forEachEntry(ofWorking: column) { row, value in matrix[row * rows + position] += value }
    }
    guard Inverse.replace(&matrix, order: rows) else { return false }
    inverse = matrix
    base = program.limit
    keyWorth = 0
    for column in key where column >= 0 {
      keyWorth += program.perturbedWorth[Int(column)]
      program.byColumn.forEach(Int(column)) { base[Int($0)] -= $1 }
    }
    reprice()
    return true
  }

  /// Entries of a working column, its item's key subtracted.
  func forEachEntry(ofWorking column: Int32, _ body: (Int, Double) -> Void) {
    let column = Int(column)
    if column >= program.columnCount {
      body(column - program.columnCount, 1)
      return
    }
    program.byColumn.forEach(column) { body(Int($0), $1) }
    guard column < program.itemColumnCount else { return }
    let key = Int(key[Int(program.itemOfColumn[column])])
    program.byColumn.forEach(key) { body(Int($0), -$1) }
  }

  func worth(ofWorking column: Int32) -> Double {
    let column = Int(column)
    if column >= program.columnCount { return 0 }
    let worth = program.perturbedWorth[column]
    guard column < program.itemColumnCount else { return worth }
    return worth - program.perturbedWorth[Int(key[Int(program.itemOfColumn[column])])]
  }

  /// Prices and reduced worths of the basis.
  mutating func reprice() {
    for row in 0..<rows { price[row] = 0 }
    for position in 0..<rows {
      let worth = worth(ofWorking: working[position])
      guard worth != 0 else { continue }
      for row in 0..<rows { price[row] += worth * inverse[position * rows + row] }
    }
    let (program, rows, prices, key) = (program, rows, price, key)
    for column in 0..<program.columnCount { reduced[column] = program.perturbedWorth[column] }
    reduced.withUnsafeMutableBufferPointer { reduced in
      for row in 0..<rows {
        let price = prices[row]
        reduced[program.columnCount + row] = -price
        guard price != 0 else { continue }
        program.byRow.forEach(row) { reduced[Int($0)] -= price * $1 }
      }
      for item in 0..<program.itemCount {
        let own = reduced[Int(key[item])]
        for column in program.columnStart[item]..<program.columnStart[item + 1] {
          reduced[column] -= own
        }
      }
    }
    for column in working { reduced[Int(column)] = 0 }
  }

  // MARK: Iterations

  /// Pivots until optimal, proved infeasible, or not above the cutoff.
  mutating func run(cutoff: Double, maximumPivots: Int) -> Outcome {
    var left = maximumPivots
    while true {
      if pivotsSinceInversion >= Self.inversionInterval, !invert() { restart() }
      evaluate()
      if objective <= cutoff { return .belowCutoff }
      guard let leaving = leaving() else { return .optimal }
      if left <= 0 { return .stalled }
      left -= 1
      switch leaving {
      case .settledKey(let item):
        guard replaceKey(ofSettled: item) else {
          ray = []
          return .infeasible
        }
      case .working(let position, let isAbove):
        if !pivot(at: position, isAbove: isAbove) {
          // Judged by a fresh inverse before it counts.
          if pivotsSinceInversion == 0 {
            let sign = isAbove ? -1.0 : 1.0
            ray = inverse[position * rows..<(position + 1) * rows].map { sign * $0 }
            return .infeasible
          }
          if !invert() { restart() }
        }
      }
    }
  }

  /// Values of the working columns.
  mutating func evaluate() {
    let (rows, inverse, base) = (rows, inverse, base)
    inverse.withUnsafeBufferPointer { inverse in
      base.withUnsafeBufferPointer { base in
        for position in 0..<rows {
          var sum = 0.0
          let row = inverse.baseAddress! + position * rows
          for column in 0..<rows { sum += row[column] * base[column] }
          value[position] = sum
        }
      }
    }
  }
}
