import Allocation
import Casting

/// A plan read back beside the inputs it was made from, ready to be asked about.
public struct PlanInquiry {
  /// Why a plan cannot be asked about.
  public enum Fault: Error, Sendable, Equatable {
    /// The inputs allow no such deal: `C0001 P01 live`.
    case foreignDeal(String)
    /// The rules that the plan relaxes are not the brief's.
    case foreignRelaxation
  }

  private static let fewestSolves = 8

  let campaign: Campaign
  let problem: CastingProblem
  let claims: PlanClaims
  let settings: PlannerSettings
  let assembly: PlanAssembly

  /// Scores the campaign and books the plan's deals again. Throws `Fault` for a plan that cannot be of these
  /// inputs, and `PlannerError` for a campaign that is unfit for planning.
  ///
  /// - Parameter campaign: as read; the plan's budget and relaxed rules are applied to it.
  public init(
    _ claims: PlanClaims, of campaign: Campaign, settings: PlannerSettings
  ) throws {
    let isAsked = campaign.brief.budgetQuestion != nil
    let settled = isAsked ? campaign.settled(on: claims.budget) : campaign
    guard let relaxed = settled.relaxed(by: claims.relaxed, of: settings.rules) else {
      throw Fault.foreignRelaxation
    }
    let problem = try CastingProblem(
      relaxed, rules: settings.rules, threads: settings.threads)
    let subject = AuditSubject(problem, auditing: claims)
    var options: [Int] = []
    for deal in claims.deals {
      guard let option = subject.option(of: deal) else {
        throw Fault.foreignDeal("\(deal.creatorID) \(deal.productID) \(deal.format.rawValue)")
      }
      options.append(option)
    }
    self.campaign = relaxed
    self.problem = problem
    self.claims = claims
    self.settings = settings
    assembly = PlanAssembly(
      problem: problem,
      solution: AllocationSolution(
        outcome: claims.isProvedOptimal ? .optimal : .feasible, chosenOptions: options.sorted(),
        value: claims.value, bound: claims.bound, prices: subject.prices(claims),
        priceBound: claims.priceBound, statistics: AllocationStatistics()),
      settings: settings)
  }

  /// Whether the plan is worth by these inputs what it says: if not, others made it.
  public var matchesInputs: Bool {
    let value = assembly.booking.state.value
    return abs(value - claims.value) <= 1e-6 * max(1, abs(value), abs(claims.value))
      && claims.rules.count >= problem.allocation.rows.count
  }

  /// What a rule of the plan costs, asked for by its name or id.
  ///
  /// Solves again without it; nil where the plan has no such rule. Throws `PlannerError`.
  public func explain(rule name: String) throws -> RuleExplanation? {
    let named = problem.rules.named(name).map(\.name) + [name]
    guard let rule = claims.rules.first(where: { named.contains($0.name) }) else { return nil }
    var explanation = RuleExplanation(
      objective: claims.objective, rule: rule, value: claims.value, bound: claims.bound,
      without: nil, cost: nil, budgetStep: nil)
    var trials = RuleTrials(look(work: questionWork), settings: settings)
    if let answer = try trials.answer(without: rule.name) {
      explanation.cost = answer.cost
      explanation.without = row(answer)
    }
    if rule.name == "budget" {
      var look = look(work: questionWork)
      explanation.budgetStep = try PlanStudy(problem: problem, settings: settings).budgetStep(&look)
    }
    return explanation
  }

  /// Work that one question may take: of a large campaign, what a few solves take.
  var questionWork: Int {
    max(settings.questionWork, SecondLook.work(ofSolves: Self.fewestSolves, problem))
  }

  /// Solves again beside the plan as the file has it.
  func look(work: Int) -> SecondLook {
    SecondLook(
      problem: problem, solution: assembly.solution, empty: assembly.empty, settings: settings,
      work: work)
  }

  private func row(_ answer: RuleTrials.Answer) -> WhatIfRow {
    var solution = answer.solution
    // Every plan that obeys the rule is one without it.
    if solution.value < claims.value {
      solution.take(
        answer.problem.allocation.options(
          at: problem.allocation.choices(assembly.solution.chosenOptions)),
        in: answer.problem.allocation, asking: settings.relativeGap)
    }
    return WhatIfStudy.row(
      ScenarioPlan(
        scenario: answer.scenario, problem: answer.problem, solution: solution,
        empty: AllocationState(answer.problem.allocation)),
      beside: deals, gap: settings.relativeGap)
  }

  private var deals: [ScenarioDeal] {
    claims.deals.map {
      ScenarioDeal(
        creatorID: $0.creatorID, productID: $0.productID, format: $0.format, cost: $0.cost)
    }
  }
}
