import LinearAlgebra
import Testing

@Suite struct SparseMatrixTests {
  /// About a tenth of the entries; row 3 is empty.
  private func sparse(_ rows: Int, _ columns: Int, seed: UInt64) -> (SparseMatrix, Matrix) {
    var generator = SeededGenerator(seed: seed)
    var dense = Matrix(rows: rows, columns: columns)
    var (starts, indices, values) = ([0], [Int32](), [Float]())
    for row in 0..<rows {
      for column in 0..<columns where row != 3 && generator.nextUniform() < 0.1 {
        let value = Float(generator.nextNormal())
        dense.elements[row * columns + column] = value
        indices.append(Int32(column))
        values.append(value)
      }
      starts.append(values.count)
    }
    let matrix = SparseMatrix(
      rows: rows, columns: columns, rowStart: starts, columnIndex: indices, values: values)
    return (matrix, dense)
  }

  @Test(arguments: [1, 2] as [UInt64])
  func productsAgreeWithDense(seed: UInt64) {
    let (matrix, dense) = sparse(700, 90, seed: seed)
    let operation = SparseOperator(matrix)
    let right = DenseReference.gaussian(90, 9, seed: seed + 10)
    let left = DenseReference.gaussian(700, 9, seed: seed + 20)
    let product = operation.times(right, threads: 1)
    let transposed = operation.transposedTimes(left, threads: 1)
    #expect(
      DenseReference.distance(
        DenseReference.doubles(product), DenseReference.product(dense, right)) < 1e-4,
      "seed \(seed)")
    #expect(
      DenseReference.distance(
        DenseReference.doubles(transposed),
        DenseReference.product(DenseReference.transposed(dense), left)) < 1e-4, "seed \(seed)")
    #expect(operation.times(right, threads: 2) == product, "seed \(seed)")
    #expect(operation.transposedTimes(left, threads: 2) == transposed, "seed \(seed)")
  }

  @Test func transposingTwiceIsNothing() {
    let (matrix, _) = sparse(50, 20, seed: 5)
    let twice = matrix.transposed().transposed()
    #expect(twice.rowStart == matrix.rowStart)
    #expect(twice.columnIndex == matrix.columnIndex)
    #expect(twice.values == matrix.values)
  }

  @Test func scalingWorksByRow() {
    let matrix = SparseMatrix(
      rows: 2, columns: 2, rowStart: [0, 1, 3], columnIndex: [1, 0, 1], values: [2, 3, 4])
    #expect(matrix.scaled(rowsBy: [1, 0.5]).values == [2, 1.5, 2])
  }
}
