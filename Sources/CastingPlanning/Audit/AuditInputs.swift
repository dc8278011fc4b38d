import Allocation
import Casting

/// What an audit reads straight from the inputs, beside the problem that was built from them.
package struct AuditInputs: Sendable {
  let campaign: Campaign
  let formats: [DealFormat]
  /// Formats of which every creator is considered.
  let formatsInPlay: [DealFormat]
  /// People: a deal's effective reach, by creator, product and simple format.
  private let simpleReach: @Sendable (Int, Int, DealFormat) -> Double
  /// What a relationship is worth, by creator; how near she is to a product, by both.
  let relationship: @Sendable (Int) -> Double
  let affinity: @Sendable (Int, Int) -> Double
  /// Orders per person of a creator's audience whom a live deal reaches, by creator and product.
  let orders: @Sendable (Int, Int) -> Double
  /// People by product and cell; m × S.
  let market: [Double]
  /// The problem of the same campaign with another budget.
  let problem: @Sendable (Double) -> AllocationProblem?
  let ownDeals: PredictedDeals
  /// Nil where the brief has no target for audiences.
  private let audiences: AuditAudiences?
  private let rowOfCreator: [String: Int]

  init(_ casting: CastingProblem, naming creatorIDs: Set<String>) {
    let (campaign, response) = (casting.campaign, casting.response)
    self.campaign = campaign
    formats = response.formats.all
    formatsInPlay = response.formats.inPlay
    relationship = { response.relationship.multipliers[$0] }
    affinity = { response.affinity(creator: $0, product: $1) }
    simpleReach = { creator, product, format in
      guard let place = response.formats.inPlay.firstIndex(of: format) else { return .nan }
      return response.creatorReach[creator * response.formats.inPlay.count + place]
        * response.affinity(creator: creator, product: product)
    }
    let (conversion, cells) = (response.products.conversion, response.cellCount)
    let shares = response.roster.audience.shares
    orders = { creator, product in
      var sum = 0.0
      for cell in 0..<cells {
        sum += shares[creator * cells + cell] * conversion[product * cells + cell]
      }
      return sum
    }
    market = response.products.marketSize
    let rules = casting.rules.catalogue
    problem = { budget in
      var other = campaign
      other.brief.budget = budget
      return try? CastingProblem(other, rules: rules, threads: 1, reusing: response).allocation
    }
    audiences = campaign.brief.audienceTarget == nil ? nil : AuditAudiences(campaign)
    ownDeals = PredictedDeals(campaign.deals, creators: campaign.roster.count)
    rowOfCreator = campaign.roster.creatorIDs.rows(of: creatorIDs)
  }

  func creator(_ id: String) -> Int? { rowOfCreator[id] }

  /// People: a deal's effective reach.
  func reach(_ creator: Int, _ product: Int, _ format: DealFormat) -> Double {
    guard let package = format.package else { return simpleReach(creator, product, format) }
    return people(of: package, creator: creator).reduce(0) { $0 + $1.people }
      * campaign.roster.authenticShares.value(creator, default: 1) * relationship(creator)
      * affinity(creator, product)
  }

  /// Whether the pair's deals are predicted by the user.
  func isPredicted(_ creator: Int, _ product: Int) -> Bool {
    ownDeals.contains(creator: creator, product: product)
  }

  func product(_ id: String) -> Int? {
    campaign.products.products.firstIndex { $0.id == id }
  }
}

extension AuditInputs {
  /// The word by which a creator does not promote the product on the campaign's days; nil where there is
  /// none: ids, brands, categories and tags alone.
  func exclusion(_ id: String, _ product: Product) -> String? {
    guard let creator = creator(id), campaign.roster.exclusions.count > creator else { return nil }
    let window = campaign.brief.window
    for line in campaign.roster.exclusions[creator].split(separator: "\n") {
      let parts = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard parts.count == 3 else { continue }
      // Days in this form order as texts do.
      if let window, !parts[1].isEmpty, parts[1] > window.to.iso { continue }
      if let window, !parts[2].isEmpty, parts[2] < window.from.iso { continue }
      let word = NormalizedText(parts[0]).string
      let tags = product.niche.split { ";、,/|・&".contains($0) }.map {
        String(NormalizedText(String($0)).string.trimmingPrefix { $0 == " " })
      }
      if parts[0] == product.id || word == NormalizedText(product.brand).string
        || word == NormalizedText(product.category).string || tags.contains(word)
      {
        return parts[0]
      }
    }
    return nil
  }

  /// Whether too few of a creator's audience are the people wanted.
  func isUnwanted(_ id: String) -> Bool {
    guard let creator = creator(id), let target = campaign.brief.audienceTarget else {
      return false
    }
    return !(audiences?.admits(target, creator: creator) ?? true)
  }

  /// What the table of deals predicts beside reach; 0 where it predicts none.
  func predictedValue(of deal: PlanClaims.Deal, product: Int) -> Double {
    guard let creator = creator(deal.creatorID) else { return 0 }
    for row in ownDeals.table[ownDeals.rows(ofCreator: creator)]
    where row.product == product && row.format == deal.format {
      if case .value(let value) = row.prediction { return value }
    }
    return 0
  }
}
