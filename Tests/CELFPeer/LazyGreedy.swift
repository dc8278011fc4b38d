import Allocation
import HeapModule

/// Greedy by gain per cost with lazy re-evaluation: a gain only falls as a plan grows, so that an old
/// one says how much an option can bring at most.
///
/// Lower sides of rows are reached first, then the budget is filled; no step breaks an upper side or
/// a lower side that holds.
struct LazyGreedy {
  private struct Entry: Comparable {
    var ratio: Double
    var option: Int32
    /// Options of its group that were chosen when the ratio was worked out.
    var moment: Int32

    /// The smaller number goes first among equals.
    static func < (a: Entry, b: Entry) -> Bool {
      a.ratio != b.ratio ? a.ratio < b.ratio : a.option > b.option
    }
  }

  private let problem: AllocationProblem
  private(set) var state: AllocationState
  /// Gains worked out.
  private(set) var evaluations = 0
  /// Options chosen of each group.
  private var moments: [Int32]
  /// Ratio of every option to begin with; nothing is chosen then.
  private var fresh: [Double] = []
  /// The best plan of one option that obeys every rule; nil where none does.
  private(set) var bestSingle: AllocationState?

  init(_ problem: AllocationProblem) {
    self.problem = problem
    state = AllocationState(problem)
    moments = [Int32](repeating: 0, count: problem.groupCount)
    fresh.reserveCapacity(problem.optionCount)
    var best: (option: Int, gain: Double)?
    for option in 0..<problem.optionCount {
      let gain = gain(option)
      fresh.append(gain / spend(option))
      if gain > best?.gain ?? 0, state.canAdd(option) { best = (option, gain) }
    }
    guard let best else { return }
    var single = state
    single.add(best.option)
    if single.isFeasible { bestSingle = single }
  }

  mutating func run() {
    for (number, row) in problem.rows.enumerated() where row.lower > 0 {
      let raising = (0..<problem.optionCount).filter { raises(row, $0) }
      fill(raising) { $0.rowActivity[number] < row.lower - 1e-9 }
    }
    var waiting = Array(0..<problem.optionCount)
    // What a share rule keeps out may fit later, when the other side has grown.
    for _ in 0..<4 {
      let before = state.chosenCount
      waiting = fill(waiting) { _ in true }
      if state.chosenCount == before || waiting.isEmpty { return }
    }
  }

  /// Adds the best of some options while they bring anything; returns those that only a lower side
  /// kept out.
  @discardableResult
  private mutating func fill(
    _ options: [Int], while goesOn: (AllocationState) -> Bool
  ) -> [Int] {
    let fresh = fresh
    var heap = Heap(options.map { Entry(ratio: fresh[$0], option: Int32($0), moment: 0) })
    var parked: [Int] = []
    while goesOn(state), var top = heap.popMax(), top.ratio > 0 {
      let option = Int(top.option)
      guard state.canAdd(option) else { continue }
      let group = group(option)
      if top.moment != moments[group] {
        top.ratio = gain(option) / spend(option)
        top.moment = moments[group]
        if let next = heap.max, next > top {
          heap.insert(top)
          continue
        }
      }
      guard top.ratio > 0 else { continue }
      guard state.canAddKeepingLowerSides(option) else {
        parked.append(option)
        continue
      }
      state.add(option)
      moments[group] += 1
    }
    return parked
  }

  private mutating func gain(_ option: Int) -> Double {
    evaluations += 1
    return state.gain(adding: option)
  }

  /// What the option costs now, its item's fixed cost included.
  private func spend(_ option: Int) -> Double { max(state.addedSpend(by: option), 1e-9) }

  private func group(_ option: Int) -> Int {
    Int(problem.kindGroup[Int(problem.optionKind[option])])
  }

  private func raises(_ row: AllocationRow, _ option: Int) -> Bool {
    let isKind = row.memberKinds.isEmpty || row.memberKinds[Int(problem.optionKind[option])]
    let isMember = row.memberItems.isEmpty || row.memberItems[state.itemOfOption(option)]
    guard isKind && isMember else { return false }
    return row.inside.perOption + row.inside.perCost > 0 || row.perTouchedItem > 0
  }
}
