/// A part of a roster with its response, ready to be scored deal by deal.
///
/// n creators of the part, m products, F formats in play.
struct ScoredPart: Sendable {
  let response: ResponseModel
  let products: [Product]
  let objective: Objective
  let ranking: ScoreRanking
  /// Row of the first creator in the whole roster.
  let firstRow: Int
  let screen: CosineScreen
  /// The largest φ of each format in play over the products, and the largest weight; F.
  let mostFactors: [Double]
  let mostWeights: [Double]
  private let dealScreen: DealScreen
  private let kinds: DealKinds
  let conditions: ScoreConditions

  init(
    _ roster: Roster, firstRow: Int, products: ProductList, brief: Brief, ranking: ScoreRanking,
    conditions: [ScoreCondition], norms: RosterNorms, screen: CosineScreen, threads: Int
  ) {
    let campaign = Campaign(roster: roster, products: products, brief: brief)
    let response = ResponseModel(
      campaign: campaign, norms: norms, embeddings: screen.embeddings,
      threads: threads)
    let kinds = DealKinds(productCount: products.count, formats: response.formats.all)
    let matcher = FilterMatcher(
      roster: roster, tiers: response.roster.tiers, audience: response.roster.audience,
      products: products.products, kinds: kinds,
      taxonomy: NicheTaxonomy.builtIn.extended(by: brief.niches))
    dealScreen = DealScreen(
      DealLimits(bans: matcher.bars(of: brief)), products: products.products,
      roster: response.roster, kinds: kinds,
      excluded: ExcludedProducts(
        campaign, taxonomy: NicheTaxonomy.builtIn.extended(by: brief.niches)),
      booked: BookedDeals(campaign))
    self.conditions = ScoreConditions(conditions, matcher)
    self.screen = screen
    self.response = response
    mostFactors = response.formats.inPlay.map { format in
      (0..<products.count).map { response.products.most(product: $0, format: format).factor }.max()
        ?? 0
    }
    mostWeights = response.formats.inPlay.map { format in
      (0..<products.count).map { response.products.most(product: $0, format: format).weight }.max()
        ?? 0
    }
    self.products = products.products
    objective = brief.objective
    self.ranking = ranking
    self.firstRow = firstRow
    self.kinds = kinds
  }

  var count: Int { response.roster.count }

  /// Creators that a thread takes on at a time.
  private static let creatorsPerBlock = 2048

  /// Blocks of creators, as rows of the part; the first are short, since all of them are looked at
  /// closely as long as nothing is to be beaten.
  var blocks: [Range<Int>] {
    var blocks: [Range<Int>] = []
    var row = 0
    while row < count {
      let height = min(Self.creatorsPerBlock, max(128, (firstRow + row) / 2))
      blocks.append(row..<min(count, row + height))
      row += height
    }
    return blocks
  }

  /// Whether the creator takes deals at all: neither banned, nor away, nor without slots.
  func takesDeals(_ creator: Int) -> Bool { dealScreen.refusal(creator: creator) == nil }

  /// Whether some deal of the creator may be among those that are wanted.
  func isWanted(_ creator: Int) -> Bool {
    takesDeals(creator) && conditions.admits(creator: creator)
  }

  /// The best format of a pair by the ranking, of those that are wanted; nil when none is offered.
  func best(creator: Int, product: Int) -> ScoredDeal? {
    let affinity = response.affinity(creator: creator, product: product)
    let formats = response.formats.inPlay
    var best: ScoredDeal?
    var conversion: Double?
    for place in formats.indices {
      let fee = response.roster.fees[creator * formats.count + place]
      let kind = kinds.kind(product: product, formatPosition: place)
      guard !fee.isNaN, dealScreen.refusal(creator: creator, kind: kind) == nil else { continue }
      let reach = response.creatorReach[creator * formats.count + place] * affinity
      let rate = conversion ?? response.meanConversion(creator: creator, product: product)
      conversion = rate
      let orders =
        rate * reach
        * response.factor(creator: creator, product: product, format: formats[place])
      var deal = ScoredDeal(
        creator: creator, product: product, format: formats[place], affinity: affinity,
        effectiveReach: reach, expectedOrders: orders,
        expectedValue: objective == .reach
          ? reach : response.products.unitValue[product] * orders,
        cost: response.cost(
          creator: creator, product: product, format: formats[place], fee: fee, reach: reach),
        grade: .measured)
      guard best.map({ deal.score(ranking) > $0.score(ranking) }) ?? true else { continue }
      deal.grade = response.grade(
        creator: creator, product: product, formatPosition: place, isAgreed: false,
        objective: objective)
      if conditions.isEmpty || conditions.admits(deal, kind: kind) { best = deal }
    }
    return best
  }
}
