extension ScoredPart {
  /// Deals of some creators that score more than the bar of their product, in the order of the
  /// creators.
  ///
  /// - Parameter reaches: of all creators of the part.
  func deals(
    rows: Range<Int>, above bars: ScoreBars, _ reaches: UnsafeBufferPointer<CreatorReach>
  ) -> [ScoredDeal] {
    var found: [ScoredDeal] = []
    screen.forEach(rows) { rows, products in
      bars.forEachPossible(UnsafeBufferPointer(rebasing: reaches[rows]), products) { row, product in
        if let deal = best(creator: rows.lowerBound + row, product: product),
          deal.score(ranking) > bars.scores[product]
        {
          found.append(deal)
        }
      }
    }
    return found
  }

  /// The best deals of each of some creators, best first, one a product.
  func rankedDeals(rows: Range<Int>, most: Int) -> [[ScoredDeal]] {
    var found: [[ScoredDeal]] = []
    for creator in rows where takesDeals(creator) {
      var deals = products.indices.compactMap { best(creator: creator, product: $0) }
      deals.sort {
        let (left, right) = ($0.score(ranking), $1.score(ranking))
        return left != right ? left > right : $0.product < $1.product
      }
      if !deals.isEmpty { found.append(Array(deals.prefix(most))) }
    }
    return found
  }
}
