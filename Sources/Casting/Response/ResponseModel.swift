import LinearAlgebra

/// Everything known about what a deal brings and costs, model (1)–(5) and (8).
///
/// n creators, m products, F formats in play, S audience cells.
package struct ResponseModel: Sendable {
  package let formats: CampaignFormats
  package internal(set) var roster: ResolvedRoster
  package let relationship: Relationship
  package let embeddings: NicheEmbeddings
  package let products: ProductResponse
  /// κ.
  package let concentration: Double
  /// V_if · h_i · δ_if · t_i with announcements, people; n × F, row-major.
  package let creatorReach: [Double]
  /// What amounts are in.
  package let money: Money
  /// Money per deal of a product; m.
  let productCosts: [Double]
  let prices: [Double]
  /// What products pay those who sell them, whoever it is; m.
  private let commissions: [Double]
  private let paysPerOrder: [Double]
  /// Whether some product does.
  package let productsPayByOrder: Bool

  /// The model of a whole campaign.
  package init(campaign: Campaign, threads: Int) {
    self.init(
      campaign: campaign, norms: RosterNorms(of: campaign.roster),
      embeddings: NicheEmbeddings.make(
        roster: campaign.roster, products: campaign.products, brief: campaign.brief,
        threads: threads), threads: threads)
  }

  /// The model of a campaign whose roster may be a part of a longer one.
  ///
  /// - Parameters:
  ///   - norms: what is typical of the whole roster.
  ///   - embeddings: of the campaign's creators and products, in their order.
  ///   - formats: those of the whole roster, where they are not the part's own.
  package init(
    campaign: Campaign, norms: RosterNorms, embeddings: NicheEmbeddings,
    formats: CampaignFormats? = nil, threads: Int
  ) {
    let brief = campaign.brief
    let roster = campaign.roster
    let formats =
      formats ?? CampaignFormats(roster: roster, brief: brief, deals: campaign.deals)
    let tiers = roster.tiers
    let (audience, relationship) = Blocks.both(threads: threads) {
      AudienceEstimate(roster: roster, defaultMix: norms.audience.mix(brief: brief))
    } _: {
      Relationship(roster: roster, tiers: tiers, brief: brief, norms: norms)
    }
    let resolved = ResolvedRoster(
      roster: roster, brief: brief, formats: formats.inPlay, tiers: tiers, audience: audience,
      packages: formats.packages)
    creatorReach = Self.creatorReach(roster, resolved, relationship, brief)
    self.formats = formats
    self.relationship = relationship
    self.embeddings = embeddings
    self.roster = resolved
    concentration = brief.affinityConcentration
    products = ProductResponse(
      products: campaign.products.products, brief: brief, cells: resolved.audience.cells,
      population: resolved.audience.defaultMix)
    money = brief.terms.money
    productCosts = campaign.products.products.map(\.costPerDeal)
    prices = campaign.products.products.map(\.price)
    commissions = campaign.products.products.map(\.commission)
    paysPerOrder = campaign.products.products.map(\.payPerOrder)
    productsPayByOrder = (commissions + paysPerOrder).contains { $0 > 0 }
  }

  private static func creatorReach(
    _ roster: Roster, _ resolved: ResolvedRoster, _ relationship: Relationship, _ brief: Brief
  ) -> [Double] {
    var reach = resolved.views
    for creator in 0..<resolved.count {
      let people = resolved.authenticShares[creator] * relationship.multipliers[creator]
      for (position, format) in resolved.formats.enumerated() {
        let place = creator * resolved.formats.count + position
        if let package = format.package {
          reach[place] =
            people * resolved.packages.delivered[resolved.packages.row(creator: creator, package)]
          continue
        }
        reach[place] *=
          people
          * Delivery.viewFactor(format: format, uplink: roster.uplinks[creator], brief: brief)
      }
    }
    return reach
  }

  package var cellCount: Int { roster.audience.defaultMix.count }

  package func affinity(creator: Int, product: Int) -> Double {
    embeddings.affinity(creator: creator, product: product, concentration: concentration)
  }

  /// Commission reserved for a deal, money: at the un-saturated expectation.
  ///
  /// - Parameter reach: people.
  package func reservedCommission(
    creator: Int, product: Int, format: DealFormat, reach: Double
  ) -> Double {
    let pay = payOfOrder(creator: creator, product: product)
    guard pay > 0 else { return 0 }
    return pay * reach * meanConversion(creator: creator, product: product, format: format)
  }

  /// Money that a creator is paid for an order: the larger share of its price, or the larger amount.
  private func payOfOrder(creator: Int, product: Int) -> Double {
    let share = max(roster.commissions[creator], commissions[product])
    return max(share * prices[product], roster.paysPerOrder[creator], paysPerOrder[product])
  }

  /// k_d in whole yen or cents, model (8).
  ///
  /// - Parameter reach: people.
  package func cost(
    creator: Int, product: Int, format: DealFormat, fee: Double, reach: Double
  ) -> Double {
    let pay =
      fee
      + reservedCommission(creator: creator, product: product, format: format, reach: reach)
    return cost(
      product: product, creator: creator, fee: fee, pay: max(roster.guarantees[creator], pay))
  }

  /// The same where it is known what the creator is paid, money.
  func cost(product: Int, creator: Int, fee: Double, pay: Double) -> Double {
    money.up(
      beside(product: product, creator: creator) + roster.usage(creator: creator, fee: fee) + pay)
  }

  /// Money that a deal costs whatever the fee: product and extras.
  private func beside(product: Int, creator: Int) -> Double {
    productCosts[product] + roster.extras[creator]
  }

  /// The fee at which a deal costs `cost`, before rounding to whole yen.
  ///
  /// Nil when no fee does: product cost, commission or guarantee alone cost more.
  package func fee(
    costing cost: Double, creator: Int, product: Int, format: DealFormat, reach: Double
  ) -> Double? {
    let commission = reservedCommission(
      creator: creator, product: product, format: format, reach: reach)
    let guarantee = roster.guarantees[creator]
    let own = roster.usageFees[creator]
    let share = own.isNaN ? roster.usageRate : 0
    let left = cost - beside(product: product, creator: creator) - (own.isNaN ? 0 : own)
    // Above the guarantee fee and commission are paid, below it the guarantee whatever the fee.
    let above = (left - commission) / (1 + share)
    if above + commission >= guarantee { return above >= 0 ? above : nil }
    guard share > 0 else { return nil }
    let below = (left - guarantee) / share
    return below >= 0 ? below : nil
  }

  /// Expected orders of a product to whose audience cells deals add `fill` people; before stock
  /// and capacity.
  package func orders(product: Int, fill: some Collection<Double>, curve: SaturationCurve) -> Double
  {
    var sum = 0.0
    for (cell, people) in fill.enumerated() {
      let pool = product * cellCount + cell
      sum +=
        products.conversion[pool] * curve.reached(people, market: products.marketSize[pool])
    }
    return sum
  }
}
