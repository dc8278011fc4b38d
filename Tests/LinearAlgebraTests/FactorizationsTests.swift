import LinearAlgebra
import Testing

@Suite struct FactorizationsTests {
  @Test("Q is orthonormal and Q R is A", arguments: [(1, 1), (10, 10), (200, 17), (5000, 74)])
  func thinQR(rows: Int, columns: Int) {
    let matrix = DenseReference.gaussian(rows, columns, seed: 4)
    let (orthonormal, upper) = Factorizations.thinQR(matrix)
    let gram = DenseReference.product(DenseReference.transposed(orthonormal), orthonormal)
    #expect(DenseReference.distance(gram, DenseReference.identity(columns)) < 1e-5)
    let product = DenseReference.product(orthonormal, upper)
    #expect(DenseReference.distance(product, DenseReference.doubles(matrix)) < 1e-4)
    for row in 0..<columns {
      #expect(upper.elements[row * columns..<row * columns + row].allSatisfy { $0 == 0 })
    }
  }

  @Test("Q stays orthonormal when columns repeat or vanish")
  func thinQRWithoutRank() {
    var matrix = DenseReference.gaussian(40, 4, seed: 5)
    for row in 0..<40 {
      matrix.elements[row * 4 + 2] = matrix.elements[row * 4 + 1]
      matrix.elements[row * 4 + 3] = 0
    }
    let orthonormal = Factorizations.thinQR(matrix).orthonormal
    let gram = DenseReference.product(DenseReference.transposed(orthonormal), orthonormal)
    #expect(DenseReference.distance(gram, DenseReference.identity(4)) < 1e-5)
  }

  @Test("singular values worked by hand")
  func knownSingularValues() throws {
    // AᵀA = [[25, 20], [20, 25]] has the eigenvalues 45 and 5.
    let matrix = Matrix(rows: 2, columns: 2, elements: [3, 0, 4, 5])
    let factors = try #require(Factorizations.singularValues(matrix))
    #expect(abs(factors.values[0] - Float(45).squareRoot()) < 1e-5)
    #expect(abs(factors.values[1] - Float(5).squareRoot()) < 1e-5)
  }

  @Test("U diag(s) Vᵀ is A", arguments: [(6, 6), (30, 8), (8, 30)])
  func reconstruction(rows: Int, columns: Int) throws {
    let matrix = DenseReference.gaussian(rows, columns, seed: 6)
    var (left, values, right) = try #require(Factorizations.singularValues(matrix))
    #expect(zip(values, values.dropFirst()).allSatisfy { $0 >= $1 })
    for index in left.elements.indices { left.elements[index] *= values[index % left.columns] }
    let product = DenseReference.product(left, right)
    #expect(DenseReference.distance(product, DenseReference.doubles(matrix)) < 1e-4)
  }

  @Test func notANumberHasNoSingularValues() {
    #expect(Factorizations.singularValues(Matrix(rows: 1, columns: 2, elements: [1, .nan])) == nil)
  }

  @Test("Cholesky solves a system worked by hand")
  func cholesky() {
    // [[4, 2], [2, 3]] z = (10, 9) has the solution (1.5, 2).
    var matrix: [Double] = [4, 2, 2, 3]
    var solution: [Double] = [10, 9]
    #expect(Cholesky.solve(&matrix, order: 2, &solution))
    #expect(DenseReference.distance(solution, [1.5, 2]) < 1e-14)
  }

  @Test func choleskyRefusesIndefiniteMatrices() {
    var matrix: [Double] = [1, 2, 2, 1]
    var solution: [Double] = [1, 1]
    #expect(!Cholesky.solve(&matrix, order: 2, &solution))
  }
}
