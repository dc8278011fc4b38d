import LinearAlgebra

/// Plans met on the way, and the searches beside the tree.
extension LinearBranching {
  /// Value of the program's whole solution, nil when it is no plan; taken over when it is better.
  mutating func offer(_ simplex: ChoiceSimplex) -> Double? {
    offer(columns: simplex.heaviestColumns())
  }

  /// Tries the one choice that the allowed columns leave.
  mutating func offerOnlyChoice(_ simplex: ChoiceSimplex) {
    let columns = (0..<program.itemColumnCount).filter { simplex.allowed[$0] }
    guard columns.count == program.itemCount else { return }
    _ = offer(columns: columns)
  }

  mutating func offer(columns: [Int]) -> Double? {
    let options = columns.flatMap { program.options($0).map { Int($0) } }
    let state = AllocationState(
      index: index, choosing: options + program.core.settledOptions.map { Int($0) })
    guard state.isFeasible, state.respectsItems else { return nil }
    if state.value > bestValue {
      incumbent = state
      fixRoot()
    }
    return state.value
  }

  /// Work the searches beside the tree may still take.
  var searchAllowance: Int { searchShare * work - neighbourhood.work - reassignmentWork }

  /// Searches beside the tree, with as much work as the tree takes.
  mutating func improve(_ simplex: ChoiceSimplex, bound: Double) {
    // A part of a small program is most of it: the tree is as quick.
    guard !isPart, program.itemCount >= Self.fewestItems else { return }
    if incumbent == nil { reassign(simplex, iterations: Self.firstIterations) }
    var rounds = 0
    while rounds == 0 || (rounds < Self.mostRounds && searchAllowance > 0) {
      rounds += 1
      guard !isSpent, bestValue < settings.goal else { return }
      guard let plan = incumbent else {
        reassign(simplex, iterations: Self.iterationsPerRound)
        continue
      }
      let choice = incumbentColumns(else: simplex.heaviestColumns()).map {
        Int(program.choiceOfColumn[$0])
      }
      if let better = neighbourhood.improve(
        plan, choice: choice, relaxed: relaxedChoices(simplex), generator: &generator)
      {
        incumbent = better
        fixRoot()
      }
      if isClosed(max(treeBound, bound)) { return }
    }
  }

  /// Choice of largest weight by item, −2 where the weight is shared.
  func relaxedChoices(_ simplex: ChoiceSimplex) -> [Int] {
    var choices = simplex.heaviestColumns().map { Int(program.choiceOfColumn[$0]) }
    for shared in simplex.sharedItems() { choices[shared.item] = -2 }
    return choices
  }

  /// Looks for plans near the program's optimum, where the last look ended.
  mutating func reassign(_ simplex: ChoiceSimplex, iterations: Int) {
    guard !program.core.variables.limitsOutput else { return }
    if reassignment == nil {
      let (_, regret) = program.evaluate(at: simplex.price, allowed: simplex.allowed)
      reassignment = Reassignment(
        program: program, columns: incumbentColumns(else: simplex.heaviestColumns()),
        regret: regret, allowed: simplex.allowed)
    }
    guard var search = reassignment else { return }
    reassignment = nil
    var plans: [[Int32]] = []
    let before = search.work
    search.run(
      iterations: iterations, work: max(searchAllowance / 2, program.columnCount * Self.leastScans),
      best: bestValue, generator: &generator, deadline: deadline
    ) { columns, _ in plans.append(columns) }
    reassignmentWork += search.work - before
    reassignment = search
    if let best = plans.last { _ = offer(columns: best.map { Int($0) }) }
  }

  func incumbentColumns(else fallback: [Int]) -> [Int] {
    guard let incumbent else { return fallback }
    let units = program.core.variables.index.units
    return (0..<program.itemCount).map { item in
      let taken = Set(
        units.members(of: Int(program.core.items[item])).flatMap {
          incumbent.options(ofItem: Int($0)).map { Int32($0) }
        })
      return (program.columnStart[item]..<program.columnStart[item + 1]).first {
        Set(program.options($0)) == taken
      } ?? fallback[item]
    }
  }

  /// Takes the heaviest shared option again and again; one step back where that leads nowhere.
  mutating func dive(_ start: ChoiceSimplex) {
    var simplex = start
    var mayStepBack = 40
    var last: (simplex: ChoiceSimplex, branch: Branch)?
    for _ in 0..<400 {
      if isSpent { return }
      let before = simplex.pivots
      let outcome = simplex.run(cutoff: cutoff, maximumPivots: 2_000)
      work += (simplex.pivots - before) * program.workPerPivot
      if outcome != .optimal {
        guard mayStepBack > 0, let (before, branch) = last else { return }
        mayStepBack -= 1
        simplex = before
        exclude(Branch(item: branch.item, option: branch.option, isTaken: false), &simplex)
        last = nil
        continue
      }
      let shared = simplex.sharedItems()
      if shared.isEmpty {
        _ = offer(simplex)
        return
      }
      var best: Branch?
      var most = 0.0
      for entry in shared {
        for (option, weight) in entry.optionWeights(program)
        where weight < 1 - ChoiceSimplex.integrality && weight > most {
          most = weight
          best = Branch(item: entry.item, option: option, isTaken: true)
        }
      }
      guard let branch = best else { return }
      last = (simplex, branch)
      exclude(branch, &simplex)
    }
  }

  func exclude(_ branch: Branch, _ simplex: inout ChoiceSimplex) {
    for column in program.columnStart[branch.item]..<program.columnStart[branch.item + 1]
    where program.options(column).contains(branch.option) != branch.isTaken {
      simplex.forbid(column)
    }
  }
}
