import COpenBLAS

/// Inverses of small dense matrices in double precision.
package enum Inverse {
  /// Replaces an n × n row-major matrix by its inverse; false when it is singular to working
  /// precision.
  ///
  /// O(n³). Source: LAPACK dgetrf, dgetri; the inverse of a transpose is the transpose of the
  /// inverse, so row-major needs no rearrangement.
  package static func replace(_ matrix: inout [Double], order: Int) -> Bool {
    precondition(matrix.count == order * order)
    guard order > 0 else { return true }
    SingleThreadedBLAS.ensure()
    let size = Int32(order)
    var pivots = [Int32](repeating: 0, count: order)
    guard LAPACKE_dgetrf_work(LAPACK_COL_MAJOR, size, size, &matrix, size, &pivots) == 0 else {
      return false
    }
    var work = [Double](repeating: 0, count: 16 * order)
    let room = Int32(work.count)
    return LAPACKE_dgetri_work(LAPACK_COL_MAJOR, size, &matrix, size, pivots, &work, room) == 0
      && matrix.allSatisfy { $0.isFinite }
  }
}
