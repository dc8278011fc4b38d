import Allocation
import Casting

/// All of a campaign's allocation problem but the deals: rules, response, and what sorts deals out.
struct CastingFrame: Sendable {
  let campaign: Campaign
  let response: ResponseModel
  let kinds: DealKinds
  let rules: RuleSet
  /// What the rules make of the problem.
  let draft: ProblemDraft
  let screen: DealScreen
  let predicted: PredictedDeals
  let kept: KeptDeals?
  let risk: RiskCharge?
  let amounts: DealAmounts

  /// Throws `PlannerError`, and `RosterFault` for columns that are no roster.
  ///
  /// - Parameters:
  ///   - asksOfSingleCreators: whether rules on single creators hold.
  ///   - known: the response of a campaign that differs in its rules alone; worked out when nil.
  init(
    _ campaign: Campaign, rules: RuleSet, asksOfSingleCreators: Bool = true, threads: Int,
    reusing known: ResponseModel?
  ) throws {
    guard campaign.brief.budget != nil else { throw PlannerError.budgetMissing }
    // Made in code, a roster may lack columns that one from a file always has.
    var campaign = campaign
    campaign.roster = try campaign.roster.completed()
    let products = campaign.products.products
    response = known ?? ResponseModel(campaign: campaign, threads: threads)
    kept = KeptDeals(campaign)
    risk = RiskCharge(campaign, response)
    amounts = DealAmounts(campaign.brief)
    kinds = DealKinds(
      productCount: products.count, formats: response.formats.all, marksKeptDeals: kept != nil)
    draft = try ProblemDraft(
      rules,
      in: RuleFrame(
        campaign, response: response, kinds: kinds,
        creatorIDs: asksOfSingleCreators ? rules.singleCreators : []),
      asksOfSingleCreators: asksOfSingleCreators)
    screen = DealScreen(
      draft.dealLimits, products: products, roster: response.roster, kinds: kinds,
      excluded: ExcludedProducts(
        campaign, taxonomy: NicheTaxonomy.builtIn.extended(by: campaign.brief.niches)),
      booked: BookedDeals(campaign))
    predicted = PredictedDeals(campaign.deals, creators: campaign.roster.count)
    self.rules = rules
    self.campaign = campaign
  }

  var maker: OptionMaker {
    OptionMaker(
      response: response, screen: screen, kinds: kinds, deals: predicted, kept: kept, risk: risk,
      amounts: amounts)
  }

  /// The problem of all creators, whose deals are in `blocks`.
  func problem(_ blocks: [OptionBlock]) -> AllocationProblem {
    var problem = problem(
      items: draft.items(response.roster), shares: response.roster.audience.shares,
      rows: draft.rows, blocks: blocks)
    draft.addSingleCreators(to: &problem)
    return problem
  }

  /// The problem of some creators in a row, without what the brief asks of single ones.
  ///
  /// - Parameter blocks: their deals.
  func problem(of creators: Range<Int>, _ blocks: [OptionBlock]) -> AllocationProblem {
    let cells = response.cellCount
    let rows = draft.rows.map { row in
      var part = row
      if !row.memberItems.isEmpty { part.memberItems = Array(row.memberItems[creators]) }
      return part
    }
    return problem(
      items: draft.items(response.roster, creators),
      shares: Array(
        response.roster.audience
          .shares[creators.lowerBound * cells..<creators.upperBound * cells]),
      rows: rows, blocks: blocks)
  }

  /// Joins the blocks of deals with the markets, the rules and the objective.
  private func problem(
    items: [AllocationItem], shares: [Double], rows: [AllocationRow], blocks: [OptionBlock]
  ) -> AllocationProblem {
    let products = campaign.products.products
    let brief = campaign.brief
    let isReach = brief.objective == .reach
    let options = JoinedOptions(blocks)
    var problem = AllocationProblem(
      groupCount: products.count, segmentCount: response.cellCount,
      curve: Self.curve(brief.saturation), poolCapacity: response.products.marketSize,
      poolYield: isReach
        ? [Double](repeating: 1, count: response.products.conversion.count)
        : response.products.conversion,
      groupWorth: response.products.unitValue,
      groupOutputLimit: draft.stock, totalOutputLimit: draft.orderCapacity, items: items,
      segmentShares: shares, optionStart: options.starts,
      optionKind: options.kinds, optionReach: options.fill, optionCost: options.cost,
      optionValue: options.value,
      kindGroup: (0..<kinds.count).map { Int32(kinds.product(ofKind: $0)) },
      kindExclusion: draft.exclusionKeys,
      rows: rows, costWeight: brief.objective.subtractsCost ? 1 : 0)
    problem.amounts = options.amounts
    return problem
  }

  private static func curve(_ saturation: SaturationCurve) -> PoolCurve {
    switch saturation {
    case .randomDuplication: .exponential
    case .logarithmic: .logarithmic
    case .none: .linear
    }
  }
}

/// Blocks of deals, end to end.
private struct JoinedOptions {
  var starts: [Int] = [0]
  var kinds: [Int32] = []
  var fill: [Double] = []
  var cost: [Double] = []
  var value: [Double] = []
  var amounts: [[Double]] = []

  init(_ blocks: [OptionBlock]) {
    if blocks.count == 1, let block = blocks.first {
      // As it is: a roster is looked at block by block many times.
      for count in block.counts { starts.append(starts[starts.count - 1] + count) }
      (kinds, fill, cost, value) = (block.kinds, block.fill, block.cost, block.value)
      amounts = block.amounts
      return
    }
    let total = blocks.reduce(0) { $0 + $1.kinds.count }
    let hasValues = blocks.contains { !$0.value.isEmpty }
    starts.reserveCapacity(blocks.reduce(1) { $0 + $1.counts.count })
    kinds.reserveCapacity(total)
    fill.reserveCapacity(total)
    cost.reserveCapacity(total)
    if hasValues { value.reserveCapacity(total) }
    for list in blocks.first?.amounts.indices ?? 0..<0 {
      amounts.append(blocks.flatMap { $0.amounts[list] })
    }
    for block in blocks {
      for count in block.counts { starts.append(starts[starts.count - 1] + count) }
      kinds.append(contentsOf: block.kinds)
      fill.append(contentsOf: block.fill)
      cost.append(contentsOf: block.cost)
      guard hasValues else { continue }
      value.append(contentsOf: block.value)
      value.append(contentsOf: repeatElement(0, count: block.kinds.count - block.value.count))
    }
  }
}
