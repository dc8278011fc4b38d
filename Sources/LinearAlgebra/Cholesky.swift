import COpenBLAS

/// Solving symmetric positive definite systems in double precision.
package enum Cholesky {
  /// Replaces `rightHandSide` by the solution of A z = b; false when A is not positive definite.
  ///
  /// `matrix` is n × n, row-major, only its upper triangle is read, and it is overwritten by the
  /// factor. O(n³ / 3). Source: LAPACK dpotrf, dpotrs.
  package static func solve(
    _ matrix: inout [Double], order: Int, _ rightHandSide: inout [Double]
  ) -> Bool {
    precondition(matrix.count == order * order && rightHandSide.count == order)
    guard order > 0 else { return true }
    SingleThreadedBLAS.ensure()
    let size = Int32(order)
    // The _work calls leave out LAPACKE's scan for NaN, a tenth of the time on small systems: a NaN
    // makes the factorisation fail all the same.
    // Row-major upper is column-major lower: no transposition is needed.
    let upper = CChar(UInt8(ascii: "L"))
    guard LAPACKE_dpotrf_work(LAPACK_COL_MAJOR, upper, size, &matrix, size) == 0 else {
      return false
    }
    return LAPACKE_dpotrs_work(LAPACK_COL_MAJOR, upper, size, 1, matrix, size, &rightHandSide, size)
      == 0
  }
}
