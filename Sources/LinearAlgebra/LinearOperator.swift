/// A matrix known by its products with blocks of vectors, such as a sparse one.
package protocol LinearOperator: Sendable {
  var rows: Int { get }
  var columns: Int { get }

  /// A · `right`; `right` is `columns` × l, the result `rows` × l.
  func times(_ right: Matrix, threads: Int) -> Matrix

  /// Aᵀ · `left`; `left` is `rows` × l, the result `columns` × l.
  func transposedTimes(_ left: Matrix, threads: Int) -> Matrix
}
