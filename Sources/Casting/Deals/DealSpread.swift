/// The spread of single deals, by how well their inputs are known.
package struct DealSpread: Sendable {
  let response: ResponseModel
  let roster: Roster
  package let spreads: OutcomeSpreads

  package init(_ campaign: Campaign, _ response: ResponseModel) {
    self.response = response
    roster = campaign.roster
    spreads = campaign.brief.uncertainty
  }

  /// Standard deviation of the logarithm of the deal's reach.
  ///
  /// - Parameter isPredicted: whether the deal has a prediction of its own, which is the user's.
  package func ofCreator(_ creator: Int, product: Int, format: DealFormat, isPredicted: Bool)
    -> Double
  {
    let base = spreads.creator[response.roster.tiers[creator].index]
    guard !isPredicted else { return base }
    var variance = base * base
    if let place = response.formats.inPlay.firstIndex(of: format),
      response.roster.viewGrades[creator * response.formats.inPlay.count + place] != .measured
    {
      variance += spreads.estimatedViews * spreads.estimatedViews
    }
    if !response.embeddings.isKnown(creator: creator, product: product) {
      variance += spreads.unknownAffinity * spreads.unknownAffinity
    }
    let signals = [roster.engagementRates, roster.replyRates, roster.repeatViewerShares]
    if signals.allSatisfy({ $0[creator].isNaN }) {
      variance += spreads.unknownRelationship * spreads.unknownRelationship
    }
    return variance.squareRoot()
  }

  /// Standard deviation of the logarithm of what a product's reach turns into.
  package func ofProduct(_ product: Int, isReach: Bool) -> Double {
    let isKnown = response.formats.all.allSatisfy {
      response.products.conversionGrade(product: product, format: $0) == .measured
    }
    guard !isReach, !isKnown else { return spreads.product }
    let own = spreads.product * spreads.product
    return (own + spreads.defaultConversion * spreads.defaultConversion).squareRoot()
  }
}
