import Allocation

/// The best that one item can choose at given prices, by exhaustive search with a plain prune.
struct AuditItemSearch {
  private let audit: PlanAudit
  private let poolPrices: [Double]
  /// Rows that press, with their prices.
  private let rows: [(row: AllocationRow, price: Double)]
  /// Rows with an upper side that every choice only fills further.
  private let cappingRows: [AllocationRow]

  init(_ audit: PlanAudit, poolPrices: [Double], rowPrices: [Double]) {
    self.audit = audit
    self.poolPrices = poolPrices
    rows = zip(audit.problem.rows, rowPrices)
      .filter { $0.1 != 0 }
      .map { (row: $0.0, price: $0.1) }
    cappingRows = audit.problem.rows.filter { row in
      row.upper < .infinity
        && [
          row.inside.perOption, row.inside.perCost, row.inside.perAmount, row.outside.perOption,
          row.outside.perCost, row.outside.perAmount, row.perFixedCost, row.perTouchedItem,
        ].allSatisfy { $0 >= 0 }
    }
  }

  /// Largest priced profit of a choice that the item's own rules allow; 0 for taking nothing
  /// where that is allowed, −∞ when nothing is allowed.
  func best(_ item: Int) -> Double {
    let cast = worth(ofTaking: item)
    return mustBeCast(item) ? cast : max(0, cast)
  }

  func mustBeCast(_ item: Int) -> Bool {
    let rules = audit.problem.items[item]
    return rules.isRequired || !rules.requiredKinds.isEmpty
  }

  /// Largest priced profit of a choice that takes something; −∞ when the rules allow none.
  func worth(ofTaking item: Int) -> Double {
    let rules = audit.problem.items[item]
    var search = Search(
      rules: rules, candidates: candidates(item), touchCharges: touchCharges)
    search.run()
    return search.best - fixedCharge(item)
  }

  /// What touching a row costs, by row that counts touched items.
  var touchCharges: [Double] {
    rows.filter { $0.row.perTouchedItem != 0 }.map { $0.price * $0.row.perTouchedItem }
  }

  /// What an item pays once for all its options.
  func fixedCharge(_ item: Int) -> Double {
    let rules = audit.problem.items[item]
    let fixed = rows.reduce(audit.problem.costWeight) { $0 + $1.price * $1.row.perFixedCost }
    return fixed * rules.fixedCost
  }

  /// The options that no row bars, from the most to the least profitable.
  func candidates(_ item: Int) -> [AuditCandidate] {
    let problem = audit.problem
    let touchRows = rows.filter { $0.row.perTouchedItem != 0 }
    return (problem.optionStart[item]..<problem.optionStart[item + 1])
      .filter { !breaksRow($0, item: item) }
      .map { option in
        let kind = Int(problem.optionKind[option])
        return AuditCandidate(
          profit: profit(item, option), cost: problem.optionCost[option],
          key: problem.kindExclusion[kind], kind: Int32(kind),
          touches: touchRows.map { audit.isInside($0.row, item: item, kind: kind) })
      }
      .sorted { ($1.profit, $0.kind) < ($0.profit, $1.kind) }
  }

  /// Whether a row from which nothing takes away has no room for the option even if it is all that is
  /// chosen.
  private func breaksRow(_ option: Int, item: Int) -> Bool {
    cappingRows.contains { row in
      let kind = Int(audit.problem.optionKind[option])
      let touched = audit.isInside(row, item: item, kind: kind) ? row.perTouchedItem : 0
      return audit.weight(row, item: item, option: option) + touched
        > row.upper + 1e-9 * max(1, row.upper.magnitude)
    }
  }

  private func profit(_ item: Int, _ option: Int) -> Double {
    let problem = audit.problem
    let segments = problem.segmentCount
    let firstPool = audit.group(of: option) * segments
    var fillWorth = 0.0
    for segment in 0..<segments {
      fillWorth +=
        poolPrices[firstPool + segment] * problem.segmentShares[item * segments + segment]
    }
    let rowCharge = rows.reduce(0.0) {
      $0 + $1.price * audit.weight($1.row, item: item, option: option)
    }
    return audit.ownValue(of: option) + problem.optionReach[option] * fillWorth
      - problem.costWeight * problem.optionCost[option] - rowCharge
  }
}

/// An option as a search sees it.
struct AuditCandidate {
  var profit: Double
  var cost: Double
  var key: Int32
  var kind: Int32
  /// For every touch charge whether the option brings it about.
  var touches: [Bool]
}

/// Depth first over candidates from the most to the least profitable.
private struct Search {
  let rules: AllocationItem
  let candidates: [AuditCandidate]
  /// What touching costs, once each; negative ones are a gain.
  let touchCharges: [Double]
  var best = -Double.infinity
  private var taken: [Int] = []

  init(rules: AllocationItem, candidates: [AuditCandidate], touchCharges: [Double]) {
    self.rules = rules
    self.candidates = candidates
    self.touchCharges = touchCharges
  }

  mutating func run() { visit(from: 0, profit: 0, cost: 0) }

  private mutating func visit(from start: Int, profit: Double, cost: Double) {
    if !taken.isEmpty && keepsRequirements { best = max(best, profit - touchCharge) }
    guard taken.count < rules.slots, start < candidates.count else { return }
    for position in start..<candidates.count {
      if profit + mostToCome(from: position) <= best { return }
      let candidate = candidates[position]
      let isFree = !taken.contains { candidates[$0].key == candidate.key }
      // The same allowance as for every limit: rounding of a sum breaks no rule.
      let limit = rules.spendLimit * (1 + 1e-9)
      guard isFree, cost + candidate.cost <= limit else { continue }
      taken.append(position)
      visit(from: position + 1, profit: profit + candidate.profit, cost: cost + candidate.cost)
      taken.removeLast()
    }
  }

  /// No choice from `position` on adds more: the best of the free slots and every gain of touch.
  private func mostToCome(from position: Int) -> Double {
    let free = min(rules.slots - taken.count, candidates.count - position)
    var most = 0.0
    for next in position..<position + free { most += max(0, candidates[next].profit) }
    return most + touchCharges.reduce(0) { $0 + max(0, -$1) }
  }

  private var keepsRequirements: Bool {
    rules.requiredKinds.allSatisfy { wanted in
      taken.contains { wanted.contains(candidates[$0].kind) }
    }
  }

  private var touchCharge: Double {
    touchCharges.indices.reduce(0) { sum, charge in
      taken.contains { candidates[$0].touches[charge] } ? sum + touchCharges[charge] : sum
    }
  }
}
