import LinearAlgebra

#if canImport(Glibc)
  import Glibc
#else
  import Foundation
#endif

/// Tells from a cosine alone that a deal cannot score more than the best of its product so far.
///
/// A score is at most R_i · P_j · exp(κ (cos − 1)): what the creator brings for her fee, what the
/// product earns at its best audience, and the affinity. It can exceed the bar b_j only where
/// cos ≥ t_j − l_i with t_j = 1 + (ln b_j − ln P_j) / κ and l_i = ln R_i / κ, so most deals cost one
/// comparison. m products.
struct ScoreBars: Sendable {
  /// b_j; m.
  let scores: [Double]
  /// t_j less the room for rounding; m. Of products that say nothing a term that no creator reaches.
  private let terms: [Float]
  /// Products that say nothing, with their terms: every creator has the cosine one half with them.
  private let unknown: [(product: Int, term: Float)]
  /// The terms for products of bytes, which allow for their own rounding; nil where there are none.
  let bytes: ByteScreen.Bars?

  /// Stands for an endless term or lift: sums of them stay numbers.
  fileprivate static let endless: Float = 1e30
  /// Room for terms and lifts being rounded to single precision, as a share of them.
  fileprivate static let rounding = 0x1p-22

  /// - Parameter scores: to be exceeded; m.
  init(_ scores: [Double], part: ScoredPart) {
    self.scores = scores
    let kappa = part.response.concentration
    let error = part.screen.error
    var terms = scores.indices.map { product -> Float in
      guard kappa > 0, scores[product] > 0 else { return -Self.endless * 1e6 }
      let term = 1 + (log(scores[product]) - log(part.most(of: product))) / kappa
      guard term < Double(Self.endless) else { return Self.endless }
      return Float(term - error - Self.rounding * max(1, abs(term)))
    }
    unknown = terms.indices.compactMap {
      part.response.embeddings.productIsKnown[$0] ? nil : ($0, terms[$0])
    }
    for entry in unknown { terms[entry.product] = .infinity }
    self.terms = terms
    bytes = part.screen.bytes?.bars(terms)
  }

  /// Calls `body` with each creator and product whose deal may exceed the bar.
  ///
  /// - Parameters:
  ///   - reaches: of the creators, in order.
  ///   - products: of each creator's vector with the products' unit vectors; as many × m.
  func forEachPossible(
    _ reaches: UnsafeBufferPointer<CreatorReach>, _ products: UnsafeBufferPointer<Float>,
    _ body: (_ row: Int, _ product: Int) -> Void
  ) {
    let count = scores.count
    terms.withUnsafeBufferPointer { terms in
      for row in reaches.indices where reaches[row].takesDeals {
        let reach = reaches[row]
        let own = UnsafeBufferPointer(rebasing: products[row * count..<(row + 1) * count])
        forEachUnknown(reach) { body(row, $0) }
        if reach.length > 0 { Self.forEach(own, above: terms, reach) { body(row, $0) } }
      }
    }
  }

  /// Calls `body` with each creator and product of which one says nothing, and whose deal may exceed the bar.
  func forEachUnknown(
    _ reaches: UnsafeBufferPointer<CreatorReach>, _ body: (_ row: Int, _ product: Int) -> Void
  ) {
    for row in reaches.indices where reaches[row].takesDeals {
      forEachUnknown(reaches[row]) { body(row, $0) }
    }
  }

  private func forEachUnknown(_ reach: CreatorReach, _ body: (_ product: Int) -> Void) {
    if reach.length > 0 {
      for entry in unknown where 0.5 >= entry.term - reach.lift { body(entry.product) }
    } else {
      for product in terms.indices where 0.5 >= known(product) - reach.lift { body(product) }
    }
  }

  /// The term of a product, whether it says anything or not.
  private func known(_ product: Int) -> Float {
    terms[product] < .infinity
      ? terms[product] : unknown.first { $0.product == product }?.term ?? .infinity
  }

  /// Looks at many products at a time, and at single ones only where one of them is above.
  @inline(__always)
  private static func forEach(
    _ products: UnsafeBufferPointer<Float>, above terms: UnsafeBufferPointer<Float>,
    _ reach: CreatorReach, _ body: (Int) -> Void
  ) {
    let (lift, length) = (reach.lift, reach.length)
    let zero = SIMD8<Float>.zero
    var first = 0
    while first < products.count {
      var end = products.count
      if first + 64 <= products.count {
        end = first + 64
        var isAbove = excess(products, terms, first, lift, length) .>= zero
        for part in 1..<8 {
          isAbove =
            isAbove .| (excess(products, terms, first + 8 * part, lift, length) .>= zero)
        }
        guard any(isAbove) else {
          first = end
          continue
        }
      } else if first + 8 <= products.count {
        end = first + 8
        guard any(excess(products, terms, first, lift, length) .>= zero) else {
          first = end
          continue
        }
      }
      for product in first..<end where products[product] - (terms[product] - lift) * length >= 0 {
        body(product)
      }
      first = end
    }
  }

  @inline(__always)
  private static func excess(
    _ products: UnsafeBufferPointer<Float>, _ terms: UnsafeBufferPointer<Float>, _ first: Int,
    _ lift: Float, _ length: Float
  ) -> SIMD8<Float> {
    let product = UnsafeRawPointer(products.baseAddress! + first)
      .loadUnaligned(as: SIMD8<Float>.self)
    let term = UnsafeRawPointer(terms.baseAddress! + first).loadUnaligned(as: SIMD8<Float>.self)
    return product - (term - lift) * length
  }
}

extension ScoredPart {
  /// P_j.
  fileprivate func most(of product: Int) -> Double {
    let cells = response.cellCount
    let conversion =
      response.products.conversion[product * cells..<(product + 1) * cells].max() ?? 0
    switch ranking {
    case .affinity, .effectiveReach: return 1
    case .expectedOrders: return conversion
    case .expectedValue, .valuePerCost:
      return objective == .reach ? 1 : response.products.unitValue[product] * conversion
    }
  }
}

/// What the screening of deals needs to know of a creator.
struct CreatorReach: Sendable {
  /// l_i, with room for rounding.
  var lift: Float
  /// Length of her vector; 0 where nothing is known about her.
  var length: Float
  var takesDeals: Bool

  init(_ creator: Int, of part: ScoredPart) {
    let scale = part.response.embeddings.creatorScales[creator]
    length = scale > 0 ? Float(1 / scale) : 0
    takesDeals = part.isWanted(creator)
    let most = Self.most(creator, of: part)
    let kappa = part.response.concentration
    if most <= 0 {
      lift = -ScoreBars.endless
    } else if kappa > 0 && most < .infinity {
      let exact = log(most) / kappa
      lift = Float(exact + ScoreBars.rounding * max(1, abs(exact)))
    } else {
      lift = ScoreBars.endless
    }
  }

  /// R_i.
  private static func most(_ creator: Int, of part: ScoredPart) -> Double {
    let count = part.response.formats.inPlay.count
    var most = 0.0
    for place in 0..<count {
      let fee = part.response.roster.fees[creator * count + place]
      if fee.isNaN { continue }
      let reach = part.response.creatorReach[creator * count + place]
      let weight = part.mostWeights[place]
      switch part.ranking {
      case .affinity: most = max(most, 1)
      case .effectiveReach: most = max(most, reach)
      case .expectedOrders: most = max(most, reach * part.mostFactors[place])
      case .expectedValue: most = max(most, reach * weight)
      case .valuePerCost:
        let (fill, pay) = (reach * weight, max(fee, part.response.roster.guarantees[creator]))
        most = max(most, pay > 0 ? fill / pay : fill > 0 ? .infinity : 0)
      }
    }
    return most
  }
}
