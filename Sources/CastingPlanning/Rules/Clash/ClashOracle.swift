import Allocation

/// Says of any part of a campaign's rules whether a plan obeys it, and remembers what it learned.
///
/// Every plan met is tried on every later question, and every proof that there is none answers
/// all stricter ones, so that most questions are not solved at all.
struct ClashOracle {
  enum Answer {
    case plan(PlanFacts)
    /// Proved: no plan obeys the rules.
    case impossible
    /// A limit came first.
    case undecided
  }

  let problem: RelaxableProblem
  /// Problems solved so far.
  private(set) var solves = 0
  private let settings: PlannerSettings
  private let end: ContinuousClock.Instant
  private var plans: [PlanFacts] = []
  private var impossible: [RuleState] = []

  /// Most nodes of one question: one that needs more is left open.
  private static let maximumNodes = 20_000
  /// Most nodes spent on making a plan better before the question is put plainly.
  private static let improvingNodes = 500

  /// Problems of at most so many choices are tried through, in at most so many steps.
  private static let maximumChoices = 5_000
  private static let maximumSteps = 200_000

  /// - Parameter settings: the time limit holds for all questions together.
  init(_ problem: RelaxableProblem, settings: PlannerSettings) {
    self.problem = problem
    self.settings = settings
    end = ContinuousClock.now + .seconds(settings.timeLimit)
  }

  /// Whether a plan obeys the state's rules.
  mutating func answer(_ state: RuleState) -> Answer {
    if let plan = plans.first(where: { problem.gauge.obeys($0, state) }) { return .plan(plan) }
    if impossible.contains(where: { state.implies($0, problem.rules) }) { return .impossible }
    var aim = AllocationSettings()
    aim.goal = -.infinity
    aim.relativeGap = 0
    aim.maximumNodes = min(settings.maximumNodes, Self.maximumNodes)
    let answer = solve(state, aim) { _ in }
    if case .impossible = answer { impossible.append(state) }
    return answer
  }

  /// A plan under the state's rules that needs little of a rule which is not among them.
  ///
  /// Nil when none was found. Proves nothing: ask for less to see whether there is better.
  mutating func frugalPlan(_ state: RuleState, for rule: Int) -> PlanFacts? {
    guard isTimeLeft else { return nil }
    var aim = AllocationSettings()
    aim.relativeGap = 1e-9
    aim.maximumNodes = min(settings.maximumNodes, Self.improvingNodes)
    guard problem.rules[rule].unit != .shareOfSpend else { return nil }
    let row = row(of: rule)
    let isLargest = problem.rules[rule].side == .minimum
    let answer = solve(state, aim) { allocation in
      if let row { allocation.aim(at: row, isLargest: isLargest) }
    }
    if case .plan(let plan) = answer { return plan }
    return nil
  }

  var isTimeLeft: Bool { ContinuousClock.now < end }

  /// The row that measures a rule with a limit of its own; nil for the budget, since the least spend is
  /// looked for anyway.
  private func row(of rule: Int) -> AllocationRow? {
    let alone = problem.start.keeping(only: [rule])
    let rows = (try? problem.problem(under: alone))?.problem.rows ?? []
    return rows.count > 1 ? rows.last : nil
  }

  private mutating func solve(
    _ state: RuleState, _ aim: AllocationSettings, _ change: (inout AllocationProblem) -> Void
  ) -> Answer {
    guard isTimeLeft, let made = try? problem.problem(under: state) else {
      return .undecided
    }
    var allocation = made.problem
    change(&allocation)
    solves += 1
    if RowRange.provesImpossible(allocation) { return .impossible }
    switch decide(allocation, aim) {
    case .impossible: return .impossible
    case .undecided: return .undecided
    case .options(let options):
      let plan = problem.facts(options.map { made.options[$0] })
      // A plan that only rounding lets pass answers nothing.
      guard problem.gauge.obeys(plan, state) else { return .undecided }
      plans.append(plan)
      return .plan(plan)
    }
  }

  /// First without deals that are only dearer; where that stays open, with all of them.
  private func decide(
    _ allocation: AllocationProblem, _ aim: AllocationSettings
  ) -> ChoiceSearch.Outcome {
    let takesFirst = aim.goal == -.infinity
    // With another aim than the least spend a dearer deal may be the better one.
    guard allocation.costWeight > 0 else {
      return decideSmall(allocation, takesFirst: takesFirst) ?? decideLarge(allocation, aim)
    }
    let (lean, kept) = allocation.withoutDearerOptions()
    switch decideSmall(lean, takesFirst: takesFirst) ?? decideLarge(lean, aim) {
    case .impossible: return .impossible
    case .options(let options): return .options(options.map { kept[$0] })
    case .undecided: return decideLarge(allocation, aim)
    }
  }

  /// Trying everything; nil when that is too much.
  private func decideSmall(
    _ allocation: AllocationProblem, takesFirst: Bool
  ) -> ChoiceSearch.Outcome? {
    guard let table = ChoiceTable(allocation, maximum: Self.maximumChoices) else { return nil }
    if table.isImpossible { return .impossible }
    // The first row is the budget, the sum of all costs.
    let most = allocation.costWeight > 0 ? allocation.rows[0].upper : .infinity
    var search = ChoiceSearch(
      allocation, table, takesFirst: takesFirst, most: most, maximumSteps: Self.maximumSteps)
    let outcome = search.run()
    if case .undecided = outcome { return nil }
    return outcome
  }

  private func decideLarge(
    _ allocation: AllocationProblem, _ aim: AllocationSettings
  ) -> ChoiceSearch.Outcome {
    var limits = aim
    limits.threads = settings.threads
    limits.seed = settings.seed
    limits.timeLimit = seconds(end - ContinuousClock.now)
    let solution = AllocationSolver(valid: allocation, settings: limits).solve()
    return switch solution.outcome {
    case .infeasible: .impossible
    case .unknown: .undecided
    case .optimal, .feasible: .options(solution.chosenOptions)
    }
  }

  private func seconds(_ duration: Duration) -> Double {
    Double(duration.components.seconds) + Double(duration.components.attoseconds) * 1e-18
  }
}
