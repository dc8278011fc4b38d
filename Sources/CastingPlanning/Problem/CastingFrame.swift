import Allocation
import Casting

/// All of a campaign's allocation problem but the deals: rules, response, and what sorts deals out.
struct CastingFrame: Sendable {
  let campaign: Campaign
  let response: ResponseModel
  let kinds: DealKinds
  let rules: RuleRows
  let locks: CampaignLocks
  let links: CampaignLinks
  let screen: DealScreen
  let predicted: PredictedDeals
  let kept: KeptDeals?
  let risk: RiskCharge?

  /// Throws `PlannerError`, and `RosterFault` for columns that are no roster.
  ///
  /// - Parameter known: the response of a campaign that differs in its rules alone; worked out when
  ///   nil.
  init(_ campaign: Campaign, threads: Int, reusing known: ResponseModel?) throws {
    guard campaign.brief.budget != nil else { throw PlannerError.budgetMissing }
    // Made in code, a roster may lack columns that one from a file always has.
    var campaign = campaign
    campaign.roster = try campaign.roster.completed()
    let products = campaign.products.products
    response = known ?? ResponseModel(campaign: campaign, threads: threads)
    kept = KeptDeals(campaign)
    risk = RiskCharge(campaign, response)
    kinds = DealKinds(
      productCount: products.count, formats: response.formats.all, marksKeptDeals: kept != nil)
    let matcher = FilterMatcher(
      roster: campaign.roster, tiers: response.roster.tiers, products: products, kinds: kinds,
      taxonomy: NicheTaxonomy.builtIn.extended(by: campaign.brief.niches))
    screen = DealScreen(
      campaign: campaign, matcher: matcher, roster: response.roster, kinds: kinds)
    predicted = PredictedDeals(campaign.deals, creators: campaign.roster.count)
    rules = RuleRows(campaign: campaign, matcher: matcher, kinds: kinds)
    locks = try CampaignLocks(campaign)
    links = try CampaignLinks(campaign)
    self.campaign = campaign
  }

  var maker: OptionMaker {
    OptionMaker(
      response: response, screen: screen, kinds: kinds, deals: predicted, kept: kept, risk: risk)
  }

  /// The problem of all creators, whose deals are in `blocks`.
  func problem(_ blocks: [OptionBlock]) -> AllocationProblem {
    var items = Self.items(response.roster, spendLimit: screen.spendLimit)
    locks.apply(to: &items, kinds: kinds)
    var problem = problem(
      items: items, shares: response.roster.audience.shares, rows: rules.rows, blocks: blocks)
    problem.links = links.itemLinks
    return problem
  }

  /// The problem of some creators in a row, without what the brief asks of single ones.
  ///
  /// - Parameter blocks: their deals.
  func problem(of creators: Range<Int>, _ blocks: [OptionBlock]) -> AllocationProblem {
    let cells = response.cellCount
    let rows = rules.rows.map { row in
      var part = row
      if !row.memberItems.isEmpty { part.memberItems = Array(row.memberItems[creators]) }
      return part
    }
    return problem(
      items: Self.items(response.roster, creators, spendLimit: screen.spendLimit),
      shares: Array(
        response.roster.audience
          .shares[creators.lowerBound * cells..<creators.upperBound * cells]),
      rows: rows, blocks: blocks)
  }

  /// - Parameter creators: all when nil.
  static func items(
    _ roster: ResolvedRoster, _ creators: Range<Int>? = nil, spendLimit: Double
  ) -> [AllocationItem] {
    (creators ?? 0..<roster.count).map {
      AllocationItem(
        slots: max(0, roster.slots[$0]), fixedCost: roster.activationCosts[$0],
        spendLimit: spendLimit)
    }
  }

  /// Joins the blocks of deals with the markets, the rules and the objective.
  private func problem(
    items: [AllocationItem], shares: [Double], rows: [AllocationRow], blocks: [OptionBlock]
  ) -> AllocationProblem {
    let products = campaign.products.products
    let brief = campaign.brief
    let isReach = brief.objective == .reach
    let options = JoinedOptions(blocks)
    return AllocationProblem(
      groupCount: products.count, segmentCount: response.cellCount,
      curve: Self.curve(brief.saturation), poolCapacity: response.products.marketSize,
      poolYield: isReach
        ? [Double](repeating: 1, count: response.products.conversion.count)
        : response.products.conversion,
      groupWorth: response.products.unitValue,
      groupOutputLimit: products.map { isReach ? .infinity : $0.stock },
      totalOutputLimit: isReach ? .infinity : brief.orderCapacity, items: items,
      segmentShares: shares, optionStart: options.starts,
      optionKind: options.kinds, optionReach: options.reach, optionCost: options.cost,
      optionValue: options.value,
      kindGroup: (0..<kinds.count).map { Int32(kinds.product(ofKind: $0)) },
      kindExclusion: Self.exclusionKeys(products, kinds, byCategory: brief.exclusiveCategories),
      rows: rows, costWeight: brief.objective.subtractsCost ? 1 : 0)
  }

  private static func curve(_ saturation: SaturationCurve) -> PoolCurve {
    switch saturation {
    case .randomDuplication: .exponential
    case .logarithmic: .logarithmic
    case .none: .linear
    }
  }

  /// A key per product, or per category where the brief makes them exclusive; a product without a
  /// category stands alone.
  static func exclusionKeys(
    _ products: [Product], _ kinds: DealKinds, byCategory: Bool
  ) -> [Int32] {
    var keyOfCategory: [String: Int32] = [:]
    let keys = products.enumerated().map { number, product in
      let category = NormalizedText(product.category).string
      guard byCategory, !category.isEmpty else { return Int32(number) }
      let key = keyOfCategory[category] ?? Int32(number)
      keyOfCategory[category] = key
      return key
    }
    return (0..<kinds.count).map { keys[kinds.product(ofKind: $0)] }
  }
}

/// Blocks of deals, end to end.
private struct JoinedOptions {
  var starts: [Int] = [0]
  var kinds: [Int32] = []
  var reach: [Double] = []
  var cost: [Double] = []
  var value: [Double] = []

  init(_ blocks: [OptionBlock]) {
    if blocks.count == 1, let block = blocks.first {
      // As it is: a roster is looked at block by block many times.
      for count in block.counts { starts.append(starts[starts.count - 1] + count) }
      (kinds, reach, cost, value) = (block.kinds, block.reach, block.cost, block.value)
      return
    }
    let total = blocks.reduce(0) { $0 + $1.kinds.count }
    let hasValues = blocks.contains { !$0.value.isEmpty }
    starts.reserveCapacity(blocks.reduce(1) { $0 + $1.counts.count })
    kinds.reserveCapacity(total)
    reach.reserveCapacity(total)
    cost.reserveCapacity(total)
    if hasValues { value.reserveCapacity(total) }
    for block in blocks {
      for count in block.counts { starts.append(starts[starts.count - 1] + count) }
      kinds.append(contentsOf: block.kinds)
      reach.append(contentsOf: block.reach)
      cost.append(contentsOf: block.cost)
      guard hasValues else { continue }
      value.append(contentsOf: block.value)
      value.append(contentsOf: repeatElement(0, count: block.kinds.count - block.value.count))
    }
  }
}
