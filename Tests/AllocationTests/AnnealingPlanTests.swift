import Allocation
import AllocationTestSupport
import LinearAlgebra
import Testing

/// The lean plan of annealing, move after move, beside plans that are valued and judged in full.
@Suite struct AnnealingPlanTests {
  @Test(arguments: [PoolCurve.exponential, .linear])
  func followsThePlanMoveByMove(curve: PoolCurve) throws {
    var made = 0
    var refused = 0
    for seed in UInt64(1)...20 {
      var problem = SaturatedProblem.make(items: 60, groups: 4, picks: 15, seed: seed, curve: curve)
      var generator = SeededGenerator(seed: seed)
      for item in problem.items.indices {
        problem.items[item].slots = Int(1 + generator.next() % 2)
        problem.items[item].fixedCost = 500 * generator.nextUniform()
      }
      let prices = AllocationPrices(
        pool: [Double](repeating: 1, count: problem.groupCount * problem.segmentCount),
        row: problem.rows.map { _ in generator.nextUniform() },
        groupOutput: [Double](repeating: 0, count: problem.groupCount), totalOutput: 0)
      var state = AllocationState(problem)
      for option in 0..<problem.optionCount where generator.nextUniform() < 0.2 {
        if state.canAdd(option) { state.add(option) }
      }
      let drawn = (0..<problem.optionCount).filter { _ in generator.nextUniform() < 0.4 }
      guard
        var plan = AnnealingPlan(state, problem: problem, prices: prices, options: drawn)
      else { continue }
      let options = plan.moves.options.map { Int($0) }
      for _ in 0..<400 {
        let taken = options.indices.filter { state.isChosen(options[$0]) }
        let free = options.indices.filter { !state.isChosen(options[$0]) }
        let incoming = generator.next() % 4 == 0 ? nil : free.randomElement(using: &generator)
        let outgoing =
          incoming != nil && generator.next() % 3 == 0
          ? nil : taken.randomElement(using: &generator)
        guard incoming != nil || outgoing != nil else { continue }
        let move = plan.move(incoming: incoming, outgoing: outgoing)
        let told = plan.moves.change(
          adding: move.incoming, begins: move.begins, removing: move.outgoing, ends: move.ends)
        let after = Self.made(move, of: state, options)
        let fits = plan.fits(move)
        #expect(fits == (after != nil), "seed \(seed) \(curve)")
        guard let after, fits else {
          refused += 1
          continue
        }
        plan.make(move)
        #expect(
          abs(told.value - (after.value - state.value)) <= 1e-9 * (abs(state.value) + 1),
          "seed \(seed) \(curve)")
        for (mine, whole) in zip(plan.activity, after.rowActivity) {
          #expect(abs(mine - whole) <= 1e-9 * max(1, abs(whole)), "seed \(seed) \(curve)")
        }
        state = after
        made += 1
      }
    }
    #expect(made >= 2_000)
    #expect(refused >= 200)
  }

  /// The plan after a move; nil where that would break a rule that the plan keeps.
  private static func made(
    _ move: AnnealingMove, of state: AllocationState, _ options: [Int]
  ) -> AllocationState? {
    var after = state
    if let outgoing = move.outgoing { after.remove(options[outgoing]) }
    if let incoming = move.incoming {
      guard after.canAdd(options[incoming]) else { return nil }
      after.add(options[incoming])
    }
    for (row, rule) in state.problem.rows.enumerated() {
      let (before, now) = (state.rowActivity[row], after.rowActivity[row])
      if now > before, now > rule.upper + 1e-9 * max(1, abs(rule.upper)) { return nil }
      if now < before, now < rule.lower - 1e-9 * max(1, abs(rule.lower)) { return nil }
    }
    return after
  }
}
