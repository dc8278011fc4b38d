import Allocation
import AllocationAudit
import Casting

/// Finds out why a campaign has no plan, and what would give it one.
struct ClashFinder {
  let problem: RelaxableProblem
  private let settings: PlannerSettings
  var oracle: ClashOracle
  var state: RuleState

  /// More independent clashes than anyone reads.
  static let maximumClashes = 20

  /// Throws `PlannerError` as `CastingProblem` does.
  init(_ campaign: Campaign, settings: PlannerSettings) throws {
    problem = try RelaxableProblem(campaign, rules: settings.rules, threads: settings.threads)
    self.settings = settings
    oracle = ClashOracle(problem, settings: settings)
    state = problem.start
  }

  enum Finding {
    case clashes(ClashReport)
    /// There is a plan after all.
    case plan(PlanFacts)
    /// It was not proved in time that the campaign has no plan.
    case undecided
  }

  /// Which rules clash, if any do.
  ///
  /// A clash is mended by its cheapest change before the next one is looked for, so that clashes
  /// that have nothing to do with each other are all listed.
  mutating func find() throws -> Finding {
    var report = ClashReport(
      campaign: problem.campaign.brief.campaign, ruleCount: problem.rules.count, clashes: [],
      isMended: false)
    while report.clashes.count < Self.maximumClashes {
      switch oracle.answer(state) {
      case .plan(let plan):
        report.isMended = true
        return report.clashes.isEmpty ? .plan(plan) : .clashes(report)
      case .undecided: return report.clashes.isEmpty ? .undecided : .clashes(report)
      case .impossible:
        let clash = try clash()
        guard !clash.rules.isEmpty else { return .undecided }
        mend(clash)
        report.clashes.append(clash)
      }
    }
    return .clashes(report)
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
      rule: problem.rules[rule], change: .drop, scope: .campaign, unproved: 0,
      isVerified: false)
    var base = state
    var answer = oracle.answer(state.dropping(rule))
    if case .plan = answer {
    } else {
      base = state.keeping(only: members)
      found.scope = .clash
      answer = oracle.answer(base.dropping(rule))
    }
    guard case .plan(var plan) = answer else {
      found.unproved = 1
      return found
    }
    if problem.rules[rule].limit != nil {
      var search = LeastChange(oracle, rule: rule, state: base)
      let least = search.find(from: plan)
      oracle = search.oracle
      found.change = .limit(from: base.limit(of: rule), to: least.limit)
      found.unproved = least.unproved
      plan = least.plan
    } else if problem.rules[rule].days != nil {
      var search = LeastWindow(oracle, rule: rule, state: base)
      if let least = search.find() {
        found.change = .window(least.window)
        plan = least.plan
      }
      found.unproved = search.isLeast ? 0 : 1
      oracle = search.oracle
    }
    found.isVerified = try isPlan(plan, under: base.applying(found.change, to: rule))
    return found
  }

  private mutating func mend(_ clash: ClashReport.Clash) {
    let cheapest = clash.rules[clash.cheapest]
    guard let rule = problem.rules.firstIndex(of: cheapest.rule) else { return }
    state = state.applying(cheapest.change, to: rule)
  }

  /// Whether the plan obeys the campaign, made anew from the inputs as the user would have to
  /// write them and looked at by the code that audits plans.
  private func isPlan(_ plan: PlanFacts, under state: RuleState) throws -> Bool {
    guard oracle.isTimeLeft else { return false }
    let edited = try CastingProblem(
      problem.campaign(under: state), rules: settings.rules, threads: settings.threads)
    guard let options = edited.options(of: plan) else { return false }
    return PlanAudit(edited.allocation).violations(of: options).isEmpty
  }
}

extension CastingProblem {
  /// The options that are the plan's deals; nil when one of them is not to be had.
  func options(of plan: PlanFacts) -> [Int]? {
    var found: [Int] = []
    for deal in plan.deals {
      let choice = WarmStart.Choice(item: deal.creator, kind: deal.kind)
      guard let option = allocation.option(at: choice), allocation.optionCost[option] == deal.cost
      else { return nil }
      found.append(option)
    }
    return found
  }
}

extension RuleState {
  func applying(_ change: ClashingRule.Change, to rule: Int) -> RuleState {
    switch change {
    case .limit(_, let limit): setting(rule, to: .limit(limit))
    case .drop: dropping(rule)
    case .window(let window): setting(rule, to: .days(window))
    }
  }
}
