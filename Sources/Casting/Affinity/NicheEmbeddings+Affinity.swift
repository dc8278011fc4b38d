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
  public func affinity(creator: Int, product: Int, concentration: Double) -> Double {
    guard isKnown(creator: creator, product: product) else {
      return Self.unknownAffinity(concentration: concentration)
    }
    let dot = creators.withUnsafeBufferPointer { creators in
      products.withUnsafeBufferPointer { products in
        guard dimensions > 0 else { return 0.0 }
        return VectorMath.dot(
          creators.baseAddress! + creator * dimensions,
          products.baseAddress! + product * dimensions, count: dimensions)
      }
    }
    let cosine = dot * creatorScales[creator] * productScales[product]
    return exp(concentration * (min(cosine, 1) - 1))
  }

  /// Whether the pair has an affinity of its own, not the one assumed for strangers.
  public func isKnown(creator: Int, product: Int) -> Bool {
    creatorIsKnown[creator] && productIsKnown[product]
  }

  /// The affinity of a pair of which one side is unknown: that of a cosine of one half.
  public static func unknownAffinity(concentration: Double) -> Double { exp(-concentration / 2) }

  /// All affinities, n × m row-major; the bytes do not depend on `threads`.
  ///
  /// Agrees with `affinity(creator:product:concentration:)` to rounding. O(n m k), 8 n m bytes:
  /// for long rosters ask for blocks of creators instead.
  public func affinities(concentration: Double, threads: Int) -> [Double] {
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
  public func affinityBlock(
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

  /// Cosines of creators with all products, at the places that the creators have in a block of
  /// `creatorsPerBlock` of which they are a part; 0.5 where either side is unknown.
  ///
  /// A creator's bits depend on her place in the block alone, not on who is read together with her.
  ///
  /// - Parameters:
  ///   - rows: creators, at most as many as the block has places from `place` on.
  ///   - place: of the first of them.
  ///   - block: `creatorsPerBlock` × m, row-major; other places hold no meaning afterwards.
  func cosineBlock(
    rows: Range<Int>, place: Int, into block: UnsafeMutableBufferPointer<Double>
  ) {
    let height = Self.creatorsPerBlock
    precondition(place + rows.count <= height && block.count == height * productCount)
    guard !block.isEmpty else { return }
    withUnsafeTemporaryAllocation(of: Double.self, capacity: height * dimensions) { left in
      left.initialize(repeating: 0)
      unitRows(creators, creatorScales, rows) { unit in
        for index in unit.indices { left[place * dimensions + index] = unit[index] }
      }
      unitRows(products, productScales, 0..<productCount) { right in
        MatrixProducts.productWithTransposed(
          UnsafeBufferPointer(left), right, rows: height, columns: productCount,
          inner: dimensions, into: block)
      }
    }
    for row in rows {
      let start = (place + row - rows.lowerBound) * productCount
      for product in 0..<productCount where !isKnown(creator: row, product: product) {
        block[start + product] = 0.5
      }
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
