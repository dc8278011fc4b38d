import Allocation
import LinearAlgebra

/// Random problems of 2 to 200 items with rules of every kind; the same seed gives the same problem
/// everywhere.
package struct MixedProblem {
  private var random: SeededGenerator

  package init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  mutating func chance(_ probability: Double) -> Bool { random.nextUniform() < probability }

  mutating func integer(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(random.next() % UInt64(range.count))
  }

  mutating func real(_ range: ClosedRange<Double>) -> Double {
    range.lowerBound + random.nextUniform() * (range.upperBound - range.lowerBound)
  }

  private mutating func many<T>(_ count: Int, _ make: (inout MixedProblem) -> T) -> [T] {
    var result: [T] = []
    for _ in 0..<count { result.append(make(&self)) }
    return result
  }

  /// About as many problems between 2 and 20 items as between 20 and 200.
  package mutating func next() -> AllocationProblem {
    var problem = frame(items: Int(Double(2) * power(100, real(0...1))))
    addOptions(&problem)
    addRows(&problem)
    addLinks(&problem)
    if chance(0.3) { RandomAmounts.add(to: &problem, &random) }
    return problem
  }

  private func power(_ base: Double, _ exponent: Double) -> Double {
    var (result, step, rest) = (1.0, base, exponent)
    // Square roots of the base for the bits of the exponent: the same on every machine.
    for _ in 0..<40 {
      step = step.squareRoot()
      rest *= 2
      if rest >= 1 {
        result *= step
        rest -= 1
      }
    }
    return result
  }

  private mutating func frame(items: Int) -> AllocationProblem {
    let groups = integer(1...6)
    let segments = integer(1...4)
    let formats = integer(1...3)
    let room = Double(items) * real(3...60)
    let merges = chance(0.2)
    return AllocationProblem(
      groupCount: groups, segmentCount: segments,
      curve: [PoolCurve.exponential, .logarithmic, .linear][integer(0...2)],
      poolCapacity: many(groups * segments) { random in
        random.chance(0.12) ? .infinity : random.chance(0.04) ? 0 : random.real(0.2...2) * room
      },
      poolYield: many(groups * segments) { $0.chance(0.04) ? 0 : $0.real(0.1...1) },
      groupWorth: many(groups) { $0.chance(0.04) ? 0 : $0.real(1...20) },
      groupOutputLimit: many(groups) { $0.chance(0.7) ? .infinity : $0.real(0...1) * room },
      totalOutputLimit: chance(0.75) ? .infinity : real(0.2...1.5) * room,
      items: many(items) { $0.item() }, segmentShares: [], optionStart: [0], optionKind: [],
      optionReach: [], optionCost: [], optionValue: [],
      kindGroup: (0..<groups * formats).map { Int32($0 / formats) },
      kindExclusion: (0..<groups * formats).map { Int32(merges ? 0 : $0 / formats) }, rows: [],
      costWeight: chance(0.4) ? 1 : 0)
  }

  private mutating func item() -> AllocationItem {
    var item = AllocationItem(slots: chance(0.6) ? 1 : integer(0...4))
    if chance(0.2) { item.fixedCost = Double(integer(1...40)) }
    if chance(0.15) { item.spendLimit = Double(integer(10...200)) }
    return item
  }

  private mutating func addOptions(_ problem: inout AllocationProblem) {
    let hasValues = chance(0.3)
    let ties = chance(0.15)
    let lockShare = chance(0.6) ? 0 : 1 / Double(problem.itemCount)
    for item in problem.items.indices {
      let shares = many(problem.segmentCount) { $0.real(0...1) }
      let sum = max(shares.reduce(0, +), 1e-9)
      problem.segmentShares += shares.map { $0 / sum }
      // A few bring and cost far more than the rest.
      let size = chance(0.05) ? real(4...20) : 1
      for kind in 0..<problem.kindCount where chance(0.6) {
        problem.optionKind.append(Int32(kind))
        problem.optionReach.append(
          chance(0.06) ? 0 : ties ? Double(10 * integer(1...6)) : size * real(1...120))
        problem.optionCost.append(
          chance(0.04) ? 0 : ties ? 10 : (size * Double(integer(1...100))).rounded())
        if hasValues { problem.optionValue.append(chance(0.4) ? 0 : real(-60...300)) }
        if chance(lockShare * 0.3) { problem.items[item].requiredKinds.append([Int32(kind)]) }
      }
      problem.items[item].isRequired = chance(lockShare)
      problem.optionStart.append(problem.optionCount)
    }
  }

  /// Now and then groups of items that act together or apart, which may overlap.
  private mutating func addLinks(_ problem: inout AllocationProblem) {
    guard problem.itemCount > 1, chance(0.4) else { return }
    for _ in 0..<integer(1...5) {
      let share = min(0.5, real(1...5) / Double(problem.itemCount))
      let members = (0..<problem.itemCount).filter { _ in chance(share) }.map { Int32($0) }
      guard members.count > 1 else { continue }
      problem.links.append(
        ItemLink(members: members, rule: chance(0.5) ? .allOrNone : .atMostOne))
    }
  }
}
