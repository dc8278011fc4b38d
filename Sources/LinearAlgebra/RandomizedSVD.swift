/// The leading singular vectors of a large operator, from a few products with thin blocks.
///
/// Source: Halko, Martinsson, Tropp, "Finding structure with randomness", SIAM Review 53 (2011),
/// algorithms 4.4 and 5.1.
package struct RandomizedSVD: Sendable {
  /// Extra columns of the sample beyond the rank asked for: 10 in the paper's advice of 5–10.
  package var oversampling = 10
  /// Rounds of subspace iteration. Term matrices have slowly falling singular values, for which
  /// the paper advises more than one.
  package var powerIterations = 4
  package var seed: UInt64 = 1

  package init() {}

  /// A ≈ U diag(s) Vᵀ of an operator A.
  package struct Factors: Sendable {
    /// U, rows of A × k, orthonormal columns.
    package var left: Matrix
    /// k, descending.
    package var values: [Float]
    /// V, columns of A × k, orthonormal columns; the entry of largest magnitude in every column
    /// is positive, which settles the signs.
    package var right: Matrix
  }

  /// The `rank` leading factors; fewer where A has fewer rows or columns.
  ///
  /// Exact up to rounding when `rank + oversampling` reaches the smaller side of A.
  /// O((2 · powerIterations + 2) · products with rank + oversampling vectors). The bytes of the
  /// result do not depend on `threads`.
  package func factors(of matrix: some LinearOperator, rank: Int, threads: Int) -> Factors {
    let smallerSide = min(matrix.rows, matrix.columns)
    let width = min(rank + oversampling, smallerSide)
    var generator = SeededGenerator(seed: seed)
    let start = Matrix.gaussian(rows: matrix.columns, columns: width, generator: &generator)
    var range = Self.orthonormal(matrix.times(start, threads: threads))
    for _ in 0..<powerIterations {
      let corange = Self.orthonormal(matrix.transposedTimes(range, threads: threads))
      range = Self.orthonormal(matrix.times(corange, threads: threads))
    }
    return Self.restricted(
      matrix.transposedTimes(range, threads: threads), range: range, rank: min(rank, width))
  }

  private static func orthonormal(_ matrix: Matrix) -> Matrix {
    Factorizations.thinQR(matrix).orthonormal
  }

  /// Factors of A from Aᵀ Q and Q: with Aᵀ Q = P R and R = X diag(s) Yᵀ, A ≈ (Q Y) diag(s) (P X)ᵀ.
  private static func restricted(_ projection: Matrix, range: Matrix, rank: Int) -> Factors {
    let (basis, core) = Factorizations.thinQR(projection)
    guard let small = Factorizations.singularValues(core) else {
      preconditionFailure("an operator with entries that are not finite has no singular values")
    }
    let coreRight = Matrix(
      rows: core.columns, columns: core.columns,
      elements: transposed(small.rightTransposed.elements, order: core.columns))
    var left = MatrixProducts.product(range, coreRight.prefix(columns: rank))
    var right = MatrixProducts.product(basis, small.left.prefix(columns: rank))
    settleSigns(&left, &right)
    return Factors(left: left, values: Array(small.values.prefix(rank)), right: right)
  }

  private static func transposed(_ elements: [Float], order: Int) -> [Float] {
    (0..<order * order).map { elements[($0 % order) * order + $0 / order] }
  }

  private static func settleSigns(_ left: inout Matrix, _ right: inout Matrix) {
    let width = right.columns
    for column in 0..<width {
      var largest: Float = 0
      for row in 0..<right.rows {
        let entry = right.elements[row * width + column]
        if abs(entry) > abs(largest) { largest = entry }
      }
      guard largest < 0 else { continue }
      for row in 0..<right.rows { right.elements[row * width + column].negate() }
      for row in 0..<left.rows { left.elements[row * width + column].negate() }
    }
  }
}
