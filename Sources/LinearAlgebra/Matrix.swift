/// A dense matrix in single precision, rows one after the other.
///
/// `elements` has `rows` × `columns` entries; entry (r, c) is at `r * columns + c`. Loops work on
/// the whole buffer: there is no subscript by element on purpose, because one call per element
/// across modules costs several times the arithmetic.
package struct Matrix: Sendable, Equatable {
  package let rows: Int
  package let columns: Int
  package var elements: [Float]

  package init(rows: Int, columns: Int, elements: [Float]) {
    precondition(
      elements.count == rows * columns, "\(elements.count) elements for \(rows) × \(columns)")
    self.rows = rows
    self.columns = columns
    self.elements = elements
  }

  /// All zeros.
  package init(rows: Int, columns: Int) {
    self.init(rows: rows, columns: columns, elements: [Float](repeating: 0, count: rows * columns))
  }

  /// Normally distributed entries, drawn row by row.
  package static func gaussian(
    rows: Int, columns: Int, generator: inout SeededGenerator
  ) -> Matrix {
    var matrix = Matrix(rows: rows, columns: columns)
    for index in matrix.elements.indices {
      matrix.elements[index] = Float(generator.nextNormal())
    }
    return matrix
  }

  /// The first `count` columns.
  package func prefix(columns count: Int) -> Matrix {
    precondition(count <= columns)
    var kept = Matrix(rows: rows, columns: count)
    for row in 0..<rows {
      for column in 0..<count {
        kept.elements[row * count + column] = elements[row * columns + column]
      }
    }
    return kept
  }
}
