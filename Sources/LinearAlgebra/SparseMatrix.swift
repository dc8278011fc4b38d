/// A sparse matrix in single precision, compressed by rows.
package struct SparseMatrix: Sendable {
  package let rows: Int
  package let columns: Int
  /// Entries of row r are `rowStart[r] ..< rowStart[r + 1]`; `rows` + 1.
  package let rowStart: [Int]
  package let columnIndex: [Int32]
  package let values: [Float]

  package init(
    rows: Int, columns: Int, rowStart: [Int], columnIndex: [Int32], values: [Float]
  ) {
    precondition(rowStart.count == rows + 1 && rowStart.last == values.count)
    precondition(columnIndex.count == values.count)
    self.rows = rows
    self.columns = columns
    self.rowStart = rowStart
    self.columnIndex = columnIndex
    self.values = values
  }

  /// The transpose, each of its rows in ascending column order. O(entries + rows + columns).
  package func transposed() -> SparseMatrix {
    var start = [Int](repeating: 0, count: columns + 1)
    for column in columnIndex { start[Int(column) + 1] += 1 }
    for column in 0..<columns { start[column + 1] += start[column] }
    var next = start
    var index = [Int32](repeating: 0, count: values.count)
    var transposedValues = [Float](repeating: 0, count: values.count)
    for row in 0..<rows {
      for entry in rowStart[row]..<rowStart[row + 1] {
        let column = Int(columnIndex[entry])
        index[next[column]] = Int32(row)
        transposedValues[next[column]] = values[entry]
        next[column] += 1
      }
    }
    return SparseMatrix(
      rows: columns, columns: rows, rowStart: start, columnIndex: index, values: transposedValues)
  }

  /// Every row times its factor; `factors` has `rows` entries.
  package func scaled(rowsBy factors: [Float]) -> SparseMatrix {
    precondition(factors.count == rows, "\(factors.count) factors for \(rows) rows")
    var scaledValues = values
    for row in 0..<rows where factors[row] != 1 {
      for entry in rowStart[row]..<rowStart[row + 1] { scaledValues[entry] *= factors[row] }
    }
    return SparseMatrix(
      rows: rows, columns: columns, rowStart: rowStart, columnIndex: columnIndex,
      values: scaledValues)
  }

  /// This · `right`, `rows` × l; each row is summed in the order of its entries.
  package func times(_ right: Matrix, threads: Int) -> Matrix {
    precondition(right.rows == columns, "\(right.rows) rows for \(columns) columns")
    var product = Matrix(rows: rows, columns: right.columns)
    let width = right.columns
    product.elements.withUnsafeMutableBufferPointer { output in
      let output = DisjointWrites(output)
      Blocks.forEach(count: rows, blockSize: Self.rowsPerBlock, threads: threads) { _, range in
        for row in range { addRow(row, of: right, to: output.base + row * width) }
      }
    }
    return product
  }

  /// Rows of one block: enough work to hide a fork, small enough to share uneven rows fairly.
  private static let rowsPerBlock = 256

  private func addRow(_ row: Int, of right: Matrix, to output: UnsafeMutablePointer<Float>) {
    let width = right.columns
    right.elements.withUnsafeBufferPointer { elements in
      for entry in rowStart[row]..<rowStart[row + 1] {
        let value = values[entry]
        let source = elements.baseAddress! + Int(columnIndex[entry]) * width
        for column in 0..<width { output[column] += value * source[column] }
      }
    }
  }
}

/// A sparse matrix and its transpose, so that both products are sums in a fixed order.
package struct SparseOperator: LinearOperator {
  package let matrix: SparseMatrix
  package let transpose: SparseMatrix

  package init(_ matrix: SparseMatrix) {
    self.matrix = matrix
    transpose = matrix.transposed()
  }

  package var rows: Int { matrix.rows }
  package var columns: Int { matrix.columns }

  package func times(_ right: Matrix, threads: Int) -> Matrix {
    matrix.times(right, threads: threads)
  }

  package func transposedTimes(_ left: Matrix, threads: Int) -> Matrix {
    transpose.times(left, threads: threads)
  }
}
