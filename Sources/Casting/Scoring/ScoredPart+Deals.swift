import LinearAlgebra

extension ScoredPart {
  /// Deals of some creators that score more than the bar of their product, in the order of the
  /// creators.
  ///
  /// - Parameter reaches: of all creators of the part.
  func deals(
    rows: Range<Int>, above bars: ScoreBars, _ reaches: UnsafeBufferPointer<CreatorReach>
  ) -> [ScoredDeal] {
    var found: [ScoredDeal] = []
    func look(_ creator: Int, _ product: Int) {
      if let deal = best(creator: creator, product: product),
        deal.score(ranking) > bars.scores[product]
      {
        found.append(deal)
      }
    }
    if let bytes = bars.bytes {
      forEachPossible(rows, above: bars, bytes, reaches, look)
    } else {
      screen.forEach(rows) { rows, products in
        bars.forEachPossible(UnsafeBufferPointer(rebasing: reaches[rows]), products) {
          look(rows.lowerBound + $0, $1)
        }
      }
    }
    return found
  }

  /// Creators whose pairs are found at a time: room for all of them with some hundred products stays in the
  /// second-level cache.
  private static let creatorsPerSearch = 256

  /// Calls `body` with each creator and product whose deal may exceed the bar, in the order of creators for
  /// each product.
  private func forEachPossible(
    _ rows: Range<Int>, above bars: ScoreBars, _ bytes: ByteScreen.Bars,
    _ reaches: UnsafeBufferPointer<CreatorReach>, _ body: (_ creator: Int, _ product: Int) -> Void
  ) {
    let width = screen.embeddings.dimensions
    let room = min(Self.creatorsPerSearch, rows.count)
    withUnsafeTemporaryAllocation(
      of: ByteScreen.Pair.self, capacity: bytes.screen.mostPairs(rows: room)
    ) { pairs in
      screen.embeddings.creators.withUnsafeBufferPointer { vectors in
        for first in stride(from: rows.lowerBound, to: rows.upperBound, by: room) {
          let part = first..<min(first + room, rows.upperBound)
          let own = reaches[part]
          let count = bytes.find(
            UnsafeBufferPointer(
              rebasing: vectors[part.lowerBound * width..<part.upperBound * width]),
            lengths: own.map(\.length), lifts: own.map { $0.takesDeals ? $0.lift : -.infinity },
            into: pairs)
          var others: [ByteScreen.Pair] = []
          bars.forEachUnknown(UnsafeBufferPointer(rebasing: own)) {
            others.append(.init(row: UInt32($0), column: UInt32($1)))
          }
          guard !others.isEmpty else {
            for pair in pairs[..<count] { body(first + Int(pair.row), Int(pair.column)) }
            continue
          }
          others += pairs[..<count]
          others.sort { ($0.row, $0.column) < ($1.row, $1.column) }
          for pair in others { body(first + Int(pair.row), Int(pair.column)) }
        }
      }
    }
  }

  /// The best deals of each of some creators, best first, one a product.
  func rankedDeals(rows: Range<Int>, most: Int) -> [[ScoredDeal]] {
    var found: [[ScoredDeal]] = []
    let ranking = ranking
    for creator in rows where isWanted(creator) {
      // No closure takes hold of the part: it would be copied for every creator.
      var deals: [ScoredDeal] = []
      for product in products.indices {
        if let deal = best(creator: creator, product: product) { deals.append(deal) }
      }
      deals.sort {
        let (left, right) = ($0.score(ranking), $1.score(ranking))
        return left != right ? left > right : $0.product < $1.product
      }
      if !deals.isEmpty { found.append(Array(deals.prefix(most))) }
    }
    return found
  }
}
