/// What the solver looks up again and again about a problem, worked out once.
///
/// Items that belong to the same rows share a signature, so the weights of an option in all rows
/// depend on (signature, kind), its cost and its amounts alone.
final class ProblemIndex: Sendable {
  /// A row in which an option of a (signature, kind) has weight
  /// `perOption + perCost · cost + perAmount · amount`.
  struct Term: Sendable {
    var row: Int32
    /// List of amounts that count; −1 when none does.
    var amount: Int32 = -1
    var perOption: Double
    var perCost: Double
    var perAmount = 0.0
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
  /// Most that an option of a (signature, kind) may cost before it breaks a row without amounts all by
  /// itself; empty when none does.
  private let costCeiling: [Double]
  /// Whether an option breaks a row with amounts all by itself; empty when none does.
  private let isTooLarge: [Bool]

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
          let isInside = row.isInside(item: representative, kind: kind)
          if let term = Self.term(row, number, isInside: isInside) { terms.append(term) }
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
    isTooLarge = Self.tooLarge(of: problem)
  }

  /// The row's term for options on one side; nil where they weigh nothing.
  private static func term(_ row: AllocationRow, _ number: Int, isInside: Bool) -> Term? {
    let weight = isInside ? row.inside : row.outside
    guard weight != .zero else { return nil }
    return Term(
      row: Int32(number), amount: weight.perAmount == 0 ? -1 : Int32(row.amount!),
      perOption: weight.perOption, perCost: weight.perCost, perAmount: weight.perAmount)
  }

  /// What an option adds to the row of a term of its (signature, kind).
  @inline(__always)
  func weight(_ term: Term, of option: Int) -> Double {
    let weight = term.perOption + term.perCost * problem.optionCost[option]
    if term.amount < 0 { return weight }
    return weight + term.perAmount * problem.amounts[Int(term.amount)][option]
  }

  /// Whether any option breaks a row all by itself.
  var mayBar: Bool { !costCeiling.isEmpty || !isTooLarge.isEmpty }

  /// Whether the option breaks a row all by itself, so that no choice can hold it.
  ///
  /// Priced rows take a part of such an option, and that part at its best: bounds would be too high.
  @inline(__always)
  func isBarred(_ option: Int, item: Int) -> Bool {
    if !isTooLarge.isEmpty, isTooLarge[option] { return true }
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
