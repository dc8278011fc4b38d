import LinearAlgebra
import Testing

@Suite struct RandomizedSVDTests {
  /// U diag(values) Vᵀ with random orthonormal U and V.
  private func planted(
    _ rows: Int, _ columns: Int, values: [Float], seed: UInt64
  ) -> Matrix {
    var left = Factorizations.thinQR(
      DenseReference.gaussian(rows, values.count, seed: seed)
    ).orthonormal
    let right = Factorizations.thinQR(
      DenseReference.gaussian(columns, values.count, seed: seed + 1)
    ).orthonormal
    for index in left.elements.indices { left.elements[index] *= values[index % values.count] }
    return MatrixProducts.product(left, DenseReference.transposed(right))
  }

  @Test("finds planted singular values that fall slowly", arguments: [1, 2, 3] as [UInt64])
  func plantedValues(seed: UInt64) {
    let values = (0..<60).map { Float(10 * 0.93.power($0)) }
    let matrix = planted(400, 150, values: values, seed: seed)
    let factors = RandomizedSVD().factors(
      of: DenseOperator(matrix: matrix), rank: 20, threads: 1)
    for (found, planted) in zip(factors.values, values) {
      #expect(abs(found - planted) < 1e-3 * planted, "seed \(seed)")
    }
    let gram = DenseReference.product(
      DenseReference.transposed(factors.right), factors.right)
    #expect(DenseReference.distance(gram, DenseReference.identity(20)) < 1e-5, "seed \(seed)")
  }

  @Test("exact when the rank reaches the smaller side", arguments: [(1, 1), (31, 200), (200, 31)])
  func smallOperators(rows: Int, columns: Int) {
    let matrix = DenseReference.gaussian(rows, columns, seed: 9)
    let factors = RandomizedSVD().factors(
      of: DenseOperator(matrix: matrix), rank: 64, threads: 1)
    #expect(factors.values.count == min(rows, columns))
    var left = factors.left
    for index in left.elements.indices {
      left.elements[index] *= factors.values[index % left.columns]
    }
    let product = DenseReference.product(left, DenseReference.transposed(factors.right))
    #expect(DenseReference.distance(product, DenseReference.doubles(matrix)) < 1e-4)
  }

  @Test func rankDeficientAndEmptyOperators() {
    let matrix = planted(50, 40, values: [5, 2], seed: 11)
    let factors = RandomizedSVD().factors(
      of: DenseOperator(matrix: matrix), rank: 6, threads: 1)
    #expect(abs(factors.values[0] - 5) < 1e-4)
    #expect(abs(factors.values[1] - 2) < 1e-4)
    #expect(factors.values[2...].allSatisfy { $0 < 1e-4 })
    let none = RandomizedSVD().factors(
      of: DenseOperator(matrix: Matrix(rows: 5, columns: 0)), rank: 6, threads: 1)
    #expect(none.values.isEmpty)
  }

  @Test("the largest entry of every right vector is positive")
  func signs() {
    let matrix = planted(80, 60, values: [9, 7, 5, 3], seed: 12)
    let right = RandomizedSVD().factors(
      of: DenseOperator(matrix: matrix), rank: 4, threads: 1
    ).right
    for column in 0..<4 {
      let entries = (0..<60).map { right.elements[$0 * 4 + column] }
      #expect(entries.max()! == entries.map(abs).max()!)
    }
  }
}

extension Double {
  fileprivate func power(_ exponent: Int) -> Double {
    (0..<exponent).reduce(1) { product, _ in product * self }
  }
}
