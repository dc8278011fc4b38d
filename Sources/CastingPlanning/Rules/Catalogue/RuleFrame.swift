import Casting

/// What rules are told apart by: the campaign's creators, products and kinds of deals.
package struct RuleFrame: Sendable {
  package let campaign: Campaign
  package let kinds: DealKinds
  /// What rows may count beside deals and costs.
  package let amounts: DealAmounts
  private let matcher: FilterMatcher
  private let rowOfCreator: [String: Int]

  /// - Parameter creatorIDs: whose rows rules ask for.
  init(
    _ campaign: Campaign, response: ResponseModel, kinds: DealKinds, creatorIDs wanted: Set<String>
  ) {
    self.campaign = campaign
    self.kinds = kinds
    amounts = DealAmounts(campaign.brief)
    matcher = FilterMatcher(
      roster: campaign.roster, tiers: response.roster.tiers, audience: response.roster.audience,
      products: campaign.products.products, kinds: kinds,
      taxonomy: NicheTaxonomy.builtIn.extended(by: campaign.brief.niches))
    rowOfCreator = campaign.roster.creatorIDs.rows(of: wanted)
  }

  /// The same creators, products and kinds under other rules; these name nobody new.
  func of(_ edited: Campaign) -> RuleFrame { RuleFrame(of: edited, self) }

  private init(of campaign: Campaign, _ other: RuleFrame) {
    self.campaign = campaign
    (matcher, kinds, rowOfCreator) = (other.matcher, other.kinds, other.rowOfCreator)
    amounts = other.amounts
  }

  /// Row of a creator whom a rule on single creators names; nil where the roster has none such.
  package func row(ofCreator id: String) -> Int? { rowOfCreator[id] }

  /// The deals that a filter selects.
  package func match(_ filter: DealFilter) -> FilterMatch { matcher.match(filter) }

  /// The deals of creators whose audience is not as it is wanted.
  package func missing(_ wanted: AudienceShare) -> FilterMatch { matcher.missing(wanted) }

  /// What of a creator's audience the condition is about, 0…1.
  package func share(of creator: Int, _ wanted: AudienceShare) -> Double {
    matcher.share(of: creator, wanted)
  }

  /// By kind: whether its deals are of the product.
  package func kinds(ofProduct product: Int) -> [Bool] {
    (0..<kinds.count).map { kinds.product(ofKind: $0) == product }
  }
}
