import Allocation
import AllocationTestSupport
import LinearAlgebra
import Testing

/// The sums that annealing tells moves by, against plans valued in full.
@Suite struct AnnealingMovesTests {
  @Test(arguments: [PoolCurve.exponential, .linear])
  func movesAreWorthWhatTheyChange(curve: PoolCurve) throws {
    var compared = 0
    for seed in UInt64(1)...20 {
      var problem = SaturatedProblem.make(items: 60, groups: 4, picks: 15, seed: seed, curve: curve)
      var generator = SeededGenerator(seed: seed)
      problem.costWeight = generator.nextUniform()
      problem.optionValue = problem.optionCost.map { $0 * generator.nextUniform() }
      for item in problem.items.indices {
        problem.items[item].slots = 2
        problem.items[item].fixedCost = 1000 * generator.nextUniform()
      }
      let prices = AllocationPrices(
        pool: [Double](repeating: 1, count: problem.groupCount * problem.segmentCount),
        row: problem.rows.map { _ in generator.nextUniform() },
        groupOutput: [Double](repeating: 0, count: problem.groupCount), totalOutput: 0)
      let drawn = (0..<problem.optionCount).filter { _ in generator.nextUniform() < 0.3 }
      guard
        var moves = AnnealingMoves(problem: problem, prices: prices, options: drawn)
      else { continue }
      // Those that others of their item or of other items depend on are left out.
      let options = moves.options.map { Int($0) }
      var state = AllocationState(problem)
      for option in options where state.canAdd(option) && generator.nextUniform() < 0.5 {
        state.add(option)
      }
      for group in 0..<problem.groupCount { moves.refresh(group: group, state) }
      for _ in 0..<200 {
        let taken = options.indices.filter { state.isChosen(options[$0]) }
        let free = options.indices.filter { !state.isChosen(options[$0]) }
        guard !taken.isEmpty, !free.isEmpty else { break }
        let incoming: Int? = generator.next() % 4 == 0 ? nil : free.randomElement(using: &generator)
        let outgoing: Int? =
          incoming != nil && generator.next() % 3 == 0
          ? nil : taken.randomElement(using: &generator)
        var after = state
        var ends = false
        if let outgoing {
          after.remove(options[outgoing])
          ends = after.options(ofItem: after.itemOfOption(options[outgoing])).isEmpty
        }
        var begins = false
        if let incoming {
          begins = after.options(ofItem: after.itemOfOption(options[incoming])).isEmpty
          after.add(options[incoming])
        }
        let told = moves.change(adding: incoming, begins: begins, removing: outgoing, ends: ends)
        let difference = after.value - state.value
        #expect(
          abs(told.value - difference) <= 1e-9 * (abs(state.value) + 1), "seed \(seed) \(curve)")
        compared += 1
      }
    }
    #expect(compared >= 3_000)
  }
}
