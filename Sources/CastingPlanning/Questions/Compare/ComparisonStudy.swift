import Allocation
import AllocationAudit
import Casting

/// Works out from one campaign's inputs what two lists of deals are worth, and what lies between them.
public struct ComparisonStudy {
  private let campaign: Campaign
  private let settings: PlannerSettings
  private let free: FreeCasting
  private let locks: CampaignLocks
  /// With nothing chosen.
  private let empty: AllocationState

  /// Scores the campaign. Throws `PlannerError` for one that is unfit for planning.
  ///
  /// - Parameter campaign: whose brief states the budget.
  public init(_ campaign: Campaign, settings: PlannerSettings) throws {
    self.campaign = campaign
    self.settings = settings
    free = try FreeCasting(campaign, rules: settings.rules, threads: settings.threads)
    locks = CampaignLocks(of: campaign)
    empty = AllocationState(free.problem.allocation)
  }

  /// Deals that cannot be made are left out, and named; one that comes twice counts once. Throws
  /// `PlannerError`.
  public func comparison(of first: DealList, with second: DealList) throws -> PlanComparison {
    let booked = [first, second].map(booked)
    let model = OutcomeModel(
      problem: free.problem, seed: settings.seed, threads: settings.threads)
    let outcomes = model.outcomes(of: booked[0].options, beside: booked[1].options)
    let drawn = [outcomes.0, outcomes.1]
    let sides = [first, second].indices.map { place in
      side([first, second][place].name, booked[place], drawn[place])
    }
    var comparison = PlanComparison(
      campaign.brief.objective, sides, isRecomputed: true, costs: booked.map(\.costs))
    let before = booked[0].options.reduce(into: empty) { $0.add($1) }
    let (old, new) = (Set(booked[0].options), Set(booked[1].options))
    comparison.steps = ScenarioStep.steps(
      from: before, leaving: booked[0].options.filter { !new.contains($0) },
      coming: booked[1].options.filter { !old.contains($0) }, deal: deal)
    comparison.secondIsBetter = outcomes.better
    comparison.bound = try bound(
      zip([first, second], sides).compactMap { list, side in
        list.claims.map { claims in
          let isItsOwn =
            list.isOfTheseInputs && list.strangers.isEmpty && claims.relaxed.isEmpty
            && (side.value - claims.value).magnitude <= 1e-9 * max(1, claims.value.magnitude)
            && claims.budget == campaign.brief.budget
          return (claims, isItsOwn ? claims.bound : .infinity)
        }
      })
    return comparison
  }

  // MARK: One list

  /// What of a list can be made.
  private struct Booked {
    /// No option twice.
    var options: [Int] = []
    /// Money as the list states them, NaN where it does not; by option.
    var costs: [Double] = []
    var impossible: [ImpossibleDeal] = []
  }

  private func booked(_ list: DealList) -> Booked {
    var booked = Booked()
    booked.impossible = list.strangers
    var seen: Set<Int> = []
    for deal in list.deals {
      guard let option = option(deal) else {
        booked.impossible.append(ImpossibleDeal(deal, in: free.problem))
        continue
      }
      guard seen.insert(option).inserted else { continue }
      booked.options.append(option)
      booked.costs.append(deal.statedCost ?? .nan)
    }
    return booked
  }

  private func option(_ deal: DealList.Deal) -> Int? {
    if let format = deal.format {
      return free.option(creator: deal.creator, product: deal.product, format: format)
    }
    return free.problem.response.formats.all.compactMap {
      free.option(creator: deal.creator, product: deal.product, format: $0)
    }.max { empty.gain(adding: $0) < empty.gain(adding: $1) }
  }

  private func side(
    _ name: String, _ booked: Booked, _ outcomes: Outcomes
  ) -> PlanComparison.Side {
    let state = booked.options.reduce(into: empty) { $0.add($1) }
    let deals = booked.options.map(deal)
    return PlanComparison.Side(
      name: name, value: state.value, spend: state.spend,
      totals: free.problem.totals(booked.options, spend: state.spend), deals: deals,
      creatorCount: Set(booked.options.map { empty.itemOfOption($0) }).count, outcomes: outcomes,
      largestShare: free.problem.largestShare(of: booked.options, locks: locks),
      breaches: free.breaches(of: booked.options), impossible: booked.impossible,
      restated: zip(deals, booked.costs).compactMap { deal, stated in
        (stated - deal.cost).magnitude >= 0.5
          ? PlanComparison.RestatedCost(deal: deal, first: stated, second: deal.cost) : nil
      })
  }

  private func deal(_ option: Int) -> ScenarioDeal {
    ScenarioDeal(
      free.problem,
      WarmStart.Choice(
        item: empty.itemOfOption(option), kind: Int(free.problem.allocation.optionKind[option])),
      cost: free.problem.allocation.optionCost[option])
  }

  // MARK: Proof

  /// The least bound: those at the prices of the plans, recomputed under the brief's rules, and those
  /// that plans of these inputs have themselves.
  private func bound(_ plans: [(claims: PlanClaims, own: Double)]) throws -> Double? {
    guard !plans.isEmpty else { return nil }
    let problem = try CastingProblem(
      campaign, rules: settings.rules, threads: settings.threads, reusing: free.problem.response)
    let audit = PlanAudit(problem.allocation)
    return plans.flatMap { claims, own in
      [own, audit.bound(at: AuditSubject(problem, auditing: claims).prices(claims))]
    }.filter(\.isFinite).min()
  }
}
