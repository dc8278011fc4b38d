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
  private static let smallestPivot = 1e-9
  /// How far a reduced worth may be passed over for a larger pivot.
  private static let harris = 1e-9
  /// Pivots between two inversions from scratch.
  private static let inversionInterval = 80

  let program: ChoiceProgram
  /// Columns that may be chosen.
  private(set) var allowed: [Bool]
  /// Key column of every item.
  private(set) var key: [Int32]
  /// Basic columns that are not keys; one per row. Slack of row v is `columnCount + v`.
  private(set) var working: [Int32]
  /// −2 for keys, −1 for columns outside the basis, else the position in `working`.
  private var place: [Int32]
  /// Inverse of the working matrix, whose columns are a_j − a_key; rows × rows, row-major.
  private var inverse: [Double]
  /// Worth less priced charges, against the item's key; ≤ 0 outside the basis where allowed.
  private(set) var reduced: [Double]
  private(set) var price: [Double]
  /// Limits less the keys' weights.
  private var base: [Double]
  private var keyWorth = 0.0
  /// Values of the working columns.
  private(set) var value: [Double]
  /// After `infeasible`: prices along which the bound falls without end, unless an item has no column
  /// left.
  private(set) var ray: [Double] = []
  private(set) var pivots = 0
  private var pivotsSinceInversion = 0
  /// Items whose key may have been forbidden.
  private var exiled: [Int32] = []
  /// What an item's working columns add to, while violations are looked for; 0 in between.
  private var taken: [Double]

  private var rows: Int { program.rowCount }

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
    inverse = [Double](repeating: 0, count: rows * rows)
    reduced = [Double](repeating: 0, count: total)
    price = [Double](repeating: 0, count: rows)
    base = program.limit
    value = [Double](repeating: 0, count: rows)
    taken = [Double](repeating: 0, count: program.itemCount)
    _ = invert()
  }

  /// The same program with more cuts: their slacks join the basis.
  init(program: ChoiceProgram, after other: ChoiceSimplex) {
    self.init(program: program)
    let shift = Int32(program.columnCount)
    var working = other.working.map { $0 }
    let known = other.rows
    working.append(contentsOf: (known..<rows).map { shift + Int32($0) })
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
    if place[column] == -2 { exiled.append(program.itemOfColumn[column]) }
  }

  // MARK: Inversion

  /// Begins anew from the basis that every program has.
  private mutating func restart() {
    let allowed = allowed
    let pivots = pivots
    self = ChoiceSimplex(program: program)
    self.allowed = allowed
    self.pivots = pivots
    exiled = key.indices.filter { !allowed[Int(key[$0])] }.map { Int32($0) }
  }

  /// Inverts the working matrix and works out everything that follows from it; false when singular.
  private mutating func invert() -> Bool {
    pivotsSinceInversion = 0
    for position in place.indices { place[position] = -1 }
    for column in key where column >= 0 { place[Int(column)] = -2 }
    for (position, column) in working.enumerated() { place[Int(column)] = Int32(position) }
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
  private func forEachEntry(ofWorking column: Int32, _ body: (Int, Double) -> Void) {
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

  private func worth(ofWorking column: Int32) -> Double {
    let column = Int(column)
    if column >= program.columnCount { return 0 }
    let worth = program.perturbedWorth[column]
    guard column < program.itemColumnCount else { return worth }
    return worth - program.perturbedWorth[Int(key[Int(program.itemOfColumn[column])])]
  }

  /// Prices and reduced worths of the basis.
  private mutating func reprice() {
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
  private mutating func evaluate() {
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

  private enum Leaving {
    /// A working column below 0, or above 0 though it may not be taken.
    case working(Int, isAbove: Bool)
    /// The only basic column of an item, which may not be taken.
    case settledKey(Int)
  }

  /// The basic column to leave: largest violation against the length of its row.
  private mutating func leaving() -> Leaving? {
    var best = 0.0
    var found: (position: Int, isAbove: Bool)?
    func consider(_ violation: Double, _ position: Int, isAbove: Bool) {
      guard violation > Self.feasibility else { return }
      var norm = 0.0
      for row in 0..<rows {
        let entry = inverse[position * rows + row]
        norm += entry * entry
      }
      let score = violation * violation / max(norm, 1e-12)
      if score > best {
        best = score
        found = (position, isAbove)
      }
    }
    for position in 0..<rows {
      let column = Int(working[position])
      consider(-value[position], position, isAbove: false)
      if isFixed(column) { consider(value[position], position, isAbove: true) }
      if column < program.itemColumnCount {
        taken[Int(program.itemOfColumn[column])] += value[position]
      }
    }
    // Keys that stand alone have the value 1: wrong only where they may not be taken.
    exiled.removeAll { allowed[Int(key[Int($0)])] }
    var violated: (item: Int, amount: Double, isAbove: Bool)?
    func considerKey(_ item: Int) {
      let amount = 1 - taken[item]
      let violation = allowed[Int(key[item])] ? -amount : abs(amount)
      if violation > max(Self.feasibility, violated?.amount ?? 0) {
        violated = (item, violation, amount > 0)
      }
    }
    var alone: Int?
    for item in exiled where !hasWorking(Int(item)) { alone = alone ?? Int(item) }
    for column in working where Int(column) < program.itemColumnCount {
      considerKey(Int(program.itemOfColumn[Int(column)]))
    }
    for column in working where Int(column) < program.itemColumnCount {
      taken[Int(program.itemOfColumn[Int(column)])] = 0
    }
    if let alone { return .settledKey(alone) }
    if let violated, found == nil || violated.amount * violated.amount > best {
      return .working(exchangeKey(of: violated.item), isAbove: violated.isAbove)
    }
    return found.map { .working($0.position, isAbove: $0.isAbove) }
  }

  private func hasWorking(_ item: Int) -> Bool {
    working.contains {
      Int($0) < program.itemColumnCount && Int(program.itemOfColumn[Int($0)]) == item
    }
  }

  private func isFixed(_ column: Int) -> Bool {
    if column < program.itemColumnCount { return !allowed[column] }
    return column >= program.columnCount && program.isEquality[column - program.columnCount]
  }

  /// Makes the item's working column of largest value its key; returns where the old key went.
  private mutating func exchangeKey(of item: Int) -> Int {
    let rows = rows
    var members: [Int] = []
    for position in 0..<rows
    where Int(working[position]) < program.itemColumnCount
      && Int(program.itemOfColumn[Int(working[position])]) == item
    {
      members.append(position)
    }
    let chosen = members.max { value[$0] < value[$1] }!
    let (old, new) = (key[item], working[chosen])
    key[item] = new
    if !allowed[Int(new)] { exiled.append(Int32(item)) }
    working[chosen] = old
    place[Int(new)] = -2
    place[Int(old)] = Int32(chosen)
    // Columns a_j − a_old become a_j − a_new: only the chosen row of the inverse changes.
    for row in 0..<rows {
      var sum = 0.0
      for member in members { sum += inverse[member * rows + row] }
      inverse[chosen * rows + row] = -sum
    }
    program.byColumn.forEach(Int(old)) { base[Int($0)] += $1 }
    program.byColumn.forEach(Int(new)) { base[Int($0)] -= $1 }
    keyWorth += program.perturbedWorth[Int(new)] - program.perturbedWorth[Int(old)]
    return chosen
  }

  /// Gives an item whose only basic column is forbidden its next best one; false when it has none.
  private mutating func replaceKey(ofSettled item: Int) -> Bool {
    let old = Int(key[item])
    var best: Int?
    for column in program.columnStart[item]..<program.columnStart[item + 1] where allowed[column] {
      if best == nil || reduced[column] > reduced[best!] { best = column }
    }
    guard let new = best else { return false }
    let own = reduced[new]
    for column in program.columnStart[item]..<program.columnStart[item + 1] {
      reduced[column] -= own
    }
    reduced[new] = 0
    place[old] = -1
    place[new] = -2
    key[item] = Int32(new)
    program.byColumn.forEach(old) { base[Int($0)] += $1 }
    program.byColumn.forEach(new) { base[Int($0)] -= $1 }
    keyWorth += program.perturbedWorth[new] - program.perturbedWorth[old]
    pivots += 1
    return true
  }

  // MARK: Pivot

  /// Moves the working column at a position out of the basis and the column of least loss in; false
  /// when there is none.
  private mutating func pivot(at position: Int, isAbove: Bool) -> Bool {
    let row = tableauRow(at: position)
    let sign = isAbove ? 1.0 : -1.0
    guard let entering = entering(row, sign: sign) else { return false }
    let theta = reduced[entering] / row[entering]
    let rows = rows
    // Prices move along the leaving row; reduced worths follow.
    for v in 0..<rows { price[v] += theta * inverse[position * rows + v] }
    let leaving = Int(working[position])
    reduced.withUnsafeMutableBufferPointer { reduced in
      row.withUnsafeBufferPointer { row in
        for column in 0..<reduced.count { reduced[column] -= theta * row[column] }
      }
    }
    for column in working { reduced[Int(column)] = 0 }
    reduced[leaving] = -theta
    reduced[entering] = 0
    place[leaving] = -1
    place[entering] = Int32(position)
    working[position] = Int32(entering)
    updateInverse(entering: entering, at: position)
    pivots += 1
    pivotsSinceInversion += 1
    return true
  }

  /// The leaving row of the tableau over all columns; keys have 0.
  private func tableauRow(at position: Int) -> [Double] {
    let program = program
    let rows = rows
    var tableau = [Double](repeating: 0, count: program.columnCount + rows)
    tableau.withUnsafeMutableBufferPointer { tableau in
      for row in 0..<rows {
        let factor = inverse[position * rows + row]
        tableau[program.columnCount + row] = factor
        guard abs(factor) > 1e-14 else { continue }
        program.byRow.addMultiple(of: row, factor, to: tableau.baseAddress!)
      }
      for item in 0..<program.itemCount {
        let own = tableau[Int(key[item])]
        guard own != 0 else { continue }
        for column in program.columnStart[item]..<program.columnStart[item + 1] {
          tableau[column] -= own
        }
      }
    }
    return tableau
  }

  /// Ratio test in two passes (Harris, 1973): among columns of nearly least loss the largest pivot.
  private func entering(_ row: [Double], sign: Double) -> Int? {
    let itemColumns = program.itemColumnCount
    var least = Double.infinity
    var largestEntry = 0.0
    func isCandidate(_ column: Int) -> Bool {
      guard place[column] == -1 else { return false }
      if column < itemColumns { return allowed[column] }
      return column < program.columnCount || !program.isEquality[column - program.columnCount]
    }
    var candidates: [Int32] = []
    row.withUnsafeBufferPointer { row in
      for column in 0..<row.count where sign * row[column] > Self.smallestPivot {
        guard isCandidate(column) else { continue }
        candidates.append(Int32(column))
        let entry = sign * row[column]
        largestEntry = max(largestEntry, entry)
        least = min(least, (max(0, -reduced[column]) + Self.harris) / entry)
      }
    }
    var chosen: Int?
    var chosenEntry = 0.0
    for candidate in candidates {
      let column = Int(candidate)
      let entry = sign * row[column]
      if max(0, -reduced[column]) <= least * entry && entry > chosenEntry {
        chosenEntry = entry
        chosen = column
      }
    }
    return chosen
  }

  private mutating func updateInverse(entering: Int, at position: Int) {
    let rows = rows
    var direction = [Double](repeating: 0, count: rows)
    forEachEntry(ofWorking: Int32(entering)) { row, value in
      for other in 0..<rows { direction[other] += value * inverse[other * rows + row] }
    }
    let pivot = direction[position]
    inverse.withUnsafeMutableBufferPointer { inverse in
      let own = inverse.baseAddress! + position * rows
      for column in 0..<rows { own[column] /= pivot }
      for other in 0..<rows where other != position && direction[other] != 0 {
        let factor = direction[other]
        let target = inverse.baseAddress! + other * rows
        for column in 0..<rows { target[column] -= factor * own[column] }
      }
    }
  }
}

extension SparseLists {
  /// Adds a multiple of a list to dense numbers.
  @inline(__always)
  func addMultiple(of list: Int, _ factor: Double, to target: UnsafeMutablePointer<Double>) {
    item.withUnsafeBufferPointer { item in
      value.withUnsafeBufferPointer { value in
        for entry in start[list]..<start[list + 1] {
          target[Int(item[entry])] += factor * value[entry]
        }
      }
    }
  }
}
