import Allocation

/// A campaign as an allocation problem, with all that is needed to read the answer back.
///
/// Items are creators, groups products, segments audience cells, kinds product × format.
///
/// A class, though a value: it holds dozens of arrays, and is read by everything that explains a plan.
public final class CastingProblem: Sendable {
  public let campaign: Campaign
  public let response: ResponseModel
  public let allocation: AllocationProblem
  public let kinds: DealKinds
  /// What the rows of `allocation` mean.
  public let ruleBook: RuleBook
  /// Why deals of a creator were not considered; n.
  public let refusals: [Refusal]
  let locks: CampaignLocks
  let links: CampaignLinks
  let screen: DealScreen
  let ceilings: DealCeilings
  let predicted: PredictedDeals
  let kept: KeptDeals?
  let risk: RiskCharge?
  let spendLimit: Double

  /// Scores every creator with every product and format, and gathers the rules.
  ///
  /// O(n m (k + formats)) for embeddings of k dimensions. Throws `PlannerError`.
  ///
  /// - Parameter known: the response of a campaign that differs in its rules alone; worked out when
  ///   nil.
  public init(_ campaign: Campaign, threads: Int, reusing known: ResponseModel? = nil) throws {
    guard campaign.brief.budget != nil else { throw PlannerError.budgetMissing }
    let products = campaign.products.products
    let response = known ?? ResponseModel(campaign: campaign, threads: threads)
    let kept = KeptDeals(campaign)
    let risk = RiskCharge(campaign, response)
    let kinds = DealKinds(
      productCount: products.count, formats: response.formats.all, marksKeptDeals: kept != nil)
    let matcher = FilterMatcher(
      roster: campaign.roster, tiers: response.roster.tiers, products: products, kinds: kinds,
      taxonomy: NicheTaxonomy.builtIn.extended(by: campaign.brief.niches))
    let screen = DealScreen(
      campaign: campaign, matcher: matcher, roster: response.roster, kinds: kinds)
    let predicted = PredictedDeals(campaign.deals, creators: campaign.roster.count)
    let rules = RuleRows(campaign: campaign, matcher: matcher, kinds: kinds)
    let locks = try CampaignLocks(campaign)
    let links = try CampaignLinks(campaign)
    let blocks = OptionMaker(
      response: response, screen: screen, kinds: kinds, deals: predicted, kept: kept,
      risk: risk
    ).blocks(threads: threads)

    var items = Self.items(response.roster, spendLimit: screen.spendLimit)
    locks.apply(to: &items, kinds: kinds)
    var allocation = Self.allocation(
      campaign: campaign, response: response, kinds: kinds, items: items, rows: rules.rows,
      blocks: blocks)
    allocation.links = links.itemLinks
    self.allocation = allocation
    ceilings = DealCeilings(allocation)
    refusals = blocks.flatMap(\.refusals)
    self.campaign = campaign
    self.response = response
    self.kinds = kinds
    self.locks = locks
    self.links = links
    self.screen = screen
    self.predicted = predicted
    self.kept = kept
    self.risk = risk
    ruleBook = rules.book
    spendLimit = screen.spendLimit
  }

  static func items(_ roster: ResolvedRoster, spendLimit: Double) -> [AllocationItem] {
    (0..<roster.count).map {
      AllocationItem(
        slots: max(0, roster.slots[$0]), fixedCost: roster.activationCosts[$0],
        spendLimit: spendLimit)
    }
  }
}
