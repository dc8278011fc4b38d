/// What candidates weigh on rows, apart from fixed costs, and how far rows may go.
struct AnnealingRows {
  private let start: [Int]
  let row: [Int32]
  let weight: [Double]
  let fixedCostTerms: [ProblemIndex.Term]
  /// Both sides with their tolerance.
  private let ceiling: [Double]
  private let floor: [Double]

  init(_ moves: AnnealingMoves, overdrawing shared: SharedRow?) {
    let index = moves.index
    let problem = index.problem
    var start = [0]
    var row: [Int32] = []
    var weight: [Double] = []
    for (option, item) in zip(moves.options, moves.items) {
      let kind = problem.optionKind[Int(option)]
      for term in index.terms[index.termRange(item: Int(item), kind: kind)] {
        row.append(term.row)
        weight.append(index.weight(term, of: Int(option)))
      }
      for touch in index.touches[index.touchRange(item: Int(item), kind: kind)] {
        row.append(touch.row)
        weight.append(touch.perOption)
      }
      start.append(row.count)
    }
    self.start = start
    self.row = row
    self.weight = weight
    fixedCostTerms = index.fixedCostTerms
    var ceiling = problem.rows.map { $0.upper + AllocationState.slack(of: $0.upper) }
    if let shared { ceiling[shared.row] += shared.room }
    self.ceiling = ceiling
    floor = problem.rows.map { $0.lower - AllocationState.slack(of: $0.lower) }
  }

  func entries(of candidate: Int) -> Range<Int> { start[candidate]..<start[candidate + 1] }

  /// Whether the row is within the side that a change takes it towards.
  @inline(__always)
  func holds(_ row: Int, from activity: Double, by amount: Double) -> Bool {
    amount > 0 ? activity + amount <= ceiling[row] : activity + amount >= floor[row]
  }
}

/// The items of candidates and what they allow.
struct AnnealingItems {
  /// Ascending.
  let items: [Int32]
  /// Place of every candidate's item among them.
  let place: [Int32]
  let slots: [Int32]
  let spendCeiling: [Double]
  let fixedCost: [Double]
  /// Exclusion keys of options taken that are no candidates.
  let otherKeys: [[Int32]]
  /// By candidate.
  let key: [Int32]
  let cost: [Double]

  init(_ moves: AnnealingMoves, _ state: AllocationState) {
    let problem = state.problem
    var items: [Int32] = []
    var place: [Int32] = []
    for item in moves.items {
      if items.last != item { items.append(item) }
      place.append(Int32(items.count - 1))
    }
    let candidates = Set(moves.options)
    self.items = items
    self.place = place
    slots = items.map { Int32(clamping: problem.items[Int($0)].slots) }
    spendCeiling = items.map {
      let limit = problem.items[Int($0)].spendLimit
      return limit + AllocationState.slack(of: limit)
    }
    fixedCost = items.map { problem.items[Int($0)].fixedCost }
    otherKeys = items.map { item in
      state.options(ofItem: Int(item)).filter { !candidates.contains(Int32($0)) }
        .map { problem.kindExclusion[Int(problem.optionKind[$0])] }
    }
    key = moves.options.map { problem.kindExclusion[Int(problem.optionKind[Int($0)])] }
    cost = moves.options.map { problem.optionCost[Int($0)] }
  }
}
