import LinearAlgebra

#if canImport(Glibc)
  import Glibc
#else
  import Foundation
#endif

extension NicheEmbeddings {
  /// a_ij = exp(κ (cos(e_i, p_j) − 1)), in (0, 1]; exp(−κ / 2) where either side is unknown.
  ///
  /// Everything is computed in double precision from the stored single-precision vectors.
  package func affinity(creator: Int, product: Int, concentration: Double) -> Double {
    exp(concentration * (min(cosine(creator: creator, product: product), 1) - 1))
  }

  /// cos(e_i, p_j); one half where either side is unknown.
  func cosine(creator: Int, product: Int) -> Double {
    guard isKnown(creator: creator, product: product) else { return 0.5 }
    let dot = creators.withUnsafeBufferPointer { creators in
      products.withUnsafeBufferPointer { products in
        guard dimensions > 0 else { return 0.0 }
        return VectorMath.dot(
          creators.baseAddress! + creator * dimensions,
          products.baseAddress! + product * dimensions, count: dimensions)
      }
    }
    return dot * creatorScales[creator] * productScales[product]
  }

  /// Whether the pair has an affinity of its own, not the one assumed for strangers.
  package func isKnown(creator: Int, product: Int) -> Bool {
    creatorIsKnown[creator] && productIsKnown[product]
  }

  /// The affinity of a pair of which one side is unknown: that of a cosine of one half.
  package static func unknownAffinity(concentration: Double) -> Double { exp(-concentration / 2) }

  /// All affinities, n × m row-major; the bytes do not depend on `threads`.
  ///
  /// Agrees with `affinity(creator:product:concentration:)` to rounding. O(n m k), 8 n m bytes:
  /// for long rosters ask for blocks of creators instead.
  package func affinities(concentration: Double, threads: Int) -> [Double] {
    var table = [Double](repeating: 0, count: creatorCount * productCount)
    table.withUnsafeMutableBufferPointer { table in
      let output = DisjointWrites(table)
      Blocks.forEach(
        count: creatorCount, blockSize: Self.creatorsPerBlock, threads: threads
      ) { _, rows in
        affinityBlock(
          rows: rows, concentration: concentration,
          into: UnsafeMutableBufferPointer(
            start: output.base + rows.lowerBound * productCount, count: rows.count * productCount))
      }
    }
    return table
  }

  /// Creators per matrix product: their vectors in double precision stay in the second-level cache.
  static let creatorsPerBlock = 512

  /// Affinities of the creators `rows`, `rows.count` × m row-major, written over `block`.
  ///
  /// A row's bytes are the same in every block that holds it only when the block starts and ends
  /// alike: callers use fixed blocks.
  package func affinityBlock(
    rows: Range<Int>, concentration: Double, into block: UnsafeMutableBufferPointer<Double>
  ) {
    precondition(block.count == rows.count * productCount, "\(block.count) places for \(rows)")
    guard !block.isEmpty else { return }
    unitRows(creators, creatorScales, rows) { left in
      unitRows(products, productScales, 0..<productCount) { right in
        MatrixProducts.productWithTransposed(
          left, right, rows: rows.count, columns: productCount, inner: dimensions, into: block)
      }
    }
    VectorMath.exponentialOfCosines(block, scale: concentration)
    fillUnknown(rows, concentration, block)
  }

  /// Calls `body` with some rows at unit length, in double precision.
  private func unitRows(
    _ elements: [Float], _ scales: [Double], _ rows: Range<Int>,
    _ body: (UnsafeBufferPointer<Double>) -> Void
  ) {
    withUnsafeTemporaryAllocation(of: Double.self, capacity: rows.count * dimensions) { unit in
      elements.withUnsafeBufferPointer { elements in
        for row in rows {
          let (source, target) = (row * dimensions, (row - rows.lowerBound) * dimensions)
          for column in 0..<dimensions {
            unit.initializeElement(
              at: target + column, to: Double(elements[source + column]) * scales[row])
          }
        }
      }
      body(UnsafeBufferPointer(unit))
    }
  }

  private func fillUnknown(
    _ rows: Range<Int>, _ concentration: Double, _ block: UnsafeMutableBufferPointer<Double>
  ) {
    let unknown = Self.unknownAffinity(concentration: concentration)
    let unknownProducts = productIsKnown.indices.filter { !productIsKnown[$0] }
    for row in rows {
      let start = (row - rows.lowerBound) * productCount
      if creatorIsKnown[row] {
        for product in unknownProducts { block[start + product] = unknown }
      } else {
        for product in 0..<productCount { block[start + product] = unknown }
      }
    }
  }
}
