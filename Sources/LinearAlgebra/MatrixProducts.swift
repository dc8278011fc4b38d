import COpenBLAS

/// Products of dense row-major matrices, by BLAS on the calling thread.
package enum MatrixProducts {
  /// A · B; `left` is r × k, `right` k × c, the result r × c. Source: BLAS sgemm.
  package static func product(_ left: Matrix, _ right: Matrix) -> Matrix {
    precondition(left.columns == right.rows, "\(left.columns) columns times \(right.rows) rows")
    var product = Matrix(rows: left.rows, columns: right.columns)
    guard !product.elements.isEmpty, left.columns > 0 else { return product }
    SingleThreadedBLAS.ensure()
    cblas_sgemm(
      CblasRowMajor, CblasNoTrans, CblasNoTrans, Int32(left.rows), Int32(right.columns),
      Int32(left.columns), 1, left.elements, Int32(left.columns), right.elements,
      Int32(right.columns), 0, &product.elements, Int32(right.columns))
    return product
  }

  /// A · Bᵀ, written over `result`.
  ///
  /// `left` is `rows` × `inner`, `right` is `columns` × `inner`, `result` is `rows` × `columns`,
  /// all row-major. Source: BLAS sgemm.
  package static func productWithTransposed(
    _ left: UnsafeBufferPointer<Float>, _ right: UnsafeBufferPointer<Float>, rows: Int,
    columns: Int, inner: Int, into result: UnsafeMutableBufferPointer<Float>
  ) {
    precondition(left.count == rows * inner && right.count == columns * inner)
    precondition(result.count == rows * columns)
    guard rows > 0, columns > 0 else { return }
    guard inner > 0 else {
      result.update(repeating: 0)
      return
    }
    SingleThreadedBLAS.ensure()
    // Cleared here and added to: BLAS clears by a pass of its own that takes three times as long.
    UnsafeMutableRawBufferPointer(result).initializeMemory(as: UInt8.self, repeating: 0)
    cblas_sgemm(
      CblasRowMajor, CblasNoTrans, CblasTrans, Int32(rows), Int32(columns), Int32(inner), 1,
      left.baseAddress, Int32(inner), right.baseAddress, Int32(inner), 1, result.baseAddress,
      Int32(columns))
  }

  /// A · Bᵀ in double precision, written over `result`.
  ///
  /// `left` is `rows` × `inner`, `right` is `columns` × `inner`, `result` is `rows` × `columns`,
  /// all row-major. Source: BLAS dgemm.
  package static func productWithTransposed(
    _ left: UnsafeBufferPointer<Double>, _ right: UnsafeBufferPointer<Double>, rows: Int,
    columns: Int, inner: Int, into result: UnsafeMutableBufferPointer<Double>
  ) {
    precondition(left.count == rows * inner && right.count == columns * inner)
    precondition(result.count == rows * columns)
    guard rows > 0, columns > 0 else { return }
    guard inner > 0 else {
      result.update(repeating: 0)
      return
    }
    SingleThreadedBLAS.ensure()
    cblas_dgemm(
      CblasRowMajor, CblasNoTrans, CblasTrans, Int32(rows), Int32(columns), Int32(inner), 1,
      left.baseAddress, Int32(inner), right.baseAddress, Int32(inner), 0, result.baseAddress,
      Int32(columns))
  }
}
