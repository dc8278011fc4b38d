import LinearAlgebra
import Testing

@Suite struct MatrixTests {
  @Test(
    "sgemm agrees with plain loops", arguments: [(1, 1, 1), (7, 5, 3), (33, 64, 17), (3, 0, 2)])
  func product(rows: Int, inner: Int, columns: Int) {
    let left = DenseReference.gaussian(rows, inner, seed: 1)
    let right = DenseReference.gaussian(inner, columns, seed: 2)
    let product = MatrixProducts.product(left, right)
    #expect((product.rows, product.columns) == (rows, columns))
    let expected = DenseReference.product(left, right)
    #expect(DenseReference.distance(DenseReference.doubles(product), expected) < 1e-4)
  }

  @Test("dgemm with a transposed right side, worked by hand")
  func productWithTransposed() {
    let left: [Double] = [1, 2, 3, 4]
    let right: [Double] = [5, 6, 7, 8, 9, 10]
    var result = [Double](repeating: .nan, count: 6)
    left.withUnsafeBufferPointer { left in
      right.withUnsafeBufferPointer { right in
        result.withUnsafeMutableBufferPointer {
          MatrixProducts.productWithTransposed(
            left, right, rows: 2, columns: 3, inner: 2, into: $0)
        }
      }
    }
    // (1,2)·(5,6) = 17, (1,2)·(7,8) = 23, (1,2)·(9,10) = 29; (3,4): 39, 53, 67.
    #expect(result == [17, 23, 29, 39, 53, 67])
  }

  @Test func prefixKeepsLeadingColumns() {
    let matrix = Matrix(rows: 2, columns: 3, elements: [1, 2, 3, 4, 5, 6])
    #expect(matrix.prefix(columns: 2) == Matrix(rows: 2, columns: 2, elements: [1, 2, 4, 5]))
  }

  @Test("SplitMix64 gives the published numbers for seed 0")
  func generatorReference() {
    var generator = SeededGenerator(seed: 0)
    #expect(generator.next() == 0xE220_A839_7B1D_CDAF)
    #expect(generator.next() == 0x6E78_9E6A_A1B9_65F4)
    #expect(generator.next() == 0x06C4_5D18_8009_454F)
  }

  @Test func normalDrawsHaveTheirMoments() {
    var generator = SeededGenerator(seed: 3)
    let draws = (0..<100_000).map { _ in generator.nextNormal() }
    let mean = draws.reduce(0, +) / 100_000
    let variance = draws.reduce(0) { $0 + $1 * $1 } / 100_000 - mean * mean
    // Five standard errors: 5 / √100000 and 5 √(2 / 100000).
    #expect(abs(mean) < 0.016, "seed 3")
    #expect(abs(variance - 1) < 0.023, "seed 3")
  }
}
