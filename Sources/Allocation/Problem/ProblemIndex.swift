/// What the solver looks up again and again about a problem, worked out once.
///
/// Items that belong to the same rows share a signature, so the weights of an option in all rows
/// depend on (signature, kind) and its cost alone.
final class ProblemIndex: Sendable {
  /// A row in which an option of a (signature, kind) has weight `perOption + perCost · cost`.
  struct Term: Sendable {
    var row: Int32
    var perOption: Double
    var perCost: Double
  }

  let problem: AllocationProblem
  let units: ItemUnits
  /// Item of every option; D.
  let itemOfOption: [Int32]
  /// Signature of every item; n.
  let signature: [Int32]
  let signatureCount: Int
  /// Terms of (signature, kind) are `termStart[signature * K + kind] ..< termStart[… + 1]`.
  let termStart: [Int]
  let terms: [Term]
  /// Rows touched by an item that takes an option of (signature, kind), with their coefficient.
  let touchStart: [Int]
  let touches: [Term]
  /// Rows charged with fixed costs, with their coefficient in `perCost`.
  let fixedCostTerms: [Term]
  /// Whether one option may change a row in more ways than one: by itself, by the fixed cost of its
  /// item, by touching its item; one per row.
  let changesInParts: [Bool]
  /// Whether a group's output, or all output together, is limited.
  let limitsOutput: Bool
  /// Groups by falling worth, ties by number: the order in which output is served.
  let servingOrder: [Int]
  /// Largest amount every item could add to or take from a row, summed, and the row's limits: what
  /// rounding errors of priced sums grow with.
  let rowMass: [Double]
  /// Pools that saturate; G × S.
  let isSaturable: [Bool]
  /// Most that an option of a (signature, kind) may cost before it breaks a row all by itself; empty when
  /// none does.
  private let costCeiling: [Double]

  init(_ stated: AllocationProblem) {
    let units = ItemUnits(stated)
    self.units = units
    var problem = stated
    // What one member of a block must do, all must.
    for unit in units.units.values {
      for block in unit.blocks where block.isRequired {
        for member in block.members { problem.items[Int(member)].isRequired = true }
      }
    }
    // What members may take together, none may exceed alone.
    for link in stated.links {
      guard case .within(let options, let cost) = link.rule else { continue }
      for member in link.members {
        problem.items[Int(member)].slots = min(problem.items[Int(member)].slots, options)
        problem.items[Int(member)].spendLimit = min(problem.items[Int(member)].spendLimit, cost)
      }
    }
    self.problem = problem
    var owner = [Int32](repeating: 0, count: problem.optionCount)
    for item in 0..<problem.itemCount {
      for option in problem.optionStart[item]..<problem.optionStart[item + 1] {
        owner[option] = Int32(item)
      }
    }
    itemOfOption = owner

    let (signature, representatives) = Self.signatures(of: problem)
    self.signature = signature
    signatureCount = representatives.count
    var termStart = [0]
    var terms: [Term] = []
    var touchStart = [0]
    var touches: [Term] = []
    for representative in representatives {
      for kind in 0..<problem.kindCount {
        for (number, row) in problem.rows.enumerated() {
          let isInside =
            (row.memberItems.isEmpty || row.memberItems[representative])
            && (row.memberKinds.isEmpty || row.memberKinds[kind])
          let weight = isInside ? row.inside : row.outside
          if weight.perOption != 0 || weight.perCost != 0 {
            terms.append(
              Term(row: Int32(number), perOption: weight.perOption, perCost: weight.perCost))
          }
          if isInside && row.perTouchedItem != 0 {
            touches.append(Term(row: Int32(number), perOption: row.perTouchedItem, perCost: 0))
          }
        }
        termStart.append(terms.count)
        touchStart.append(touches.count)
      }
    }
    self.termStart = termStart
    self.terms = terms
    self.touchStart = touchStart
    self.touches = touches
    fixedCostTerms = problem.rows.enumerated().compactMap { number, row in
      row.perFixedCost == 0
        ? nil : Term(row: Int32(number), perOption: 0, perCost: row.perFixedCost)
    }
    changesInParts = problem.rows.map { $0.perFixedCost != 0 || $0.perTouchedItem != 0 }
    limitsOutput =
      problem.totalOutputLimit.isFinite || problem.groupOutputLimit.contains { $0.isFinite }
    rowMass = Self.rowMasses(of: problem)
    servingOrder = (0..<problem.groupCount).sorted {
      (-problem.groupWorth[$0], $0) < (-problem.groupWorth[$1], $1)
    }
    isSaturable = (0..<problem.groupCount * problem.segmentCount).map {
      problem.curve != .linear && problem.poolCapacity[$0].isFinite
    }
    costCeiling = Self.costCeilings(of: problem, representatives)
  }

  /// Whether any option breaks a row all by itself.
  var mayBar: Bool { !costCeiling.isEmpty }

  /// Whether the option breaks a row all by itself, so that no choice can hold it.
  ///
  /// Priced rows take a part of such an option, and that part at its best: bounds would be too high.
  @inline(__always)
  func isBarred(_ option: Int, item: Int) -> Bool {
    guard !costCeiling.isEmpty else { return false }
    let cell = Int(signature[item]) * problem.kindCount + Int(problem.optionKind[option])
    return problem.optionCost[option] > costCeiling[cell]
  }

  /// How far a bound summed at these row prices may be off by rounding.
  func roundingAllowance(rowPrices: [Double]) -> Double {
    var sum = 0.0
    for row in rowPrices.indices { sum += abs(rowPrices[row]) * rowMass[row] }
    return 4e-15 * sum
  }

  func termRange(item: Int, kind: Int32) -> Range<Int> {
    let cell = Int(signature[item]) * problem.kindCount + Int(kind)
    return termStart[cell]..<termStart[cell + 1]
  }

  func touchRange(item: Int, kind: Int32) -> Range<Int> {
    let cell = Int(signature[item]) * problem.kindCount + Int(kind)
    return touchStart[cell]..<touchStart[cell + 1]
  }

  private static func costCeilings(
    of problem: AllocationProblem, _ representatives: [Int]
  ) -> [Double] {
    let rows = problem.rows.filter(\.barsOptions)
    var ceilings: [Double] = []
    for item in representatives {
      for kind in 0..<problem.kindCount {
        let ceiling = rows.map { $0.largestCost(item: item, kind: kind) }.min()
        ceilings.append(ceiling ?? .infinity)
      }
    }
    guard !ceilings.isEmpty else { return [] }
    var least = [Double](repeating: .infinity, count: problem.kindCount)
    for (cell, ceiling) in ceilings.enumerated() {
      let kind = cell % problem.kindCount
      least[kind] = min(least[kind], ceiling)
    }
    let isReached = problem.optionKind.indices.contains {
      problem.optionCost[$0] > least[Int(problem.optionKind[$0])]
    }
    return isReached ? ceilings : []
  }

  private static func rowMasses(of problem: AllocationProblem) -> [Double] {
    var dearest = [Double](repeating: 0, count: problem.itemCount)
    for item in problem.items.indices {
      for option in problem.optionStart[item]..<problem.optionStart[item + 1] {
        dearest[item] = max(dearest[item], problem.optionCost[option])
      }
    }
    let slots = problem.items.map { Double(min($0.slots, 1_000)) }
    let costs = zip(slots, dearest).reduce(0) { $0 + $1.0 * $1.1 }
    let fixed = problem.items.reduce(0) { $0 + $1.fixedCost }
    let count = slots.reduce(0, +)
    return problem.rows.map { row in
      let limits =
        (row.upper.isFinite ? abs(row.upper) : 0) + (row.lower.isFinite ? abs(row.lower) : 0)
      let perOption = max(abs(row.inside.perOption), abs(row.outside.perOption))
      let perCost = max(abs(row.inside.perCost), abs(row.outside.perCost))
      return limits + perOption * count + perCost * costs + abs(row.perFixedCost) * fixed
        + abs(row.perTouchedItem) * count
    }
  }

  /// Groups items by the rows that name them; the first item of a group stands for it.
  private static func signatures(
    of problem: AllocationProblem
  ) -> (signature: [Int32], representatives: [Int]) {
    let naming = problem.rows.filter { !$0.memberItems.isEmpty }
    var signature = [Int32](repeating: 0, count: problem.itemCount)
    guard problem.itemCount > 0 else { return (signature, []) }
    guard !naming.isEmpty else { return (signature, [0]) }
    var numberOfKey: [[UInt64]: Int32] = [:]
    var representatives: [Int] = []
    let words = (naming.count + 63) / 64
    var key = [UInt64](repeating: 0, count: words)
    for item in 0..<problem.itemCount {
      for word in 0..<words { key[word] = 0 }
      for (bit, row) in naming.enumerated() where row.memberItems[item] {
        key[bit / 64] |= 1 << UInt64(bit % 64)
      }
      if let known = numberOfKey[key] {
        signature[item] = known
      } else {
        let number = Int32(representatives.count)
        numberOfKey[key] = number
        representatives.append(item)
        signature[item] = number
      }
    }
    return (signature, representatives)
  }
}
