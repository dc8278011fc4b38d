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

  let campaign: Campaign
  let problem: CastingProblem
  let claims: PlanClaims
  let settings: PlannerSettings
  let assembly: PlanAssembly

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

  /// A rule of the plan by its name.
  public func explain(rule name: String) throws -> RuleExplanation? {
    guard let rule = claims.rules.first(where: { $0.name == name }) else { return nil }
    var without: WhatIfRow?
    if let scenario = Scenario(dropping: name, of: campaign, rules: settings.rules) {
      // From the plan itself: without a rule nothing worse is ever shown.
      let known = WarmStart(
        prices: assembly.solution.prices,
        choices: problem.allocation.choices(assembly.solution.chosenOptions))
      let plan = try HeldCampaign(campaign, settings: settings)
        .solveAsStated(scenario, settings.allocation, from: known)
      without = WhatIfStudy.row(plan, beside: deals, gap: settings.relativeGap)
    }
    return RuleExplanation(
      objective: claims.objective, rule: rule, value: claims.value, bound: claims.bound,
      without: without)
  }

  private var deals: [ScenarioDeal] {
    claims.deals.map {
      ScenarioDeal(
        creatorID: $0.creatorID, productID: $0.productID, format: $0.format, cost: $0.cost)
    }
  }
}
