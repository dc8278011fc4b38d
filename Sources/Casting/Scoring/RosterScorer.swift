import LinearAlgebra

/// Scores every deal of a roster of any length, part after part.
///
/// m products, k dimensions: O(n m k) over all parts, memory for one part. Results depend neither
/// on `threads` nor on how the roster is cut into parts.
public struct RosterScorer: Sendable {
  private let products: ProductList
  private let brief: Brief
  private let ranking: ScoreRanking
  private let conditions: [ScoreCondition]
  private let model: ScoringModel
  private let threads: Int
  private let productVectors: (rows: [Float], isKnown: [Bool])
  /// Creators in the parts taken so far.
  private(set) public var creatorCount = 0
  /// Creators who take no deal: banned, away, or without a free slot.
  private(set) public var withoutDeals = 0
  private var top: [TopDeals] = []
  /// By condition: whether the parts so far had anybody for it.
  private var conditionsMet: [Bool]

  /// Creators between two looks at what is to be beaten.
  private static let creatorsPerRound = 32_768

  /// Whether deals are screened by products of bytes where the processor is faster at them: they are the same.
  package var multipliesBytes = true

  /// Takes what is the same for all parts; no creator is scored yet. The model has a space of texts, or the
  /// products have vectors.
  ///
  /// - Parameters:
  ///   - brief: its budget and the rules on whole plans have no say here; bans, days, formats and
  ///     everything that the response rests on do.
  ///   - conditions: those that every deal meets which is kept or returned.
  ///   - top: deals kept of every product, the best by `ranking`; 0 keeps none.
  public init(
    products: ProductList, brief: Brief, ranking: ScoreRanking,
    conditions: [ScoreCondition] = [], model: ScoringModel, top: Int, threads: Int
  ) {
    precondition(
      model.hasSpace || products.embeddingDimensions > 0, "a model without a space of texts")
    WarmBLAS.ensure(threads: threads)
    FreedMemory.keep()
    var brief = brief
    brief.budget = nil
    brief.spendPerCreator = nil
    self.products = products
    self.brief = brief
    self.ranking = ranking
    self.conditions = conditions
    conditionsMet = conditions.map { _ in false }
    self.model = model
    self.threads = threads
    productVectors = model.space?.embeddings(products.products, threads: threads) ?? ([], [])
    if top > 0 { self.top = products.products.map { _ in TopDeals(limit: top) } }
  }

  /// Takes the next part of the roster into the top of every product.
  ///
  /// - Parameter columns: texts of the part's creators that are kept with their deals.
  public mutating func addToTop(_ roster: Roster, telling columns: [TextColumn] = []) {
    let part = nextPart(roster)
    guard !top.isEmpty else { return }
    let reaches = map(part.blocks) { $0.map { CreatorReach($0, of: part) } }.flatMap { $0 }
    var blocks = part.blocks[...]
    while let first = blocks.first {
      // What is to be beaten is hardly known at first.
      let done = part.firstRow + first.lowerBound
      let end = first.lowerBound + min(Self.creatorsPerRound, max(done, first.count))
      let round = blocks.prefix { $0.lowerBound < end }
      blocks = blocks.dropFirst(round.count)
      let bars = ScoreBars(top.map(\.threshold), part: part)
      let found = map(Array(round)) { rows in
        reaches.withUnsafeBufferPointer { part.deals(rows: rows, above: bars, $0) }
      }
      offer(found.flatMap { $0 }, part.firstRow, roster, columns)
    }
  }

  private mutating func offer(
    _ deals: [ScoredDeal], _ firstRow: Int, _ roster: Roster, _ columns: [TextColumn]
  ) {
    let (count, ranking) = (top.count, ranking)
    top.withUnsafeMutableBufferPointer { top in
      let top = DisjointWrites(top)
      let share = Blocks.count(covering: count, blockSize: threads)
      Blocks.forEach(count: count, blockSize: max(1, share), threads: threads) {
        for deal in deals where $1.contains(deal.product) {
          top.base[deal.product].offer(
            deal, score: deal.score(ranking), row: firstRow + deal.creator, of: roster,
            telling: columns)
        }
      }
    }
  }

  /// Scores the next part of the roster creator by creator.
  ///
  /// - Returns: her best deals, best first, one a product; of creators in order, those without any
  ///   left out.
  public mutating func dealsOfEachCreator(_ roster: Roster, most: Int) -> [[ScoredDeal]] {
    let part = nextPart(roster)
    return map(part.blocks) { part.rankedDeals(rows: $0, most: most) }.flatMap { $0 }
  }

  /// Passes over a part that is known already.
  public mutating func skip(_ roster: Roster) { creatorCount += roster.count }

  /// The best deals of every product among all parts, best first, with the ids of their creators and the
  /// texts that were to be told of them; among equals, in the order of the roster.
  public var topDeals: [[(creatorID: String, deal: ScoredDeal, texts: [String])]] {
    top.map { $0.ranked.map { ($0.creatorID, $0.deal, $0.texts) } }
  }

  /// Positions of the conditions that are groups of which the parts so far and the products have nobody.
  public var unmetConditions: [Int] {
    conditionsMet.indices.filter { !conditionsMet[$0] }
  }

  private mutating func nextPart(_ roster: Roster) -> ScoredPart {
    let embeddings: NicheEmbeddings
    if let space = model.space, roster.embeddingDimensions == 0 {
      embeddings = NicheEmbeddings(
        model: space, roster: roster, products: productVectors, threads: threads)
    } else {
      embeddings = NicheEmbeddings(
        ownCreators: roster.embeddings, ownProducts: products.embeddings,
        dimensions: products.embeddingDimensions, threads: threads)
    }
    let part = ScoredPart(
      roster, firstRow: creatorCount, products: products, brief: brief, ranking: ranking,
      conditions: conditions, norms: model.norms,
      screen: CosineScreen(embeddings, multipliesBytes: multipliesBytes), threads: threads)
    creatorCount += roster.count
    for (place, isMet) in part.conditions.meetSome.enumerated() where isMet {
      conditionsMet[place] = true
    }
    withoutDeals += (0..<part.count).count { !part.takesDeals($0) }
    return part
  }

  /// Results of blocks in their order, from `threads` threads.
  private func map<Result: Sendable>(
    _ blocks: [Range<Int>], _ body: @Sendable (Range<Int>) -> [Result]
  ) -> [[Result]] {
    var results = [[Result]](repeating: [], count: blocks.count)
    results.withUnsafeMutableBufferPointer { buffer in
      let output = DisjointWrites(buffer)
      Blocks.forEach(count: blocks.count, blockSize: 1, threads: threads) { block, _ in
        output.base[block] = body(blocks[block])
      }
    }
    return results
  }
}
