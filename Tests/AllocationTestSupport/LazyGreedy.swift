import Allocation

/// Greedy by gain per cost with lazy re-evaluation (CELF), the usual rule of thumb: what a proper
/// solver has to beat. Keeps every upper side; lower sides are reached first, cheapest gain first.
package struct LazyGreedy {
  package init() {}

  package func run(_ problem: AllocationProblem) -> AllocationState {
    var state = AllocationState(problem)
    for (number, row) in problem.rows.enumerated() where row.inside.perOption > 0 {
      fill(&state, while: { $0.rowActivity[number] < row.lower }) { option in
        row.memberKinds.isEmpty || row.memberKinds[Int(problem.optionKind[option])]
      }
    }
    fill(&state, while: { _ in true }) { _ in true }
    return state
  }

  private func fill(
    _ state: inout AllocationState, while goesOn: (AllocationState) -> Bool,
    among isWanted: (Int) -> Bool
  ) {
    let problem = state.problem
    var queue = (0..<problem.optionCount).filter { isWanted($0) && !state.isChosen($0) }
      .map { (option: $0, ratio: ratio($0, state)) }
    // The best ratio is last. Stale ones are recomputed and put back where they belong.
    queue.sort { ($0.ratio, -$0.option) < ($1.ratio, -$1.option) }
    while goesOn(state), var top = queue.popLast() {
      guard top.ratio > 0, state.canAddKeepingLowerSides(top.option) else { continue }
      top.ratio = ratio(top.option, state)
      if let next = queue.last, next.ratio > top.ratio {
        var low = 0
        var high = queue.count
        while low < high {
          let middle = (low + high) / 2
          if queue[middle].ratio < top.ratio { low = middle + 1 } else { high = middle }
        }
        queue.insert(top, at: low)
      } else {
        state.add(top.option)
      }
    }
  }

  private func ratio(_ option: Int, _ state: AllocationState) -> Double {
    state.gain(adding: option) / max(state.problem.optionCost[option], 1e-9)
  }
}
