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
    var exchanged = 0
    for seed in UInt64(1)...20 {
      var problem = SaturatedProblem.make(items: 60, groups: 4, picks: 15, seed: seed, curve: curve)
      var generator = SeededGenerator(seed: seed)
      for item in problem.items.indices {
        problem.items[item].slots = Int(1 + generator.next() % 2)
        problem.items[item].fixedCost = 500 * generator.nextUniform()
      }
      if seed.isMultiple(of: 2) { RandomAmounts.add(to: &problem, &generator) }
      let prices = AllocationPrices(
        pool: [Double](repeating: 1, count: problem.groupCount * problem.segmentCount),
        row: problem.rows.map { _ in generator.nextUniform() },
        groupOutput: [Double](repeating: 0, count: problem.groupCount), totalOutput: 0)
      var state = AllocationState(problem)
      for option in 0..<problem.optionCount where generator.nextUniform() < 0.2 {
        if state.canAdd(option) { state.add(option) }
      }
      // What rows ask of amounts is drawn, and may be more than the plan has.
      for (row, excess) in state.violatedRows() where excess < 0 && problem.rows[row].amount != nil
      {
        problem.rows[row].lower = min(state.rowActivity[row], problem.rows[row].upper)
      }
      let chosen = state.chosenOptions
      state = AllocationState(problem)
      for option in chosen { state.add(option) }
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
        let move =
          generator.next() % 2 == 0
          ? Self.exchange(in: plan, of: problem, taken, free, &generator)
            ?? plan.move(incoming: incoming, outgoing: outgoing)
          : plan.move(incoming: incoming, outgoing: outgoing)
        let told = plan.change(move)
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
        if move.exchange?.taken != nil { exchanged += 1 }
      }
    }
    #expect(made >= 2_000)
    #expect(refused >= 200)
    #expect(exchanged >= 50)
  }

  /// An item leaves one group for another, where an item makes way, for its place if that can be; nil where no
  /// draw finds such.
  private static func exchange(
    in plan: AnnealingPlan, of problem: AllocationProblem, _ taken: [Int], _ free: [Int],
    _ generator: inout SeededGenerator
  ) -> AnnealingMove? {
    func item(_ candidate: Int) -> Int {
      problem.optionStart.lastIndex { $0 <= Int(plan.moves.options[candidate]) }!
    }
    func group(_ candidate: Int) -> Int32 {
      problem.kindGroup[Int(problem.optionKind[Int(plan.moves.options[candidate])])]
    }
    for incoming in free.shuffled(using: &generator).prefix(20) {
      let left = taken.first { item($0) == item(incoming) && group($0) != group(incoming) }
      let outgoing = taken.shuffled(using: &generator).first {
        group($0) == group(incoming) && item($0) != item(incoming)
      }
      guard let left, let outgoing else { continue }
      let back = free.first { item($0) == item(outgoing) && group($0) == group(left) }
      return plan.exchange(incoming: incoming, leaving: left, outgoing: outgoing, taking: back)
    }
    return nil
  }

  /// The plan after a move; nil where that would break a rule that the plan keeps.
  private static func made(
    _ move: AnnealingMove, of state: AllocationState, _ options: [Int]
  ) -> AllocationState? {
    var after = state
    for outgoing in [move.outgoing, move.exchange?.left].compactMap({ $0 }) {
      after.remove(options[outgoing])
    }
    for incoming in [move.incoming, move.exchange?.taken].compactMap({ $0 }) {
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
