import Allocation

/// Finds out why a campaign has no plan, and what would give it one.
struct ClashFinder {
  private let problem: RelaxableProblem
  private let settings: PlannerSettings
  private var oracle: ClashOracle
  private var state: RuleState

  /// More independent clashes than anyone reads.
  private static let maximumClashes = 20

  /// Throws `PlannerError` as `CastingProblem` does.
  init(_ campaign: Campaign, settings: PlannerSettings) throws {
    problem = try RelaxableProblem(campaign, threads: settings.threads)
    self.settings = settings
    oracle = ClashOracle(problem, settings: settings)
    state = problem.start
  }

  /// The report; nil when it was not proved in time that the campaign has no plan.
  ///
  /// A clash is mended by its cheapest change before the next one is looked for, so that clashes
  /// that have nothing to do with each other are all listed.
  mutating func report() throws -> ClashReport? {
    var report = ClashReport(
      campaign: problem.campaign.brief.campaign, ruleCount: problem.rules.count, clashes: [],
      isMended: false)
    while report.clashes.count < Self.maximumClashes {
      switch oracle.answer(state) {
      case .plan:
        report.isMended = true
        return report
      case .undecided: return report.clashes.isEmpty ? nil : report
      case .impossible:
        let clash = try clash()
        guard !clash.rules.isEmpty else { return report }
        mend(clash)
        report.clashes.append(clash)
      }
    }
    return report
  }

  private mutating func clash() throws -> ClashReport.Clash {
    var search = SmallestClash(oracle, state: state)
    let members = search.find()
    oracle = search.oracle
    let rules = try members.map { try clashing($0, in: members) }
    return ClashReport.Clash(
      rules: rules, isSmallest: search.isSmallest, cheapest: ClashCost.cheapest(rules) ?? 0)
  }

  private mutating func clashing(_ rule: Int, in members: [Int]) throws -> ClashingRule {
    var found = ClashingRule(
      rule: problem.rules[rule], change: .drop, scope: .campaign, isLeast: true,
      isVerified: false)
    var base = state
    var answer = oracle.answer(state.dropping(rule))
    if case .plan = answer {} else {
      base = state.keeping(only: members)
      found.scope = .clash
      answer = oracle.answer(base.dropping(rule))
    }
    guard case .plan(let plan) = answer else {
      found.isLeast = false
      return found
    }
    if problem.rules[rule].limit != nil {
      var search = LeastChange(oracle, rule: rule, state: base)
      let least = search.find(from: plan)
      oracle = search.oracle
      found.change = .limit(from: base.limit[rule], to: least.limit)
      found.isLeast = least.isLeast
    } else if problem.rules[rule].kind == .window {
      var search = LeastWindow(oracle, rule: rule, state: base)
      if let window = search.find() { found.change = .window(window) }
      found.isLeast = search.isLeast
      oracle = search.oracle
    }
    found.isVerified = try isMended(base.applying(found.change, to: rule))
    return found
  }

  private mutating func mend(_ clash: ClashReport.Clash) {
    let cheapest = clash.rules[clash.cheapest]
    guard let rule = problem.rules.firstIndex(of: cheapest.rule) else { return }
    state = state.applying(cheapest.change, to: rule)
  }

  /// Solves again from the inputs as the user would have written them.
  private func isMended(_ state: RuleState) throws -> Bool {
    guard oracle.isTimeLeft else { return false }
    let edited = try CastingProblem(problem.campaign(under: state), threads: settings.threads)
    var allocation = edited.allocation
    allocation.countCostsAlone()
    var limits = AllocationSettings()
    limits.goal = -.infinity
    limits.timeLimit = settings.timeLimit
    limits.maximumNodes = settings.maximumNodes
    limits.threads = settings.threads
    limits.seed = settings.seed
    let solution = AllocationSolver(problem: allocation, settings: limits).solve()
    return solution.outcome == .optimal || solution.outcome == .feasible
  }
}

extension RuleState {
  func applying(_ change: ClashingRule.Change, to rule: Int) -> RuleState {
    switch change {
    case .limit(_, let limit): setting(rule, to: limit)
    case .drop: dropping(rule)
    case .window(let window): setting(window)
    }
  }
}
