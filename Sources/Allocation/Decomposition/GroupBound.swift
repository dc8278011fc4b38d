import LinearAlgebra

/// A bound that is the sum of what each group can bring by itself, with prices for all that joins them
/// (Lagrangian decomposition; Guignard and Kim, 1987): what pools and rows of one group lose by rounding
/// is in it, only what joins groups is not.
///
/// Each group is solved nearly to the end by a tree of its own. Where their best choices break joint
/// rules, prices move (subgradient steps; Held and Karp, 1971), and groups are solved again.
struct GroupBound {
  /// Looks at the items outside the problem; nil where that fails.
  typealias Others = @Sendable (GroupLook) -> GroupShares?
  /// Solves the problem of one group.
  typealias PartSolver =
    @Sendable (AllocationProblem, AllocationSettings, WarmStart) -> AllocationSolution

  /// One group at the prices at hand.
  private struct Solved: Sendable {
    var bound: Double
    var choices: [WarmStart.Choice]
    var statistics: AllocationStatistics
  }

  /// Items per block: as many as a pass over items takes.
  private static let blockSize = 1024
  /// More options than these are not listed: where there are more, those that lose less, by this factor, again
  /// and again.
  private static let mostListed = 1_500_000
  private static let narrowing = 0.25
  private static let mostNarrowings = 6
  /// What rounding may hide of the sum, relatively.
  private static let rounding = 1e-13
  /// Nodes of a group's tree.
  private static let mostNodes = 200
  /// How far the first step of prices goes, as a share of the way to the target, and what a step that did not
  /// lower the bound shortens the next by.
  private static let firstShare = 0.3
  private static let shortening = 0.6
  /// Few groups are solved alone, first, where they are expected to be enough: at least so many, and no more
  /// than one in so many.
  private static let fewest = 2
  private static let groupsPerFew = 2
  /// What a group is expected to lower the bound by, as a share of how far it is from its own.
  private static let expectedShare = 0.5
  /// All groups need not be closer than this share of the gap asked for.
  private static let tolerance = 0.1
  /// What is outside is not divided among groups for their radii if it is less than this share of the gap
  /// asked for.
  private static let negligible = 0.02

  let index: ProblemIndex
  let settings: AllocationSettings
  let deadline: Deadline
  let others: Others?
  private let solvePart: PartSolver
  /// What the items outside may bring at most at the first prices.
  let outside: Double
  let rows: GroupRows
  var prices: AllocationPrices
  var itemPrices: [Int32: [ItemPrice]] = [:]
  /// The groups' best choices found last, those of others too.
  private(set) var chosen: Set<WarmStart.Choice> = []
  /// The groups that were solved last, those first whose part of the plan is furthest from their best choices.
  private(set) var furthest: [(group: Int, short: Double)] = []
  /// No plan is worth more.
  private(set) var bound = Double.infinity
  /// The same at the prices at hand.
  private(set) var last = Double.infinity
  /// Of the groups' trees, the last time they were solved.
  private(set) var statistics = AllocationStatistics()
  /// What the items outside may bring each group at most, at the prices of the last look; nil before any.
  private var otherSums: [Double]?
  /// Factor on radii that listed few enough the last time.
  private var narrowed = 1.0
  private(set) var stepShare = Self.firstShare

  /// Nil where the problem has one group only, or links, or no pool that saturates: then a linear
  /// program is the better bound.
  init?(
    index: ProblemIndex, settings: AllocationSettings, deadline: Deadline,
    prices: AllocationPrices, others: Others?, outside: Double, solvePart: @escaping PartSolver
  ) {
    guard index.problem.groupCount > 1, index.units.isEmpty, index.isSaturable.contains(true) else {
      return nil
    }
    self.index = index
    self.settings = settings
    self.deadline = deadline
    self.prices = prices
    self.others = others
    self.outside = outside
    self.solvePart = solvePart
    rows = GroupRows(index.problem)
  }

  /// Solves the groups at the prices at hand, as far as a plan better than this one asks for; false where that
  /// cannot be.
  ///
  /// - Parameter isEnough: whether the bound asks for nothing more: groups may be left unsolved then.
  mutating func solve(
    beyond plan: AllocationState, isEnough: (_ bound: Double) -> Bool = { _ in false }
  ) -> Bool {
    let known = Set(index.problem.choices(plan.chosenOptions))
    guard let (radii, priced) = radii(of: plan, known) else { return false }
    let tolerances = tolerances(radii, plan)
    let start = chosen.isEmpty ? known : chosen
    statistics = AllocationStatistics()
    let few = fewGroups(radii, priced: priced, isEnough: isEnough)
    if !few.isEmpty, !solve(few, within: radii, from: start, tolerances) { return false }
    if few.isEmpty || !isEnough(last) {
      // Divided anew, all of them: a fixed cost that was one group's share may be another's now.
      let all = Set(radii.indices)
      guard solve(all, within: radii, from: start, tolerances) else { return false }
    }
    if last >= bound { stepShare *= Self.shortening }
    bound = min(bound, last)
    return true
  }

  /// The groups furthest from their bounds that are expected to lower the bound far enough; none where that
  /// takes many of them.
  private func fewGroups(
    _ radii: [Double], priced: Double, isEnough: (_ bound: Double) -> Bool
  ) -> Set<Int> {
    let order = radii.indices.sorted { (-radii[$0], $0) < (-radii[$1], $1) }
    var few: Set<Int> = []
    var expected = priced
    for group in order.prefix((radii.count + 1) / Self.groupsPerFew) {
      few.insert(group)
      expected -= Self.expectedShare * radii[group]
      if few.count >= Self.fewest && isEnough(expected) { return few }
    }
    return []
  }

  /// Solves some groups; false where options cannot be listed.
  private mutating func solve(
    _ groups: Set<Int>, within radii: [Double], from start: Set<WarmStart.Choice>,
    _ tolerances: [Double]
  ) -> Bool {
    let stated = radii.indices.map { groups.contains($0) ? radii[$0] : -.infinity }
    guard let (shares, radii) = shares(within: stated) else { return false }
    let (constant, parts) = split(shares)
    if groups.count == parts.count {
      itemPrices = Dictionary(shares.itemPrices.map { ($0.item, $0.prices) }) { first, _ in first }
    }
    let numbers = parts.indices.filter(groups.contains)
    var solved = [Solved?](repeating: nil, count: parts.count)
    let (settings, deadline, solvePart) = (settings, deadline, solvePart)
    solved.withUnsafeMutableBufferPointer { solved in
      let solved = DisjointWrites(solved)
      Blocks.forEach(count: numbers.count, blockSize: 1, threads: settings.threads) { place, _ in
        let number = numbers[place]
        solved.base[number] = Self.solve(
          parts[number], settings, deadline, radius: radii[number], start,
          tolerance: tolerances[number], by: solvePart)
      }
    }
    last = parts.reduce(constant) { $0 + (solved[$1.group]?.bound ?? $1.bound) }
    furthest = numbers.map { ($0, radii[$0] - (parts[$0].bound - solved[$0]!.bound)) }
      .sorted { (-$0.short, $0.group) < (-$1.short, $1.group) }
    chosen = []
    for case .some(let part) in solved {
      chosen.formUnion(part.choices)
      statistics.add(groups: part.statistics)
    }
    return true
  }

  /// How close each group need be: half of what all may miss is shared evenly, half as they are far from
  /// their bounds.
  private func tolerances(_ radii: [Double], _ plan: AllocationState) -> [Double] {
    let most = Self.tolerance * settings.relativeGap * abs(plan.value)
    let sum = max(radii.reduce(0, +), .leastNormalMagnitude)
    return radii.map { most * (0.5 / Double(radii.count) + 0.5 * $0 / sum) }
  }

  private static func solve(
    _ part: GroupPart, _ settings: AllocationSettings, _ deadline: Deadline, radius: Double,
    _ start: Set<WarmStart.Choice>, tolerance: Double, by solvePart: PartSolver
  ) -> Solved {
    guard part.shares.optionCount > 0 else {
      return Solved(bound: part.bound, choices: [], statistics: AllocationStatistics())
    }
    var settings = settings
    settings.threads = 1
    settings.maximumNodes = mostNodes
    settings.relativeGap = tolerance / max(abs(part.bound), 1e-9)
    settings.timeLimit = deadline.left
    (settings.goal, settings.cutoff) = (.infinity, -.infinity)
    settings.anneals = false
    settings.splitsGroups = false
    let solution = solvePart(part.problem, settings, part.warmStart(start))
    // Whoever takes an option that is not listed loses the radius.
    return Solved(
      bound: min(part.bound, max(solution.bound, part.bound - radius)),
      choices: part.choices(solution.chosenOptions), statistics: solution.statistics)
  }

  // MARK: Splitting

  /// What the groups' price bounds add up to, over the problem's items.
  var priceBound: Double {
    let (constant, parts) = split(listed(look(nothing)))
    return parts.reduce(constant) { $0 + $1.bound }
  }

  /// Radii that no option is within.
  private var nothing: [Double] {
    [Double](repeating: -.infinity, count: index.problem.groupCount)
  }

  /// How far each group's part of the plan is from its bound: an option that loses more than that is not
  /// in the group's best choice. With the bound at the prices alone; nil when others cannot be looked at.
  private mutating func radii(
    of plan: AllocationState, _ known: Set<WarmStart.Choice>
  ) -> (radii: [Double], priced: Double)? {
    let sums = listed(look(nothing))
    if let others, otherSums == nil,
      outside > Self.negligible * abs(plan.value) * settings.relativeGap
    {
      guard let found = others(look(nothing)) else { return nil }
      otherSums = found.groups.map(\.itemSum)
    }
    let all = look([Double](repeating: .infinity, count: index.problem.groupCount))
    let items = Set(plan.chosenOptions.map { plan.itemOfOption($0) }).sorted()
    let own = split(all.shares(of: index, items, first: 0)).parts
    let (constant, parts) = split(sums)
    let radii = parts.map { part in
      let other = otherSums?[part.group] ?? outside
      let short = part.bound + other - own[part.group].value(of: known)
      return max(0, short) + 1e-9 * abs(part.bound)
    }
    let others = otherSums?.reduce(0, +) ?? outside
    return (radii, parts.reduce(constant + others) { $0 + $1.bound })
  }

  private func look(_ radii: [Double]) -> GroupLook {
    GroupLook(
      prices: prices, itemPrices: itemPrices, rows: rows, radii: radii, mostListed: Self.mostListed)
  }

  /// Of all items, within the radii or within smaller ones; nil when others cannot be looked at.
  private mutating func shares(within radii: [Double]) -> (GroupShares, radii: [Double])? {
    for _ in 0..<Self.mostNarrowings {
      if deadline.hasPassed { return nil }
      let radii = radii.map { $0 * narrowed }
      let look = look(radii)
      var shares = listed(look)
      if let others, !look.isOverfull {
        guard let outside = others(look) else { return nil }
        otherSums = outside.groups.map(\.itemSum)
        shares.append(outside)
      }
      if !look.isOverfull { return (shares, radii) }
      narrowed *= Self.narrowing
    }
    return nil
  }

  /// Of the problem's items.
  private func listed(_ look: GroupLook) -> GroupShares {
    let index = index
    var found = [GroupShares?](
      repeating: nil,
      count: Blocks.count(covering: index.problem.itemCount, blockSize: Self.blockSize))
    found.withUnsafeMutableBufferPointer { found in
      let found = DisjointWrites(found)
      Blocks.forEach(
        count: index.problem.itemCount, blockSize: Self.blockSize, threads: settings.threads
      ) { found.base[$0] = look.shares(of: index, $1, first: 0) }
    }
    var sum = GroupShares(problem: index.problem, rows: rows)
    for case .some(let block) in found { sum.append(block) }
    return sum
  }

  /// The groups, and what their bounds leave out: the limits of what joins them, at their prices.
  private func split(_ shares: GroupShares) -> (constant: Double, parts: [GroupPart]) {
    let problem = index.problem
    var constant = shares.constant + index.roundingAllowance(rowPrices: prices.row)
    if prices.totalOutput > 0 { constant += prices.totalOutput * problem.totalOutputLimit }
    for row in problem.rows.indices where rows.isLinking(row) {
      constant += problem.rows[row].limitCost(price: prices.row[row])
    }
    let parts = shares.groups.enumerated().map { group, shares in
      GroupPart(
        index, group: group, rows: rows.rows(ofGroup: group), prices: prices, shares: shares)
    }
    let magnitude = parts.reduce(abs(constant)) { $0 + abs($1.bound) }
    return (constant + Self.rounding * magnitude, parts)
  }
}
