/// Rounds a relaxation to a choice: at once, or step by step with the prices solved again.
struct Dive {
  /// Share of the undecided items that one step settles, and the most steps.
  private static let stepShare = 0.15
  private static let maximumSteps = 25
  /// A weight this near 0 or 1 is settled.
  private static let settledWeight = 0.999

  let solver: RelaxationSolver

  /// Every item's choice of largest weight above one half.
  static func rounded(_ relaxation: Relaxation) -> [Int] {
    let core = relaxation.core
    var options = core.settledOptions.map { Int($0) }
    for position in core.items.indices {
      if let choice = heaviest(position, relaxation), choice >= 0 {
        options.append(contentsOf: core.choices.options(choice).map { Int($0) })
      }
    }
    return options
  }

  /// The choice of largest weight, −1 when the empty one has it.
  private static func heaviest(_ position: Int, _ relaxation: Relaxation) -> Int? {
    let core = relaxation.core
    let range = core.choiceStart[position]..<core.choiceStart[position + 1]
    var rest = 1.0
    var best: Int?
    for choice in range {
      rest -= relaxation.weight[choice]
      if best == nil || relaxation.weight[choice] > relaxation.weight[best!] { best = choice }
    }
    guard let best else { return nil }
    return core.mayBeEmpty[position] && rest >= relaxation.weight[best] ? -1 : best
  }

  /// Settles items step by step, dearest undecided first, and solves again in between.
  func run(_ relaxation: Relaxation) -> (options: [Int], newtonSteps: Int) {
    var current = relaxation
    var steps = 0
    for _ in 0..<Self.maximumSteps {
      let core = current.core
      if core.items.isEmpty || solver.deadline.hasPassed { break }
      let settled = decisions(current)
      let next = core.narrowed(settled: settled, keeps: { _ in true })
      if next.items.isEmpty {
        return (next.settledOptions.map { Int($0) }, steps)
      }
      current = solver.solve(next, from: current.point, schedule: .init(first: 2e-3, last: 2e-4))
      steps += current.newtonSteps
    }
    return (Self.rounded(current), steps)
  }

  /// By position: what this step settles the item on, nil to leave it open.
  private func decisions(_ relaxation: Relaxation) -> [Int?] {
    let core = relaxation.core
    var settled = [Int?](repeating: nil, count: core.items.count)
    var undecided: [(position: Int, choice: Int, importance: Double)] = []
    for position in core.items.indices {
      guard let choice = Self.heaviest(position, relaxation) else {
        settled[position] = -1
        continue
      }
      let weight = choice >= 0 ? relaxation.weight[choice] : emptyWeight(position, relaxation)
      if weight > Self.settledWeight {
        // An item that takes nothing stays open until the end: later steps may need it.
        if choice >= 0 { settled[position] = choice }
      } else {
        undecided.append(
          (position, choice, core.cost(ofItemAt: position) * min(weight, 1 - weight)))
      }
    }
    undecided.sort { ($1.importance, $0.position) < ($0.importance, $1.position) }
    let count = max(1, Int((Double(undecided.count) * Self.stepShare).rounded(.up)))
    for entry in undecided.prefix(count) { settled[entry.position] = entry.choice }
    if undecided.isEmpty {
      for position in settled.indices where settled[position] == nil { settled[position] = -1 }
    }
    return settled
  }

  private func emptyWeight(_ position: Int, _ relaxation: Relaxation) -> Double {
    let core = relaxation.core
    return (core.choiceStart[position]..<core.choiceStart[position + 1]).reduce(1) {
      $0 - relaxation.weight[$1]
    }
  }
}

extension Core {
  /// Largest cost among the item's choices.
  func cost(ofItemAt position: Int) -> Double {
    let problem = variables.index.problem
    return (choiceStart[position]..<choiceStart[position + 1]).reduce(0) { largest, choice in
      max(largest, choices.options(choice).reduce(0) { $0 + problem.optionCost[Int($1)] })
    }
  }
}
