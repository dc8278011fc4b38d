import Allocation
import Casting

/// A campaign whose texts are compared and whose plan is known, ready to answer what-ifs: each is
/// solved from the prices and the plan of the one before.
///
/// Not safe to be used from several threads at a time; each solve uses `settings.threads`.
public final class HeldCampaign {
  /// As it is; scenarios are changes to it.
  public let campaign: Campaign
  /// Hold for every scenario by itself.
  public let settings: PlannerSettings
  private let norms: RosterNorms
  private let embeddings: NicheEmbeddings
  /// Of the campaign as it is.
  private let response: ResponseModel
  /// The answer that the next solve starts from.
  private var last: ScenarioPlan?

  /// Scores the campaign; nothing is solved yet.
  public init(_ campaign: Campaign, settings: PlannerSettings) {
    self.campaign = campaign
    self.settings = settings
    norms = RosterNorms(of: campaign.roster)
    embeddings = NicheEmbeddings.make(
      roster: campaign.roster, products: campaign.products, brief: campaign.brief,
      threads: settings.threads)
    response = ResponseModel(
      campaign: campaign, norms: norms, embeddings: embeddings, threads: settings.threads)
  }

  /// The campaign of a plan that was just made: nothing is scored again.
  init(_ known: ScenarioPlan, settings: PlannerSettings) {
    campaign = known.problem.campaign
    self.settings = settings
    norms = RosterNorms(of: campaign.roster)
    embeddings = known.problem.response.embeddings
    response = known.problem.response
    last = known
  }

  /// The best plan of a scenario that could be found within the settings, with its proof.
  ///
  /// The scenario has the creators and products of the campaign, with the same texts. Where its
  /// brief asks for the budget, the answer's own scenario has the one that was found. Throws
  /// `PlannerError` for a campaign that is unfit for planning.
  public func solve(_ scenario: Scenario) throws -> ScenarioPlan {
    if let question = scenario.campaign.brief.budgetQuestion {
      return try answer(question, of: scenario)
    }
    return try solveAsStated(scenario, settings.allocation)
  }

  /// The best plan at the budget that is stated.
  ///
  /// - Parameter warm: where to start in place of the last answer.
  func solveAsStated(
    _ scenario: Scenario, _ limits: AllocationSettings, from warm: WarmStart? = nil
  ) throws -> ScenarioPlan {
    let (problem, solution, empty) = try solution(of: scenario, limits, from: warm)
    let plan = ScenarioPlan(
      scenario: scenario, problem: problem, solution: solution, empty: empty)
    if plan.hasPlan { last = plan }
    return plan
  }

  /// - Parameter rate: charged for every yen of spend, in units of the objective.
  func solution(
    of scenario: Scenario, _ limits: AllocationSettings, charging rate: Double = 0,
    from warm: WarmStart? = nil
  ) throws -> (problem: CastingProblem, solution: AllocationSolution, empty: AllocationState) {
    let problem = try CastingProblem(
      scenario.campaign, rules: settings.rules, threads: settings.threads,
      reusing: response(of: scenario))
    var allocation = problem.allocation
    allocation.costWeight += rate
    let known = warm ?? last?.warmStart(for: problem) ?? problem.lastPlan
    let solver = AllocationSolver(valid: allocation, settings: limits)
    let solution = solver.solve(from: known)
    return (
      problem, solution, rate == 0 ? solver.emptyState : AllocationState(problem.allocation)
    )
  }

  func response(of scenario: Scenario) -> ResponseModel {
    let edited = scenario.campaign
    let isOfRulesAlone = scenario.relation != .other && edited.brief.window == campaign.brief.window
    if isOfRulesAlone { return response }
    // Niches of the brief change what texts mean.
    let embeddings =
      edited.brief.niches == campaign.brief.niches
      ? embeddings
      : NicheEmbeddings.make(
        roster: edited.roster, products: edited.products, brief: edited.brief,
        threads: settings.threads)
    return ResponseModel(
      campaign: edited, norms: norms, embeddings: embeddings, threads: settings.threads)
  }
}
