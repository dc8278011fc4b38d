import LinearAlgebra

/// Plain loops in double precision, to compare the library with.
enum DenseReference {
  static func product(_ left: Matrix, _ right: Matrix) -> [Double] {
    var result = [Double](repeating: 0, count: left.rows * right.columns)
    for row in 0..<left.rows {
      for column in 0..<right.columns {
        for inner in 0..<left.columns {
          result[row * right.columns + column] +=
            Double(left.elements[row * left.columns + inner])
            * Double(right.elements[inner * right.columns + column])
        }
      }
    }
    return result
  }

  static func transposed(_ matrix: Matrix) -> Matrix {
    var result = Matrix(rows: matrix.columns, columns: matrix.rows)
    for row in 0..<matrix.rows {
      for column in 0..<matrix.columns {
        result.elements[column * matrix.rows + row] =
          matrix.elements[row * matrix.columns + column]
      }
    }
    return result
  }

  static func identity(_ order: Int) -> [Double] {
    (0..<order * order).map { $0 / order == $0 % order ? 1 : 0 }
  }

  /// Largest difference of two equally long tables.
  static func distance(_ left: [Double], _ right: [Double]) -> Double {
    precondition(left.count == right.count)
    return zip(left, right).map { abs($0 - $1) }.max() ?? 0
  }

  static func doubles(_ matrix: Matrix) -> [Double] { matrix.elements.map(Double.init) }

  static func gaussian(_ rows: Int, _ columns: Int, seed: UInt64) -> Matrix {
    var generator = SeededGenerator(seed: seed)
    return .gaussian(rows: rows, columns: columns, generator: &generator)
  }
}

/// A dense matrix behind the interface of an operator.
struct DenseOperator: LinearOperator {
  let matrix: Matrix

  var rows: Int { matrix.rows }
  var columns: Int { matrix.columns }

  func times(_ right: Matrix, threads: Int) -> Matrix { MatrixProducts.product(matrix, right) }

  func transposedTimes(_ left: Matrix, threads: Int) -> Matrix {
    MatrixProducts.product(DenseReference.transposed(matrix), left)
  }
}
