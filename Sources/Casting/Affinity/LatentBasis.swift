import LinearAlgebra

/// The directions in feature space that say most about a table of documents.
///
/// Source: Deerwester et al., "Indexing by latent semantic analysis", JASIS 41 (1990).
enum LatentBasis {
  /// A product of which the space keeps a smaller share of its squared length is weighed up, so
  /// that a rare topic is not lost among popular ones. On planted rosters 0.5 brought the mean
  /// reciprocal rank of 40 uneven topics from below plain TF-IDF to above, at no cost elsewhere.
  static let wantedShare = 0.5

  /// `dimensions` orthonormal columns over the features, fewer for a smaller table.
  ///
  /// `table` is documents × features, of which the rows `products` must each be well represented:
  /// one that is not gets, as far as it lacks, the squared weight of the weakest direction kept
  /// on top of its own, enough to be kept instead of it. The bytes do not depend on `threads`.
  static func fit(
    _ table: SparseMatrix, products: Range<Int>, dimensions: Int, threads: Int
  ) -> Matrix {
    let first = RandomizedSVD().factors(
      of: SparseOperator(table), rank: dimensions, threads: threads)
    let weakest = first.values.last ?? 0
    let projected = table.times(first.right, threads: threads)
    var weights = [Float](repeating: 1, count: table.rows)
    for row in products {
      let share = keptShare(table, row, projected)
      let lacking = max(0, 1 - share / wantedShare)
      weights[row] = Float((1 + lacking * Double(weakest * weakest)).squareRoot())
    }
    guard weights.contains(where: { $0 > 1 }) else { return first.right }
    return RandomizedSVD().factors(
      of: SparseOperator(table.scaled(rowsBy: weights)), rank: dimensions, threads: threads
    ).right
  }

  /// Share of a row's squared length that its projection keeps; 1 for an empty row.
  private static func keptShare(_ table: SparseMatrix, _ row: Int, _ projected: Matrix) -> Double {
    let (entries, width) = (table.rowStart[row]..<table.rowStart[row + 1], projected.columns)
    let whole = squaredLength(table.values[entries])
    let kept = squaredLength(projected.elements[row * width..<(row + 1) * width])
    return whole > 0 ? kept / whole : 1
  }

  private static func squaredLength(_ values: ArraySlice<Float>) -> Double {
    values.reduce(0) { $0 + Double($1) * Double($1) }
  }
}
