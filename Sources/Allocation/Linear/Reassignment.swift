import LinearAlgebra

/// Tabu search on a choice program: items change columns alone or exchange kinds in pairs, rows may
/// be broken for a while at a price that follows how long they stay broken.
///
/// After Diaz and Fernandez, A tabu search heuristic for the generalized assignment problem (2001):
/// shifts and swaps with strategic oscillation. Only columns near their item's best at the program's
/// prices take part.
struct Reassignment {
  /// Columns of an item that take part, at the most.
  private static let nearColumns = 8
  private static let tenure = 8
  private static let tenureSpread = 8
  /// Factors on the penalties while rows are broken, and while none is.
  private static let raise = 1.08
  private static let lower = 0.94

  private let program: ChoiceProgram
  private let rows: Int
  /// Near columns of every item.
  private let near: [[Int32]]
  /// Kind of a column: that of its only option, −1 for taking nothing, −2 for several options.
  private let kind: [Int32]
  /// Penalty per unit by which a row is broken.
  private var penalty: [Double]

  private(set) var column: [Int32]
  private var activity: [Double]
  private var worth: Double
  private var tabuUntil: [Int]
  private var iteration = 0
  /// Changes of rows looked at so far.
  private(set) var work = 0
  /// Columns' entries on the rows, cuts left out.
  private let entryStart: [Int]
  private let entryRow: [Int32]
  private let entryValue: [Double]
  private let ceiling: [Double]
  private let kindCount: Int
  /// Near column of every item and kind (empty first), −1 for none.
  private let columnOfKind: [Int32]
  /// By how much every row is broken, and how many are.
  private var broken: [Double]
  private var brokenCount = 0
  // Scratch of one evaluation.
  private var change: [Double]
  private var touched: [Int32]
  private var isTouched: [Bool]
  private var touchedCount = 0

  /// Starts from one column of every item.
  init(program: ChoiceProgram, columns: [Int], regret: [Double], allowed: [Bool]) {
    self.program = program
    rows = program.firstCut
    column = columns.map { Int32($0) }
    activity = [Double](repeating: 0, count: rows)
    change = activity
    broken = activity
    touched = [Int32](repeating: 0, count: rows)
    isTouched = [Bool](repeating: false, count: rows)
    ceiling = (0..<rows).map { program.limit[$0] + AllocationState.slack(of: program.limit[$0]) }
    worth = 0
    var entryStart = [0]
    var entryRow: [Int32] = []
    var entryValue: [Double] = []
    for column in 0..<program.itemColumnCount {
      program.byColumn.forEach(column) { row, value in
        guard Int(row) < program.firstCut else { return }
        entryRow.append(row)
        entryValue.append(value)
      }
      entryStart.append(entryRow.count)
    }
    self.entryStart = entryStart
    self.entryRow = entryRow
    self.entryValue = entryValue
    tabuUntil = [Int](repeating: 0, count: program.itemColumnCount)
    near = (0..<program.itemCount).map { item in
      let range = program.columnStart[item]..<program.columnStart[item + 1]
      let open = range.filter { allowed[$0] }.sorted { (regret[$0], $0) < (regret[$1], $1) }
      return open.prefix(Self.nearColumns).map { Int32($0) }
    }
    let index = program.core.variables.index
    kind = (0..<program.itemColumnCount).map { column in
      let options = program.options(column)
      return options.count > 1 ? -2 : options.first.map { index.problem.optionKind[Int($0)] } ?? -1
    }
    kindCount = index.problem.kindCount
    var columnOfKind = [Int32](repeating: -1, count: program.itemCount * (kindCount + 1))
    for item in near.indices {
      for column in near[item] where kind[Int(column)] >= -1 {
        let cell = item * (kindCount + 1) + Int(kind[Int(column)]) + 1
        if columnOfKind[cell] < 0 { columnOfKind[cell] = column }
      }
    }
    self.columnOfKind = columnOfKind
    penalty = Self.firstPenalties(program, rows: rows, near: near)
    for column in column { add(Int(column), sign: 1) }
    measure()
  }

  /// Which rows are broken, and by how much.
  private mutating func measure() {
    brokenCount = 0
    for row in 0..<rows {
      broken[row] = excess(row, activity[row])
      if broken[row] > 0 { brokenCount += 1 }
    }
  }

  /// A broken unit costs what a typical near column is worth per unit of the row.
  private static func firstPenalties(
    _ program: ChoiceProgram, rows: Int, near: [[Int32]]
  ) -> [Double] {
    var weight = [Double](repeating: 0, count: rows)
    var count = weight
    var worth = 0.0
    var columns = 0.0
    for column in near.joined() {
      worth += abs(program.worth[Int(column)])
      columns += 1
      program.byColumn.forEach(Int(column)) { row, value in
        guard Int(row) < rows else { return }
        weight[Int(row)] += abs(value)
        count[Int(row)] += 1
      }
    }
    let typical = worth / max(1, columns)
    return (0..<rows).map { 0.3 * typical * count[$0] / max(weight[$0], 1e-12) }
  }

  private mutating func add(_ column: Int, sign: Double) {
    worth += sign * program.worth[column]
    program.byColumn.forEach(column) { row, value in
      if Int(row) < activity.count { activity[Int(row)] += sign * value }
    }
  }

  @inline(__always)
  private func excess(_ row: Int, _ activity: Double) -> Double {
    if program.isEquality[row] {
      let over = abs(activity - program.limit[row])
      return over <= ceiling[row] - program.limit[row] ? 0 : over
    }
    return activity <= ceiling[row] ? 0 : activity - program.limit[row]
  }

  var isFeasible: Bool { brokenCount == 0 }

  // MARK: Search

  /// Runs so many iterations, fewer where they take more work; calls `found` with every whole plan
  /// that beats the last one found.
  mutating func run(
    iterations: Int, work limit: Int, best: Double, generator: inout SeededGenerator,
    deadline: Deadline, found: ([Int32], Double) -> Void
  ) {
    var best = best
    let last = work + limit
    for _ in 0..<iterations where work < last {
      if iteration % 64 == 0 && deadline.hasPassed { return }
      iteration += 1
      guard let move = bestMove(best) else { return }
      apply(move, &generator)
      let feasible = isFeasible
      if feasible && worth > threshold(best) {
        best = worth
        found(column, worth)
      }
      let factor = feasible ? Self.lower : 1
      for row in 0..<rows {
        penalty[row] *= broken[row] > 0 ? Self.raise : factor
      }
    }
  }

  /// A plan must be worth more than this to count as better.
  private func threshold(_ best: Double) -> Double {
    best.isFinite ? best + 1e-10 * abs(best) : best
  }

  private struct Move {
    var first: (item: Int, column: Int32)
    var second: (item: Int, column: Int32)?
    var gain: Double
  }

  private mutating func bestMove(_ best: Double) -> Move? {
    var scan = Scan(best: threshold(best), iteration: iteration)
    let items = near.count
    let relief = (0..<rows).reduce(0) { $0 + penalty[$1] * broken[$1] }
    var membersOfKind: [[Int32]] = .init(repeating: [], count: kindCount + 1)
    for item in 0..<items {
      let kind = Int(kind[Int(column[item])])
      if kind >= -1 { membersOfKind[kind + 1].append(Int32(item)) }
    }
    for item in 0..<items {
      let own = column[item]
      let ownKind = kind[Int(own)]
      for candidate in near[item] where candidate != own {
        let ownGain = program.worth[Int(candidate)] - program.worth[Int(own)]
        begin()
        note(Int(own), sign: -1)
        note(Int(candidate), sign: 1)
        let alone = finish(worth: ownGain)
        scan.consider(
          Move(first: (item, candidate), second: nil, gain: alone.gain), alone,
          worth: worth, tabuUntil: tabuUntil[Int(candidate)])
        let wanted = kind[Int(candidate)]
        guard wanted >= -1, ownKind >= -1 else { continue }
        for partner in membersOfKind[Int(wanted) + 1] where Int(partner) > item {
          let partner = Int(partner)
          let other = columnOfKind[partner * (kindCount + 1) + Int(ownKind) + 1]
          guard other >= 0 else { continue }
          let before = column[partner]
          let worthGain = ownGain + program.worth[Int(other)] - program.worth[Int(before)]
          // No more than the worth and every broken row mended.
          if worthGain + relief <= scan.chosen?.gain ?? -.infinity { continue }
          begin()
          note(Int(own), sign: -1)
          note(Int(candidate), sign: 1)
          note(Int(before), sign: -1)
          note(Int(other), sign: 1)
          let both = finish(worth: worthGain)
          scan.consider(
            Move(first: (item, candidate), second: (partner, other), gain: both.gain), both,
            worth: worth, tabuUntil: max(tabuUntil[Int(candidate)], tabuUntil[Int(other)]))
        }
      }
    }
    return scan.chosen
  }

  /// The best move met so far.
  private struct Scan {
    let best: Double
    let iteration: Int
    var chosen: Move?

    /// A move that is forbidden for a while counts only where it makes the best plan of all.
    mutating func consider(_ move: Move, _ outcome: Outcome, worth: Double, tabuUntil: Int) {
      guard outcome.gain > chosen?.gain ?? -.infinity else { return }
      if tabuUntil > iteration && !(outcome.isFeasible && worth + outcome.worth > best) { return }
      chosen = move
    }
  }

  private struct Outcome {
    var gain: Double
    var worth: Double
    var isFeasible: Bool
  }

  @inline(__always)
  private mutating func begin() { touchedCount = 0 }

  @inline(__always)
  private mutating func note(_ column: Int, sign: Double) {
    for entry in entryStart[column]..<entryStart[column + 1] {
      let row = Int(entryRow[entry])
      if !isTouched[row] {
        isTouched[row] = true
        touched[touchedCount] = Int32(row)
        touchedCount += 1
      }
      change[row] += sign * entryValue[entry]
    }
  }

  @inline(__always)
  private mutating func finish(worth: Double) -> Outcome {
    var outcome = Outcome(gain: worth, worth: worth, isFeasible: true)
    work += touchedCount
    var mended = 0
    for position in 0..<touchedCount {
      let row = Int(touched[position])
      let now = excess(row, activity[row] + change[row])
      outcome.gain -= penalty[row] * (now - broken[row])
      if now > 0 { outcome.isFeasible = false }
      if broken[row] > 0 { mended += 1 }
      change[row] = 0
      isTouched[row] = false
    }
    if mended < brokenCount { outcome.isFeasible = false }
    return outcome
  }

  private mutating func apply(_ move: Move, _ generator: inout SeededGenerator) {
    for part in [move.first, move.second].compactMap({ $0 }) {
      let old = Int(column[part.item])
      tabuUntil[old] =
        iteration + Self.tenure + Int(generator.next() % UInt64(Self.tenureSpread))
      add(old, sign: -1)
      add(Int(part.column), sign: 1)
      column[part.item] = part.column
    }
    measure()
  }
}
