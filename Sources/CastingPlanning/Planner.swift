import Allocation
import AllocationAudit
import Casting

/// Makes the casting plan of a campaign: scores, solves, ranks and explains.
public enum Planner {
  /// The best plan that could be found within the settings, with the proof of its quality.
  ///
  /// The plan is the same at any number of threads. Throws `PlannerError` for a campaign that is
  /// unfit for planning; that no plan exists, or that time ran out, is an outcome.
  public static func plan(
    _ campaign: Campaign, settings: PlannerSettings = PlannerSettings(),
    progress: (@Sendable (PlannerProgress) -> Void)? = nil
  ) throws -> PlannerOutcome {
    if let question = campaign.brief.budgetQuestion {
      return try plan(campaign, answering: question, settings, progress)
    }
    return try plan(campaign, settings, from: nil, progress)
  }

  /// The same where creators are read some at a time; the roster is held after all where it has few deals,
  /// where the brief asks for a budget, and where its better creators alone make no plan.
  ///
  /// Throws as the other does, and where creators cannot be read.
  public static func plan(
    _ campaign: LongCampaign, settings: PlannerSettings = PlannerSettings(),
    progress: (@Sendable (PlannerProgress) -> Void)? = nil
  ) throws -> PlannerOutcome {
    guard campaign.brief.budgetQuestion == nil, campaign.dealCount > settings.mostHeldDeals else {
      return try plan(campaign.held(), settings: settings, progress: progress)
    }
    return try planFromShortlist(campaign, settings, progress)
  }

  /// Finds the budget that the brief asks for, then plans with it.
  private static func plan(
    _ campaign: Campaign, answering question: BudgetQuestion, _ settings: PlannerSettings,
    _ progress: (@Sendable (PlannerProgress) -> Void)?
  ) throws -> PlannerOutcome {
    let clock = ContinuousClock()
    let start = clock.now
    let found = try HeldCampaign(campaign, settings: settings)
      .solve(Scenario(name: .changes([]), campaign: campaign))
    if case .target(let target) = question, found.hasPlan, found.value < target {
      return .unreached(
        UnreachedTarget(
          objective: campaign.brief.objective, target: target, value: found.value,
          bound: found.bound, budget: campaign.brief.budget ?? .infinity))
    }
    let searched = seconds(clock.now - start)
    let outcome = try plan(found.scenario.campaign, settings, from: found, progress)
    guard case .plan(var plan, var timings) = outcome, let answer = found.budgetAnswer else {
      return outcome
    }
    plan.budgetAnswer = answer
    plan.notes.insert(.budgetFound(answer: BudgetFinding(answer, plan)), at: 0)
    timings.solving += searched
    return .plan(plan, timings)
  }

  /// - Parameter known: the answer to the same question, to start from.
  private static func plan(
    _ campaign: Campaign, _ settings: PlannerSettings, from known: ScenarioPlan?,
    _ progress: (@Sendable (PlannerProgress) -> Void)?
  ) throws -> PlannerOutcome {
    let deals = LongCampaign.dealCount(of: campaign)
    guard known == nil, deals > settings.mostHeldDeals else {
      return try planHeld(campaign, settings, from: known, progress)
    }
    return try planFromShortlist(
      LongCampaign(campaign, rules: settings.rules, threads: settings.threads), settings, progress)
  }

  /// Plans with all deals of all creators at hand.
  private static func planHeld(
    _ campaign: Campaign, _ settings: PlannerSettings, from known: ScenarioPlan?,
    _ progress: (@Sendable (PlannerProgress) -> Void)?
  ) throws -> PlannerOutcome {
    let clock = ContinuousClock()
    let start = clock.now
    let problem = try CastingProblem(campaign, rules: settings.rules, threads: settings.threads)
    let scored = clock.now
    let warm = known?.warmStart(for: problem) ?? problem.lastPlan
    var solution = solve(problem.allocation, settings, from: warm, progress)
    let solved = clock.now
    switch solution.outcome {
    case .infeasible, .unknown:
      // A search that met no plan may have been slow to see that there is none.
      var finder = try ClashFinder(campaign, settings: settings)
      switch try finder.find() {
      case .clashes(let report):
        return try relaxed(campaign, report, settings, progress) ?? .infeasible(report)
      case .undecided: return .unknown
      case .plan(let plan):
        guard let options = problem.options(of: plan) else { return .unknown }
        solution.take(options, in: problem.allocation, asking: settings.relativeGap)
      }
    case .optimal, .feasible: break
    }
    var plan = try PlanStudy(problem: problem, settings: settings).plan(from: solution)
    let studied = clock.now
    try BudgetCurveStudy(problem: problem, solution: solution, settings: settings).add(to: &plan)
    var timings = PlannerTimings(
      scoring: seconds(scored - start), solving: seconds(solved - scored))
    timings.curve = seconds(clock.now - studied)
    return .plan(plan, timings)
  }

  /// Plans with the cheapest change of every clash, where the settings ask for that; nil where
  /// they do not, or where the changes are not known to be enough.
  private static func relaxed(
    _ campaign: Campaign, _ report: ClashReport, _ settings: PlannerSettings,
    _ progress: (@Sendable (PlannerProgress) -> Void)?
  ) throws -> PlannerOutcome? {
    guard settings.relaxesRules, report.isMended,
      let relaxed = campaign.relaxed(by: report.relaxations, of: settings.rules)
    else { return nil }
    var settings = settings
    settings.relaxesRules = false
    guard
      case .plan(var plan, let timings) = try plan(relaxed, settings, from: nil, progress)
    else { return nil }
    plan.relaxed = report.relaxations
    plan.relaxedRules = report.relaxedRules
    return .plan(plan, timings)
  }

  /// Plans with the creators who matter of a long roster; with all of them where those make no plan.
  private static func planFromShortlist(
    _ campaign: LongCampaign, _ settings: PlannerSettings,
    _ progress: (@Sendable (PlannerProgress) -> Void)?
  ) throws -> PlannerOutcome {
    guard campaign.brief.budget != nil else { throw PlannerError.budgetMissing }
    let start = ContinuousClock.now
    let end = start + .seconds(settings.timeLimit)
    let (list, solution) = try ShortlistSolver(
      campaign: campaign, settings: settings, end: end, progress: report(progress)
    ).solve(ShortlistSearch(campaign: campaign, settings: settings, end: end).shortlist())
    let solved = seconds(.now - start)
    guard solution.outcome == .optimal || solution.outcome == .feasible else {
      var settings = settings
      settings.timeLimit -= solved
      return settings.timeLimit > 0
        ? try planHeld(campaign.held(), settings, from: nil, progress) : .unknown
    }
    // Nothing is solved again: answers of the list alone would be those of another roster.
    var plan = try PlanStudy(
      problem: list.problem, settings: settings,
      others: OtherCreators(
        campaign: campaign, list: list, threads: settings.threads,
        mostTold: settings.shortlist.told)
    ).plan(from: solution)
    for deal in plan.deals.indices {
      plan.deals[deal].creator = list.rows[plan.deals[deal].creator]
    }
    if settings.curvePoints > 0 { plan.curveOmission = .rosterNotHeld }
    // Creators are scored whenever they are looked at.
    return .plan(plan, PlannerTimings(scoring: 0, solving: solved))
  }

  private static func solve(
    _ problem: AllocationProblem, _ settings: PlannerSettings, from warm: WarmStart?,
    _ progress: (@Sendable (PlannerProgress) -> Void)?
  ) -> AllocationSolution {
    AllocationSolver(valid: problem, settings: settings.allocation)
      .solve(from: warm, progress: report(progress))
  }

  private static func report(
    _ progress: (@Sendable (PlannerProgress) -> Void)?
  ) -> (@Sendable (AllocationProgress) -> Void)? {
    guard let progress else { return nil }
    return {
      progress(
        PlannerProgress(value: $0.value, bound: $0.bound, nodes: $0.nodes, elapsed: $0.elapsed))
    }
  }

  private static func seconds(_ duration: Duration) -> Double {
    Double(duration.components.seconds) + Double(duration.components.attoseconds) * 1e-18
  }
}
