import Allocation
import Casting

extension PlanInquiry {
  /// Why a creator is in the plan, or is not, and what would change that, by planning again.
  /// Throws `PlannerError`.
  ///
  /// - Parameters:
  ///   - creator: row of the roster.
  ///   - product: row of the product list; her deal in the plan, or her best one, when nil.
  public func explain(creator: Int, product: Int? = nil) throws -> CreatorExplanation {
    let mine = assembly.booking.steps.filter {
      assembly.booking.state.itemOfOption($0.option) == creator
    }
    let deals = mine.isEmpty ? [] : assembly.deals()
    let own = deals.filter { $0.creator == creator }
    var explanation = blank(creator, own, deals.count)
    let asked = own.first { product == nil || $0.product == product }
    if var deal = asked {
      tryBreakEven(&deal)
      explanation.deal = deal
      explanation.reason = .cast(deal.reasons)
      explanation.productID = deal.productID
      explanation.format = deal.format
      (explanation.fee, explanation.feeBasis) = (deal.feeFinding, deal.feeBasis)
      addFactors(deal.product, deal.format, creator, &explanation)
      return explanation
    }
    var finding = assembly.finding(of: creator, product: product)
    if own.isEmpty {
      var trials = trials
      finding.solve(&trials)
    }
    let told = LeftOutCreator(finding, of: problem)
    explanation.reason = .leftOut(told.reason)
    // Where the one deal asked about was not taken, what would bring her in is not the question.
    if own.isEmpty { (explanation.fee, explanation.feeBasis) = (finding.fee, told.feeBasis) }
    guard let deal = finding.deal, let format = finding.format, let product = finding.product
    else { return explanation }
    explanation.productID = told.bestProductID
    explanation.format = format
    explanation.statedFee = problem.statedFee(of: deal)
    addFactors(product, format, creator, &explanation)
    if own.isEmpty, finding.reason.mayYieldToEngagement {
      explanation.engagement = try EngagementSearch(
        campaign: campaign, problem: problem, settings: settings
      ).entry(of: creator)
    }
    return explanation
  }

  private func blank(
    _ creator: Int, _ own: [PlannedDeal], _ count: Int
  ) -> CreatorExplanation {
    let roster = campaign.roster
    return CreatorExplanation(
      objective: claims.objective, creatorID: roster.creatorIDs[creator],
      name: roster.names[creator], platform: roster.platforms[creator],
      tier: problem.response.roster.tiers[creator], followers: roster.followers[creator],
      plannedProducts: own.map(\.productID), dealCount: claims.deals.count, reason: .cast([]),
      factors: [], fee: .notSolved, feeBasis: .notSolved, statedFee: .nan,
      statedEngagement: roster.engagementRates[creator])
  }

  private func addFactors(
    _ product: Int, _ format: DealFormat, _ creator: Int, _ explanation: inout CreatorExplanation
  ) {
    guard !problem.predicted.contains(creator: creator, product: product),
      let table = FactorTable(problem: problem, product: product, format: format)
    else { return }
    let (factors, peers) = table.factors(of: creator)
    (explanation.factors, explanation.peers) = (factors, peers)
    explanation.statedFee = factors.first { $0.kind == .fee }?.value ?? .nan
  }

  private var trials: FeeTrials {
    var look = look(work: questionWork)
    look.tighten()
    return FeeTrials(look)
  }

  private func tryBreakEven(_ deal: inout PlannedDeal) {
    guard !deal.locked,
      let step = assembly.booking.steps.first(where: { isStep($0, deal) })
    else { return }
    var trials = trials
    deal.feeFinding = trials.breakEven(
      of: problem.candidate(option: step.option, creator: deal.creator), guess: deal.pricedFee)
  }

  private func isStep(_ step: BookingOrder.Step, _ deal: PlannedDeal) -> Bool {
    assembly.booking.state.itemOfOption(step.option) == deal.creator
      && problem.product(ofOption: step.option) == deal.product
  }
}

extension LeftOutReason {
  /// Whether a better relationship with her audience could bring her in.
  fileprivate var mayYieldToEngagement: Bool {
    switch self {
    case .banned, .barred, .unavailable, .offersNoFormat, .excluded, .declined, .ask,
      .askWithoutRate,
      .overSpendLimit, .overBudget, .overRule, .moreThanRule, .tornApart, .companionOut,
      .reachesNobody:
      false
    case .audienceReached, .outputSold, .ruleFull, .keptApart, .personFull, .companionTooDear,
      .tooDear,
      .neverPays, .nextInLine:
      true
    }
  }
}
