/// One candidate that comes, one that goes, or both; or two items that exchange groups.
package struct AnnealingMove {
  /// The incoming one's item leaves another group for it, and the outgoing one's may take that place.
  package struct Exchange {
    package var left: Int
    package var taken: Int?
  }

  package var incoming: Int?
  package var outgoing: Int?
  /// Whether the incoming one is then its item's first.
  package var begins = false
  /// Whether the outgoing one was its item's last.
  package var ends = false
  package var exchange: Exchange?

  /// All candidates that come or go.
  @inline(__always)
  func forEachChanged(_ body: (Int) -> Void) {
    if let incoming { body(incoming) }
    if let outgoing { body(outgoing) }
    if let exchange {
      body(exchange.left)
      if let taken = exchange.taken { body(taken) }
    }
  }
}

/// A plan while it is annealed: which candidates are taken, and what that makes of pools, rows and items.
/// All else of the plan stays as it is.
///
/// A move is looked at and made in a few sums over its rows and pools.
package struct AnnealingPlan {
  package private(set) var moves: AnnealingMoves
  private(set) var members: AnnealingMembers
  /// Activity of every row.
  package private(set) var activity: [Double]
  private let rows: AnnealingRows
  private let items: AnnealingItems
  /// By place of the candidates' items: options taken, and what they cost.
  private var taken: [Int32]
  private var spend: [Double]
  /// Rows that the move last looked at changes, and by how much.
  private var changed: [(row: Int, amount: Double)] = []

  /// Of a plan of the problem, at any prices; nil where moves cannot be looked at quickly.
  package init?(
    _ state: AllocationState, problem: AllocationProblem, prices: AllocationPrices, options: [Int]
  ) {
    guard let moves = AnnealingMoves(problem: problem, prices: prices, options: options) else {
      return nil
    }
    self.init(
      moves, state, classes: [Int32](repeating: 0, count: moves.count), classCount: 1,
      overdrawing: nil)
  }

  /// - Parameter shared: the row that may be overdrawn, if any.
  init(
    _ moves: AnnealingMoves, _ state: AllocationState, classes: [Int32], classCount: Int,
    overdrawing shared: SharedRow?
  ) {
    let problem = state.problem
    self.moves = moves
    for group in 0..<problem.groupCount { self.moves.refresh(group: group, state) }
    members = AnnealingMembers(
      groups: moves.groups, groupCount: problem.groupCount, classes: classes,
      classCount: classCount, taken: moves.options.map { state.isChosen(Int($0)) })
    activity = state.rowActivity
    rows = AnnealingRows(moves, overdrawing: shared)
    items = AnnealingItems(moves, state)
    taken = items.items.map { Int32(state.options(ofItem: Int($0)).count) }
    spend = items.items.map { item in
      state.options(ofItem: Int(item)).reduce(0) { $0 + problem.optionCost[$1] }
    }
  }

  /// Options of the candidates that are taken, those in `changed` the other way round.
  func options(withChanged changed: Set<Int32>) -> [Int] {
    moves.options.indices.filter { members.isTaken($0) != changed.contains(Int32($0)) }
      .map { Int(moves.options[$0]) }
  }

  package func move(incoming: Int?, outgoing: Int?) -> AnnealingMove {
    var move = AnnealingMove(incoming: incoming, outgoing: outgoing)
    let left = outgoing.map { Int(items.place[$0]) }
    let entered = incoming.map { Int(items.place[$0]) }
    // Within one item neither its first comes nor its last goes.
    guard left != entered else { return move }
    move.ends = left.map { taken[$0] == 1 } ?? false
    move.begins = entered.map { taken[$0] == 0 } ?? false
    return move
  }

  /// The item of `incoming` leaves `left`, which is of another group, for it. The item of `outgoing`, which is
  /// of the group of `incoming`, makes way: for an option in the group that was left, or for nothing.
  package func exchange(
    incoming: Int, leaving left: Int, outgoing: Int, taking taken: Int?
  ) -> AnnealingMove {
    AnnealingMove(
      incoming: incoming, outgoing: outgoing,
      ends: taken == nil && self.taken[Int(items.place[outgoing])] == 1,
      exchange: .init(left: left, taken: taken))
  }

  /// Change of value, of what rows are paid, and of what the shared row is paid of that.
  package func change(_ move: AnnealingMove) -> (value: Double, payment: Double, shared: Double) {
    var change = moves.change(
      adding: move.incoming, begins: move.begins, removing: move.outgoing, ends: move.ends)
    if let exchange = move.exchange {
      // Of another group: each is worth what it is worth without the other.
      let other = moves.change(
        adding: exchange.taken, begins: false, removing: exchange.left, ends: false)
      change.value += other.value
      change.payment += other.payment
      change.shared += other.shared
    }
    return change
  }

  /// Whether items and rows have room for a move. Call right before it is made.
  package mutating func fits(_ move: AnnealingMove) -> Bool {
    if let incoming = move.incoming,
      !itemTakes(incoming, replacing: move.exchange?.left ?? move.outgoing)
    {
      return false
    }
    if let taken = move.exchange?.taken, !itemTakes(taken, replacing: move.outgoing) {
      return false
    }
    changed.removeAll(keepingCapacity: true)
    if let exchange = move.exchange {
      collect(exchange.left, sign: -1, withFixedCost: false)
      if let taken = exchange.taken { collect(taken, sign: 1, withFixedCost: false) }
    }
    if let incoming = move.incoming {
      collect(incoming, sign: 1, withFixedCost: move.begins)
    }
    if let outgoing = move.outgoing {
      collect(outgoing, sign: -1, withFixedCost: move.ends)
    }
    return changed.allSatisfy { rows.holds($0.row, from: activity[$0.row], by: $0.amount) }
  }

  /// Makes the move that was just found to fit.
  package mutating func make(_ move: AnnealingMove) {
    for (row, amount) in changed { activity[row] += amount }
    moves.follow(adding: move.incoming, removing: move.outgoing)
    if let exchange = move.exchange {
      moves.follow(adding: exchange.taken, removing: exchange.left)
      toggle(exchange.left, by: -1)
      if let taken = exchange.taken { toggle(taken, by: 1) }
    }
    if let outgoing = move.outgoing { toggle(outgoing, by: -1) }
    if let incoming = move.incoming { toggle(incoming, by: 1) }
  }

  private mutating func toggle(_ candidate: Int, by count: Int32) {
    members.toggle(candidate)
    let place = Int(items.place[candidate])
    taken[place] += count
    spend[place] += Double(count) * items.cost[candidate]
  }

  private func itemTakes(_ incoming: Int, replacing outgoing: Int?) -> Bool {
    let place = Int(items.place[incoming])
    var count = taken[place]
    var cost = spend[place]
    if let outgoing, Int(items.place[outgoing]) == place {
      count -= 1
      cost -= items.cost[outgoing]
    }
    guard count < items.slots[place], cost + items.cost[incoming] <= items.spendCeiling[place]
    else { return false }
    if count == 0 { return true }
    let key = items.key[incoming]
    return !items.otherKeys[place].contains(key)
      && moves.siblings(of: incoming).allSatisfy { sibling in
        Int(sibling) == outgoing || !members.isTaken(Int(sibling)) || items.key[Int(sibling)] != key
      }
  }

  private mutating func collect(_ candidate: Int, sign: Double, withFixedCost: Bool) {
    for entry in rows.entries(of: candidate) { add(rows.row[entry], sign * rows.weight[entry]) }
    guard withFixedCost else { return }
    let fixed = items.fixedCost[Int(items.place[candidate])]
    if fixed == 0 { return }
    for term in rows.fixedCostTerms { add(term.row, sign * term.perCost * fixed) }
  }

  private mutating func add(_ row: Int32, _ amount: Double) {
    if let known = changed.firstIndex(where: { $0.row == Int(row) }) {
      changed[known].amount += amount
    } else {
      changed.append((Int(row), amount))
    }
  }
}
