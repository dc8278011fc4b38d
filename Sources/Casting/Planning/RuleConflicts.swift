import Allocation

/// Rules that no plan can obey, as far as simple counting shows it before anything is solved.
struct RuleConflicts {
  private(set) var sentences: [String] = []
  private let problem: CastingProblem

  init(_ problem: CastingProblem) {
    self.problem = problem
    checkLocks()
    checkRows()
    checkProductMinimums()
  }

  private mutating func checkLocks() {
    var locked: Set<Int> = []
    for creator in problem.locks.anyProduct {
      locked.insert(creator)
      if problem.options(ofCreator: creator).isEmpty { reportLock(creator, product: nil) }
    }
    for lock in problem.locks.products {
      locked.insert(lock.creator)
      for product in lock.products where cheapest(lock.creator, product: product) == nil {
        reportLock(lock.creator, product: product)
      }
      let slots = problem.allocation.items[lock.creator].slots
      if lock.products.count > slots {
        sentences.append(
          RuleWording.lockedBeyondSlots(id(lock.creator), lock.products.count, slots: slots))
      }
    }
    guard sentences.isEmpty else { return }
    let least = locked.sorted().reduce(0) { $0 + leastSpend(locked: $1) }
    let budget = problem.allocation.rows[0].upper
    if least > budget { sentences.append(RuleWording.locksOverBudget(least, budget: budget)) }
  }

  /// The least a locked creator costs, activation included.
  private func leastSpend(locked creator: Int) -> Double {
    let fixed = problem.allocation.items[creator].fixedCost
    let named = problem.locks.products.first { $0.creator == creator }?.products ?? []
    guard named.isEmpty else {
      return named.reduce(fixed) { $0 + (cheapest(creator, product: $1) ?? 0) }
    }
    return fixed
      + (problem.options(ofCreator: creator).map { problem.allocation.optionCost[$0] }.min() ?? 0)
  }

  private func cheapest(_ creator: Int, product: Int) -> Double? {
    problem.options(ofCreator: creator)
      .filter { problem.product(ofOption: $0) == product }
      .map { problem.allocation.optionCost[$0] }.min()
  }

  private mutating func reportLock(_ creator: Int, product: Int?) {
    sentences.append(
      RuleWording.lockImpossible(
        id(creator), product.map { problem.campaign.products.products[$0].id },
        problem.refusals[creator]))
  }

  private mutating func checkRows() {
    for (row, entry) in zip(problem.allocation.rows, problem.ruleBook.entries) {
      if row.lower > row.upper {
        sentences.append(RuleWording.crossedLimits(entry.name, row.lower, row.upper))
        continue
      }
      let isCount = row.inside.perOption == 1
      guard row.lower > 0, isCount || row.perTouchedItem == 1 else { continue }
      let most = mostDeals(in: row, perCreator: isCount)
      if Double(most) < row.lower {
        sentences.append(RuleWording.tooFew(entry.name, atLeast: row.lower, possible: most))
      }
    }
  }

  /// Deals that fit a row when nothing else limits them; or creators who have one there.
  private func mostDeals(in row: AllocationRow, perCreator isCount: Bool) -> Int {
    var total = 0
    for (creator, item) in problem.allocation.items.enumerated()
    where row.memberItems.isEmpty || row.memberItems[creator] {
      var keys: Set<Int32> = []
      for option in problem.options(ofCreator: creator) {
        let kind = Int(problem.allocation.optionKind[option])
        guard row.memberKinds.isEmpty || row.memberKinds[kind] else { continue }
        keys.insert(problem.allocation.kindExclusion[kind])
        if !isCount || keys.count == item.slots { break }
      }
      total += min(keys.count, isCount ? item.slots : 1)
    }
    return total
  }

  /// The cheapest deals that meet every product's minimum must fit the budget.
  private mutating func checkProductMinimums() {
    let products = problem.campaign.products.products
    var cheapest = products.map { _ in CandidateHeap() }
    var kept = [Int](repeating: 0, count: products.count)
    guard products.contains(where: { $0.minimumCreators > 0 }) else { return }
    for creator in 0..<problem.allocation.itemCount {
      var options = problem.options(ofCreator: creator)[...]
      while let first = options.first {
        let product = problem.product(ofOption: first)
        let same = options.prefix { problem.product(ofOption: $0) == product }
        options = options[same.endIndex...]
        guard products[product].minimumCreators > 0 else { continue }
        let cost = same.map { problem.allocation.optionCost[$0] }.min() ?? 0
        cheapest[product].push(.init(score: cost, number: creator, moment: 0))
        kept[product] += 1
        if kept[product] > products[product].minimumCreators { _ = cheapest[product].pop() }
      }
    }
    var least = 0.0
    for product in products.indices {
      while let deal = cheapest[product].pop() { least += deal.score }
    }
    let budget = problem.allocation.rows[0].upper
    if least > budget { sentences.append(RuleWording.minimumsOverBudget(least, budget: budget)) }
  }

  private func id(_ creator: Int) -> String { problem.campaign.roster.creatorIDs[creator] }
}

extension CastingProblem {
  func product(ofOption option: Int) -> Int {
    kinds.product(ofKind: Int(allocation.optionKind[option]))
  }
}
