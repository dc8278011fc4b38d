import Casting
import CastingTestSupport
import Foundation
import Testing

@Suite("Affinities of given embeddings") struct AffinityEmbeddingsTests {
  private func random(_ rows: Int, _ columns: Int, _ generator: inout SplitMix) -> [Float] {
    (0..<rows * columns).map { _ in Float(generator.uniform() * 20 - 7) }
  }

  /// exp(κ (cos − 1)) by plain loops, in double precision of the single-precision values.
  private func naive(_ left: ArraySlice<Float>, _ right: ArraySlice<Float>, _ kappa: Double)
    -> Double
  {
    func dot(_ one: ArraySlice<Float>, _ other: ArraySlice<Float>) -> Double {
      zip(one, other).reduce(0) { $0 + Double($1.0) * Double($1.1) }
    }
    let cosine = dot(left, right) / (dot(left, left).squareRoot() * dot(right, right).squareRoot())
    return exp(kappa * (cosine - 1))
  }

  @Test("agree with plain loops to 1e-12", arguments: [1, 7, 64, 200])
  func naiveLoops(dimensions: Int) {
    let seed = UInt64(dimensions)
    var generator = SplitMix(state: seed)
    let (n, m) = (700, 11)
    let creators = random(n, dimensions, &generator)
    let products = random(m, dimensions, &generator)
    let embeddings = NicheEmbeddings(
      ownCreators: creators, ownProducts: products, dimensions: dimensions)
    let table = embeddings.affinities(concentration: 3, threads: 2)
    for creator in 0..<n {
      for product in 0..<m {
        let expected = naive(
          creators[creator * dimensions..<(creator + 1) * dimensions],
          products[product * dimensions..<(product + 1) * dimensions], 3)
        let single = embeddings.affinity(creator: creator, product: product, concentration: 3)
        let blocked = table[creator * m + product]
        #expect(abs(single - expected) <= 1e-12 * expected, "seed \(seed) \(creator) \(product)")
        #expect(abs(blocked - single) <= 1e-13 * single, "seed \(seed) \(creator) \(product)")
        #expect(blocked > 0 && blocked <= 1)
      }
    }
    #expect(embeddings.affinities(concentration: 3, threads: 1) == table, "seed \(seed)")
  }

  @Test("worked by hand: same, right angle, opposite, unknown")
  func byHand() {
    let embeddings = NicheEmbeddings(
      ownCreators: [2, 0, 0, 5, -1, 0, 0, 0], ownProducts: [3, 0, 0, 0], dimensions: 2)
    let unknown: Double = exp(-1.5)
    let expected: [Double] = [1, unknown, exp(-3), unknown, exp(-6), unknown, unknown, unknown]
    let table = embeddings.affinities(concentration: 3, threads: 1)
    for (index, wanted) in expected.enumerated() {
      #expect(abs(table[index] - wanted) <= 4 * wanted.ulp, "\(index)")
      let single = embeddings.affinity(
        creator: index / 2, product: index % 2, concentration: 3)
      #expect(abs(single - wanted) <= 4 * wanted.ulp, "\(index)")
    }
    #expect(embeddings.creatorIsKnown == [true, true, true, false])
    #expect(embeddings.productIsKnown == [true, false])
  }

  @Test("a block is a part of the whole")
  func blocks() {
    var generator = SplitMix(state: 5)
    let embeddings = NicheEmbeddings(
      ownCreators: random(100, 8, &generator), ownProducts: random(3, 8, &generator), dimensions: 8)
    let whole = embeddings.affinities(concentration: 2, threads: 1)
    var block = [Double](repeating: .nan, count: 30 * 3)
    block.withUnsafeMutableBufferPointer {
      embeddings.affinityBlock(rows: 40..<70, concentration: 2, into: $0)
    }
    for (found, wanted) in zip(block, whole[120..<210]) {
      #expect(abs(found - wanted) <= 1e-13 * wanted, "seed 5")
    }
  }

  @Test("own embeddings are used only where both sides bring them")
  func source() {
    var roster = Roster()
    roster.creatorIDs.append("C1")
    roster.niches.append("美容")
    roster.bios.append("")
    roster.embeddings = [1, 2]
    roster.embeddingDimensions = 2
    var products = ProductList([Product(id: "P1", price: 1)])
    #expect(
      NicheEmbeddings.make(roster: roster, products: products, brief: Brief(), threads: 1).source
        == .text)
    products.embeddings = [2, 1]
    products.embeddingDimensions = 2
    let own = NicheEmbeddings.make(roster: roster, products: products, brief: Brief(), threads: 1)
    #expect(own.source == .own)
    #expect(own.creators == [1, 2])
    let expected = exp(3 * (4.0 / 5 - 1))
    #expect(abs(own.affinity(creator: 0, product: 0, concentration: 3) - expected) < 1e-15)
  }
}
