import LinearAlgebra

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
  private let screen: DealScreen
  private let kinds: DealKinds

  init(
    _ roster: Roster, firstRow: Int, products: ProductList, brief: Brief, ranking: ScoreRanking,
    norms: RosterNorms, embeddings: NicheEmbeddings
  ) {
    let campaign = Campaign(roster: roster, products: products, brief: brief)
    let response = ResponseModel(campaign: campaign, norms: norms, embeddings: embeddings)
    let kinds = DealKinds(productCount: products.count, formats: response.formats.all)
    let matcher = FilterMatcher(
      roster: roster, tiers: response.roster.tiers, products: products.products, kinds: kinds,
      taxonomy: NicheTaxonomy.builtIn.extended(by: brief.niches))
    screen = DealScreen(
      campaign: campaign, matcher: matcher, roster: response.roster, kinds: kinds)
    self.response = response
    self.products = products.products
    objective = brief.objective
    self.ranking = ranking
    self.firstRow = firstRow
    self.kinds = kinds
  }

  var count: Int { response.roster.count }

  /// Fixed blocks of the whole roster that this part touches, as rows of the part.
  var blocks: [Range<Int>] {
    let height = NicheEmbeddings.creatorsPerBlock
    var blocks: [Range<Int>] = []
    var row = 0
    while row < count {
      let end = min(count, row + height - (firstRow + row) % height)
      blocks.append(row..<end)
      row = end
    }
    return blocks
  }

  /// Whether the creator takes deals at all: neither banned, nor away, nor without slots.
  func takesDeals(_ creator: Int) -> Bool { screen.refusal(creator: creator) == nil }

  /// The best format of a pair by the ranking; nil when none is offered.
  ///
  /// - Parameter cosine: of the two embeddings.
  func best(creator: Int, product: Int, cosine: Double) -> ScoredDeal? {
    let affinity = affinity(cosine)
    let formats = response.formats.inPlay
    var best: ScoredDeal?
    var conversion: Double?
    for place in formats.indices {
      let fee = response.roster.fees[creator * formats.count + place]
      let kind = kinds.kind(product: product, formatPosition: place)
      guard !fee.isNaN, screen.refusal(creator: creator, kind: kind) == nil else { continue }
      let reach = response.creatorReach[creator * formats.count + place] * affinity
      let rate = conversion ?? response.meanConversion(creator: creator, product: product)
      conversion = rate
      let orders = rate * reach
      let deal = ScoredDeal(
        creator: creator, product: product, format: formats[place], affinity: affinity,
        effectiveReach: reach, expectedOrders: orders,
        expectedValue: objective == .reach
          ? reach : response.products.unitValue[product] * orders,
        cost: response.cost(creator: creator, product: product, fee: fee, reach: reach))
      if best.map({ deal.score(ranking) > $0.score(ranking) }) ?? true { best = deal }
    }
    return best
  }

  private func affinity(_ cosine: Double) -> Double {
    withUnsafeTemporaryAllocation(of: Double.self, capacity: 1) { place in
      place.initialize(repeating: cosine)
      VectorMath.exponentialOfCosines(place, scale: response.concentration)
      return place[0]
    }
  }
}
