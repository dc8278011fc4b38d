#if canImport(Glibc)
  import Glibc
#else
  import Foundation
#endif

extension ScoredPart {
  /// Deals of some creators that score more than the bar of their product, in the order of the
  /// creators.
  ///
  /// - Parameters:
  ///   - rows: one of `blocks`.
  ///   - bars: m scores.
  func deals(rows: Range<Int>, above bars: [Double]) -> [ScoredDeal] {
    var found: [ScoredDeal] = []
    // An affinity can be judged by the cosine alone.
    let lowest = ranking == .affinity ? bars.map(lowestCosine) : []
    withCosines(rows) { creator, cosines in
      for product in cosines.indices {
        if !lowest.isEmpty && cosines[product] < lowest[product] { continue }
        if let deal = best(creator: creator, product: product, cosine: cosines[product]),
          deal.score(ranking) > bars[product]
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
    withCosines(rows) { creator, cosines in
      var deals = cosines.indices.compactMap {
        best(creator: creator, product: $0, cosine: cosines[$0])
      }
      deals.sort {
        let (left, right) = ($0.score(ranking), $1.score(ranking))
        return left != right ? left > right : $0.product < $1.product
      }
      if !deals.isEmpty { found.append(Array(deals.prefix(most))) }
    }
    return found
  }

  /// Calls `body` with each of the creators who take deals and her cosines with all products.
  private func withCosines(
    _ rows: Range<Int>,
    _ body: (_ creator: Int, _ cosines: UnsafeMutableBufferPointer<Double>) -> Void
  ) {
    let height = NicheEmbeddings.creatorsPerBlock
    let place = (firstRow + rows.lowerBound) % height
    withUnsafeTemporaryAllocation(of: Double.self, capacity: height * products.count) { block in
      block.initialize(repeating: 0)
      response.embeddings.cosineBlock(rows: rows, place: place, into: block)
      for creator in rows where takesDeals(creator) {
        let start = (place + creator - rows.lowerBound) * products.count
        body(creator, UnsafeMutableBufferPointer(rebasing: block[start..<start + products.count]))
      }
    }
  }

  /// A cosine below it has an affinity that is no higher than `affinity`, whatever rounding does.
  private func lowestCosine(_ affinity: Double) -> Double {
    guard affinity > 0, response.concentration > 0 else { return -.infinity }
    return 1 + log(affinity) / response.concentration - 1e-9
  }
}
