import COpenBLAS

/// Factorisations of small and of tall thin matrices, by LAPACK on the calling thread.
package enum Factorizations {
  /// The factors of A = Q R: Q has the shape of A and orthonormal columns, R is square.
  ///
  /// A is r × c with r ≥ c, row-major; R is c × c, upper triangular. O(r c²). The columns of Q stay
  /// orthonormal when A lacks rank. Source: LAPACK sgelqf, sorglq on Aᵀ, which is how a row-major A
  /// looks to LAPACK, so nothing is transposed.
  package static func thinQR(_ matrix: Matrix) -> (orthonormal: Matrix, upper: Matrix) {
    let (rows, columns) = (matrix.rows, matrix.columns)
    precondition(rows >= columns, "a thin matrix is tall: \(rows) × \(columns)")
    var factor = matrix
    var upper = Matrix(rows: columns, columns: columns)
    guard columns > 0 else { return (factor, upper) }
    SingleThreadedBLAS.ensure()
    var reflectors = [Float](repeating: 0, count: columns)
    let (height, width) = (Int32(columns), Int32(rows))
    let factored = LAPACKE_sgelqf(
      LAPACK_COL_MAJOR, height, width, &factor.elements, height, &reflectors)
    precondition(factored == 0, "sgelqf: \(factored)")
    for row in 0..<columns {
      for column in row..<columns {
        upper.elements[row * columns + column] = factor.elements[row * columns + column]
      }
    }
    let formed = LAPACKE_sorglq(
      LAPACK_COL_MAJOR, height, width, height, &factor.elements, height, reflectors)
    precondition(formed == 0, "sorglq: \(formed)")
    return (factor, upper)
  }

  /// The factors of A = U diag(s) Vᵀ, singular values descending.
  ///
  /// A is r × c, row-major; with k = min(r, c), U is r × k and Vᵀ is k × c. O(r c k). Nil when the
  /// iteration does not converge, which happens for NaN and infinity alone. Source: LAPACK sgesdd.
  package static func singularValues(
    _ matrix: Matrix
  ) -> (left: Matrix, values: [Float], rightTransposed: Matrix)? {
    let (rows, columns) = (matrix.rows, matrix.columns)
    let rank = min(rows, columns)
    var left = Matrix(rows: rows, columns: rank)
    var values = [Float](repeating: 0, count: rank)
    var right = Matrix(rows: rank, columns: columns)
    guard rank > 0 else { return (left, values, right) }
    SingleThreadedBLAS.ensure()
    var elements = matrix.elements
    // Seen by columns the matrix is its transpose, V diag(s) Uᵀ: the factors change places.
    let status = LAPACKE_sgesdd(
      LAPACK_COL_MAJOR, CChar(UInt8(ascii: "S")), Int32(columns), Int32(rows), &elements,
      Int32(columns), &values, &right.elements, Int32(columns), &left.elements, Int32(rank))
    return status == 0 ? (left, values, right) : nil
  }
}
