import Allocation

/// Plans with the creators of a shortlist.
///
/// Where prices leave a gap, everybody who could be in a better plan is listed, if they are few: nobody else
/// can close it, so a tree over the list proves for the whole roster.
struct ShortlistSolver {
  let campaign: LongCampaign
  let settings: PlannerSettings
  /// When the search ends.
  let end: ContinuousClock.Instant
  let progress: (@Sendable (AllocationProgress) -> Void)?

  /// The solution, and the list that it is of. Throws `PlannerError`, and where creators cannot be read.
  func solve(_ list: Shortlist) throws -> (list: Shortlist, solution: AllocationSolution) {
    let first = try solve(list, mending: list.problem.lastPlan, goesOn: false)
    guard first.outcome == .feasible, end > .now else { return (list, first) }
    // What a deal falls short of is told by the prices of the list, and so is for whom there is room.
    if let wide = try widened(list, room: list.bound - first.value) {
      return (wide, proved(first, of: list, among: wide))
    }
    guard first.chosenOptions.count < ShortlistSize.shortPlan else { return (list, first) }
    var second = try solve(list, mending: warmStart(first, of: list), goesOn: true)
    // What was proved once stays proved.
    second.bound = max(min(second.bound, first.bound), second.value)
    return (list, second.value >= first.value ? second : first)
  }

  private func solve(
    _ list: Shortlist, mending known: WarmStart?, goesOn: Bool
  ) throws -> AllocationSolution {
    let listedOut = ListedOut(
      list, sweep: RosterSweep(campaign: campaign, threads: settings.threads))
    let solution = list.solver.solve(
      list.relaxed, outside: list.others.sum, others: { listedOut.shares($0) }, mending: known,
      limit: settings.allocation(until: end).timeLimit, goesOn: goesOn, progress: progress)
    try listedOut.check()
    return solution
  }

  private func warmStart(_ solution: AllocationSolution, of list: Shortlist) -> WarmStart {
    WarmStart(
      prices: list.relaxed.prices,
      choices: list.problem.allocation.choices(solution.chosenOptions))
  }

  /// The list with everybody who may be in a plan that is worth more than the list's bound less `room`; nil
  /// where these are too many.
  private func widened(_ list: Shortlist, room: Double) throws -> Shortlist? {
    let least = -room - 1e-9 * abs(list.bound)
    var isListed = list.isListed(of: list.others.ceilings.count)
    for row in isListed.indices where list.others.ceilings[row] >= least { isListed[row] = true }
    list.accounts.complete(&isListed)
    let rows = isListed.indices.filter { isListed[$0] }
    guard rows.count * campaign.dealsPerCreator <= settings.shortlist.mostProved else { return nil }
    var wide = list
    wide.rows = rows
    wide.problem = try campaign.listed(rows, threads: settings.threads)
    wide.solver = AllocationSolver(
      valid: wide.problem.allocation, settings: settings.allocation(until: end))
    return wide
  }

  /// The best plan of the wide list, with the bound of its tree; prices are those that prove for everybody.
  private func proved(
    _ first: AllocationSolution, of list: Shortlist, among wide: Shortlist
  ) -> AllocationSolution {
    var places: [Int: Int] = [:]
    for (place, row) in wide.rows.enumerated() { places[row] = place }
    var known = warmStart(first, of: list)
    for number in known.choices.indices {
      known.choices[number].item = Int32(places[list.rows[Int(known.choices[number].item)]] ?? 0)
    }
    var solution = wide.solver.solve(from: known, progress: progress)
    // Whoever is not on the wide list is in no plan worth more than the first one.
    solution.bound = max(min(solution.bound, first.bound), solution.value, first.value)
    (solution.prices, solution.priceBound) = (list.relaxed.prices, list.bound)
    let isClosed = solution.relativeGap <= max(settings.relativeGap, 1e-9)
    if solution.value > -.infinity { solution.outcome = isClosed ? .optimal : .feasible }
    return solution
  }
}
