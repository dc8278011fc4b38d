import Casting

/// One question of a what-if: the campaign as it would be.
public struct Scenario: Sendable {
  /// What its plans are to those of the base.
  public enum Relation: Sendable {
    /// They are the same.
    case same
    /// Every plan of the base is one of its own.
    case relaxes
    /// Every plan of its own is one of the base.
    case tightens
    /// Neither, or not known.
    case other
  }

  /// As rows call it.
  public var name: ScenarioName
  /// As it would be: of the same creators and products.
  public var campaign: Campaign
  /// What is known of its plans before anything is solved.
  public var relation: Relation
  /// Bans of the campaign for whose sake rules that then cannot hold are left out.
  package var droppedGroups: [DealFilter] = []

  /// A scenario of the user's own making.
  ///
  /// - Parameter relation: a wrong one makes wrong bounds; `.other` is always right.
  public init(name: ScenarioName, campaign: Campaign, relation: Relation = .other) {
    self.name = name
    self.campaign = campaign
    self.relation = relation
  }

  /// This scenario's name and relation joined with those of one made from its campaign.
  package func followed(by next: Scenario) -> Scenario {
    let isOneWay = relation == .same || next.relation == .same || relation == next.relation
    var both = Scenario(
      name: name.followed(by: next.name), campaign: next.campaign,
      relation: isOneWay ? (relation == .same ? next.relation : relation) : .other)
    both.droppedGroups = droppedGroups + next.droppedGroups
    return both
  }

  /// The campaign with another budget.
  ///
  /// - Parameter budget: Money.
  public init(budget: Double, of campaign: Campaign) {
    var campaign = campaign
    let base = campaign.brief.budget ?? .infinity
    campaign.brief.budget = budget
    self.init(
      name: .changes([.budget(yen: budget)]), campaign: campaign,
      relation: budget >= base ? .relaxes : .tightens)
  }

  /// The campaign with another fee of a creator, in one format, which has a column of its own, or in
  /// all she has a fee for.
  ///
  /// - Parameters:
  ///   - creator: row of the roster.
  ///   - fee: Money.
  public init(fee: Double, ofCreator creator: Int, in format: DealFormat?, of campaign: Campaign) {
    var campaign = campaign
    campaign.roster.setFee(fee, ofCreator: creator, in: format, campaign.brief.terms)
    let id = campaign.roster.creatorIDs[creator]
    self.init(
      name: .changes([.fee(creator: id, format: format, yen: fee)]), campaign: campaign)
  }

  /// The same with what becomes of the fees that she states in the format, or in all.
  ///
  /// - Parameter change: Money before to money after.
  package init(
    changingFeeBy change: (Double) -> Double, ofCreator creator: Int, in format: DealFormat?,
    of campaign: Campaign
  ) {
    var campaign = campaign
    let fee = campaign.roster.changeFee(
      ofCreator: creator, in: format, campaign.brief.terms, change)
    let id = campaign.roster.creatorIDs[creator]
    self.init(
      name: .changes([.fee(creator: id, format: format, yen: fee)]), campaign: campaign)
  }

  /// The campaign with other fees of all creators whom a filter selects; nil where that changes none.
  package init?(
    changingFeesBy change: (Double) -> Double, ofAll filter: DealFilter, words: String,
    of campaign: Campaign
  ) {
    let matcher = FilterMatcher(
      roster: campaign.roster, tiers: campaign.roster.tiers,
      audience: AudienceEstimate(roster: campaign.roster, brief: campaign.brief),
      products: campaign.products.products,
      kinds: DealKinds(productCount: campaign.products.count, formats: [.live]),
      taxonomy: NicheTaxonomy.builtIn.extended(by: campaign.brief.niches))
    let match = matcher.match(filter)
    var edited = campaign
    var count = 0
    for creator in 0..<campaign.roster.count where match.includes(creator: creator, kind: 0) {
      if edited.roster.changeStatedFees(ofCreator: creator, change) { count += 1 }
    }
    if count == 0 { return nil }
    self.init(name: .changes([.typed(words: "fee \(words)")]), campaign: edited)
  }

  /// The campaign without the deals of a group, and without rules that then cannot hold.
  public init(withoutDealsOf group: DealFilter, of campaign: Campaign) {
    var campaign = campaign
    campaign.brief.bans.append(group)
    self.init(
      name: .changes([.typed(words: "drop \(group.words)")]), campaign: campaign,
      relation: .tightens)
    droppedGroups = [group]
  }

  /// The campaign without a rule; nil where it has none of the name, or none that can be dropped.
  ///
  /// - Parameter rule: its name or its id, as `Plan.rules` has them.
  public init?(dropping rule: String, of campaign: Campaign) {
    self.init(dropping: rule, of: campaign, rules: .standard)
  }

  package init?(dropping rule: String, of campaign: Campaign, rules: RuleCatalogue) {
    let ruleSet = RuleSet(campaign, rules)
    guard let made = ruleSet.dropping(rule, from: campaign) else { return nil }
    let name = ruleSet.named(rule).first?.name ?? rule
    self.init(
      name: .changes([.dropRule(rule: name)]), campaign: made.campaign,
      // Without a limit on orders the same plan is worth more.
      relation: made.isWorthTheSame ? .relaxes : .other)
  }

  /// The campaign with more money for one product, which has a limit of its own.
  ///
  /// - Parameter yen: money, negative for less.
  package init(adding yen: Double, toSpendOf product: Int, of campaign: Campaign) {
    var campaign = campaign
    let id = campaign.products.products[product].id
    let most = campaign.products.products[product].maximumSpend
    campaign.products.products[product].maximumSpend = max(0, most + yen)
    self.init(
      name: .changes([.productSpend(product: id, yen: yen)]), campaign: campaign,
      relation: yen >= 0 ? .relaxes : .tightens)
  }
}

extension Campaign {
  /// Whether a creator, a product and a format of it are of the group.
  package func hasDeal(of group: DealFilter) -> Bool {
    let matcher = FilterMatcher(
      roster: roster, tiers: roster.tiers,
      audience: AudienceEstimate(roster: roster, brief: brief), products: products.products,
      kinds: DealKinds(productCount: products.count, formats: brief.allFormats),
      taxonomy: NicheTaxonomy.builtIn.extended(by: brief.niches))
    return matcher.match(group).includesSome
  }
}
