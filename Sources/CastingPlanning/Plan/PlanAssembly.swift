import Allocation
import Casting

/// Turns the solver's answer into a plan: rank, reach, orders, prices, reasons.
struct PlanAssembly {
  let problem: CastingProblem
  let solution: AllocationSolution
  let settings: PlannerSettings
  let empty: AllocationState
  let booking: BookingOrder
  let priced: PricedDeals
  /// Those of a long roster who are not in the problem.
  let others: OtherCreators?

  init(
    problem: CastingProblem, solution: AllocationSolution, settings: PlannerSettings,
    others: OtherCreators? = nil
  ) {
    self.others = others
    self.problem = problem
    self.solution = solution
    self.settings = settings
    let empty = AllocationState(problem.allocation)
    self.empty = empty
    booking = BookingOrder(
      options: solution.chosenOptions, isLocked: { Self.isLocked($0, problem, empty) },
      empty: empty)
    priced = PricedDeals(problem: problem, prices: solution.prices)
  }

  static func isLocked(
    _ option: Int, _ problem: CastingProblem, _ state: AllocationState
  ) -> Bool {
    problem.locks.names(
      creator: state.itemOfOption(option), product: problem.product(ofOption: option))
  }

  /// Writes the plan down. Throws `PlannerError` where deals of others cannot be made again.
  func plan(_ answers: PlanAnswers, _ baselines: Baselines.Made) throws -> Plan {
    let deals = answers.deals
    let value = deals.last?.cumulativeValue ?? 0
    let bound = max(min(solution.bound, answers.bound), value)
    let left = try leftOut(answers.leftOut)
    let emptyReason = deals.isEmpty ? EmptyPlanInquiry(problem: problem).reason() : nil
    var plan = Plan(
      status: solution.outcome == .optimal ? .optimal : .feasible,
      campaign: problem.campaign.brief.campaign, objective: problem.campaign.brief.objective,
      value: value, bound: bound, gap: AllocationSolution.relativeGap(value: value, bound: bound),
      askedGap: settings.relativeGap, priceBound: max(solution.priceBound, value),
      nodes: solution.statistics.nodes + solution.statistics.groupNodes,
      spend: deals.last?.cumulativeCost ?? 0,
      budget: problem.campaign.brief.budget ?? .infinity, seed: settings.seed, deals: deals,
      creators: creators(deals), products: products(deals), rules: answers.rules,
      prices: prices(), leftOut: left, baselines: baselines.baselines,
      gradeShares: gradeShares(deals),
      notes: [emptyReason.map { .nobodyCast(because: $0) }].compactMap { $0 }
        + PlanNotes(problem: problem, deals: deals).notes()
        + [unsolved(deals, left), baselines.note, others?.note(leftOut: answers.leftOut.count)]
        .compactMap { $0 },
      cells: problem.response.roster.audience.cells.names)
    plan.emptyReason = emptyReason
    plan.taxRate = problem.campaign.brief.terms.tax?.rate
    plan.totals = problem.totals(solution.chosenOptions, spend: plan.spend)
    plan.budgetStep = answers.budgetStep
    PlanDetails(problem: problem, candidates: candidates).add(to: &plan)
    plan.riskCharge = problem.riskCharge(solution.chosenOptions, in: empty)
    plan.outcomes = OutcomeModel(
      problem: problem, seed: settings.seed, threads: settings.threads
    ).outcomes(of: solution.chosenOptions)
    if settings.stabilityDraws > 0 {
      plan.stability = StabilityStudy(problem, solution, settings)
        .stability(of: booking.steps.map(\.option))
    }
    return plan
  }

  /// Nil when every fee was solved.
  private func unsolved(_ deals: [PlannedDeal], _ left: [LeftOutCreator]) -> PlanNote? {
    let counts = (
      deals: deals.count { $0.feeFinding == .notSolved },
      leftOut: left.count { $0.feeFinding == .notSolved && !$0.reason.lacksFee }
    )
    return counts == (0, 0) ? nil : .unsolvedFees(deals: counts.deals, leftOut: counts.leftOut)
  }

  /// All rules with limits, use and price, before any cost is solved.
  func rules() throws -> [RuleReport] {
    var rules = try RuleReports(
      problem: problem, prices: solution.prices, priced: priced, state: booking.state,
      threads: settings.threads, others: others
    ).reports()
    for (place, id) in NamedRule.ids(rules.map(\.name)).enumerated() { rules[place].id = id }
    return rules
  }

  /// In booking order, before any fee is solved.
  func deals() -> [PlannedDeal] {
    DealLedger(
      problem: problem, booking: booking, priced: priced, threads: settings.threads
    ).deals()
  }

  private func prices() -> PlanPrices {
    PlanPrices(
      budget: solution.prices.row[0], orderCapacity: solution.prices.totalOutput,
      stock: solution.prices.groupOutput, reach: solution.prices.pool)
  }

  /// In the order of their first deals.
  private func creators(_ deals: [PlannedDeal]) -> [PlannedCreator] {
    var places: [Int: Int] = [:]
    var creators: [PlannedCreator] = []
    for deal in deals {
      let place = places[deal.creator] ?? creators.count
      if place == creators.count {
        places[deal.creator] = place
        creators.append(
          PlannedCreator(
            creatorID: deal.creatorID, name: deal.name, deals: 0,
            spend: problem.allocation.items[deal.creator].fixedCost, value: 0))
      }
      creators[place].deals += 1
      creators[place].spend += deal.cost
      creators[place].value += deal.marginalValue
    }
    return creators
  }

  private func products(_ deals: [PlannedDeal]) -> [PlannedProduct] {
    let served = booking.state.servedOutput()
    var planned = problem.campaign.products.products.map {
      PlannedProduct(
        productID: $0.id, name: $0.name, orders: 0, value: 0, spend: 0, creators: 0, stockLeft: 0)
    }
    for deal in deals {
      planned[deal.product].orders += deal.expectedOrders
      planned[deal.product].value += deal.marginalValue
      planned[deal.product].spend += deal.cost
      planned[deal.product].creators += 1
    }
    for (number, product) in problem.campaign.products.products.enumerated() {
      if problem.campaign.brief.objective != .reach { planned[number].orders = served[number] }
      planned[number].stockLeft = max(0, product.stock - planned[number].orders)
    }
    return planned
  }

  /// The plan's deals as the problem has them, in booking order.
  var candidates: [DealCandidate] {
    booking.steps.map {
      problem.candidate(option: $0.option, creator: empty.itemOfOption($0.option))
    }
  }

  /// The creators nearest to coming in first.
  func leftOutFindings() -> [LeftOutFinding] {
    var isCast = [Bool](repeating: false, count: problem.allocation.itemCount)
    for deal in candidates { isCast[deal.creator] = true }
    return inquiry.findings(isCast: isCast, threads: settings.threads)
      .sorted { ($1.earnings, $0.creator) < ($0.earnings, $1.creator) }
  }

  /// Why one creator is not in the plan, or not for the product.
  func finding(of creator: Int, product: Int?) -> LeftOutFinding {
    inquiry.finding(creator, product: product)
  }

  private var inquiry: LeftOutInquiry {
    var cast = [[DealCandidate]](repeating: [], count: problem.allocation.groupCount)
    for deal in candidates {
      cast[problem.kinds.product(ofKind: deal.kind)].append(deal)
    }
    return LeftOutInquiry(
      problem: problem, priced: priced, prices: solution.prices, castProblem: problem,
      cast: cast,
      linked: LinkedInquiry(
        problem: problem, priced: priced, deals: candidates))
  }

  private func leftOut(_ findings: [LeftOutFinding]) throws -> [LeftOutCreator] {
    try others?.leftOut(findings, inquiry)
      ?? findings.map { LeftOutCreator($0, of: problem) }
  }

  private func gradeShares(_ deals: [PlannedDeal]) -> [Double] {
    var shares = [Double](repeating: 0, count: Grade.allCases.count)
    for deal in deals { shares[Int(deal.grade.rawValue)] += max(0, deal.marginalValue) }
    let total = shares.reduce(0, +)
    return total > 0 ? shares.map { $0 / total } : shares
  }
}
