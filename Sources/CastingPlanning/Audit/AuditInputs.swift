import Allocation
import Casting

/// What an audit reads straight from the inputs, beside the problem that was built from them.
package struct AuditInputs: Sendable {
  let campaign: Campaign
  let formats: [DealFormat]
  /// Formats of which every creator is considered.
  let formatsInPlay: [DealFormat]
  /// People: a deal's effective reach, by creator, product and format.
  let reach: @Sendable (Int, Int, DealFormat) -> Double
  /// Orders per person of a creator's audience whom a live deal reaches, by creator and product.
  let orders: @Sendable (Int, Int) -> Double
  /// People by product and cell; m × S.
  let market: [Double]
  /// The problem of the same campaign with another budget.
  let problem: @Sendable (Double) -> AllocationProblem?
  /// Nil where the brief has no target for audiences.
  private let audiences: AuditAudiences?
  private let ownDeals: PredictedDeals
  private let rowOfCreator: [String: Int]

  init(_ casting: CastingProblem, naming creatorIDs: Set<String>) {
    let (campaign, response) = (casting.campaign, casting.response)
    self.campaign = campaign
    formats = response.formats.all
    formatsInPlay = response.formats.inPlay
    reach = { creator, product, format in
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
    var rows: [String: Int] = [:]
    for row in 0..<campaign.roster.count {
      let id = campaign.roster.creatorIDs[row]
      if creatorIDs.contains(id) { rows[id] = row }
    }
    rowOfCreator = rows
  }

  func creator(_ id: String) -> Int? { rowOfCreator[id] }

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

// MARK: Costs

extension AuditInputs {
  /// What a deal costs, by the model's (8) written out again; nil where the inputs know no such deal.
  func cost(creator: Int, product: Int, format: DealFormat) -> PlanClaims.CostParts? {
    let own = ownDeals.table[ownDeals.rows(ofCreator: creator)].filter { $0.product == product }
    if !own.isEmpty {
      return own.first { $0.format == format }.map {
        PlanClaims.CostParts(
          fee: $0.cost.rounded(.up), commissionReserve: 0, productCost: 0,
          activation: activation(creator))
      }
    }
    guard formatsInPlay.contains(format), let fee = fee(creator: creator, format: format) else {
      return nil
    }
    let ofProduct = campaign.products.products[product]
    let roster = campaign.roster
    let share = max(roster.commissions.value(creator, default: 0), ofProduct.commission)
    let perOrder = max(
      share * ofProduct.price,
      max(roster.paysPerOrder.value(creator, default: 0), ofProduct.payPerOrder))
    let commission =
      perOrder > 0
      ? perOrder * reach(creator, product, format) * orders(creator, product)
        * AuditInputs.factor(ofProduct, format, campaign.brief) : 0
    let pay = max(roster.guarantees.value(creator, default: 0), fee + commission)
    let extras = roster.extras.value(creator, default: campaign.brief.terms.extras)
    let usage = usage(creator, fee: fee)
    let cost = (ofProduct.costPerDeal + extras + usage + pay).rounded(.up)
    let stated = [ofProduct.costPerDeal, extras, usage].map { $0.rounded(.down) }
    let feeUp = fee.rounded(.up)
    return PlanClaims.CostParts(
      fee: feeUp, commissionReserve: cost - feeUp - stated.reduce(0, +),
      productCost: stated[0], extras: stated[1], usage: stated[2],
      activation: activation(creator))
  }

  /// JPY for rights that are asked for: hers for as many terms as they take, else a share of the fee.
  private func usage(_ creator: Int, fee: Double) -> Double {
    guard let asked = campaign.brief.terms.usage else { return 0 }
    let own = campaign.roster.usageFees[creator]
    if own.isNaN { return asked.rate * fee }
    let months = campaign.roster.usageMonths[creator]
    var terms = 1.0
    while months > 0 && terms * months < asked.months { terms += 1 }
    return terms * own
  }

  /// How many people of a live deal one of the format stands for, by the deals' own rules.
  static func factor(_ product: Product, _ format: DealFormat, _ brief: Brief) -> Double {
    let usual = ["live": 0.02, "video": 0.0002, "post": 0.0002, "story": 0.0003]
    func ofBrief(_ format: DealFormat) -> Double {
      if format == .live { return brief.conversion }
      let share = (usual[format.rawValue] ?? 0) / 0.02
      return brief.formatConversions[format] ?? min(1, brief.conversion * share)
    }
    let ofLive = product.formatConversions[.live] ?? product.conversion
    func rate(_ format: DealFormat) -> Double {
      if format == .live { return ofLive ?? brief.conversion }
      if let own = product.formatConversions[format] { return own }
      guard let ofLive else { return ofBrief(format) }
      guard brief.conversion > 0 else { return ofLive * (usual[format.rawValue] ?? 0) / 0.02 }
      return min(1, ofLive * ofBrief(format) / brief.conversion)
    }
    if rate(.live) > 0 { return rate(format) / rate(.live) }
    let most = [DealFormat.video, .post, .story].map(rate).max() ?? 0
    return most > 0 ? rate(format) / most : 1
  }

  /// JPY: the column of the format decides alone where there is one; nil where it is not offered.
  private func fee(creator: Int, format: DealFormat) -> Double? {
    let roster = campaign.roster
    let own = roster.formatFees[format.index]
    if own.isPresent { return own[creator].isNaN ? nil : own[creator] }
    if roster.feeFormats.count > creator,
      let only = DealFormat(rawValue: roster.feeFormats[creator]),
      only != format
    {
      return nil
    }
    let common = roster.fees[creator]
    guard common.isNaN else { return common }
    return roster.followers[creator]
      * CampaignDefaults.yenPerFollower(platform: roster.platforms[creator]).middle
  }

  private func activation(_ creator: Int) -> Double {
    campaign.roster.activationCosts.value(creator, default: 0)
  }
}
