import Foundation
import LinearAlgebra
import Testing

@Suite struct VectorMathTests {
  @Test func kernelOfCosines() {
    var values: [Double] = [-1, 0, 0.5, 1, 1 + 1e-15]
    values.withUnsafeMutableBufferPointer {
      VectorMath.exponentialOfCosines($0, scale: 3)
    }
    let expected = [exp(-6.0), exp(-3.0), exp(-1.5), 1, 1]
    for (found, wanted) in zip(values, expected) {
      #expect(abs(found - wanted) <= 2 * wanted.ulp)
    }
  }

  @Test func inverseNormsOfRows() {
    #expect(VectorMath.inverseNorms([3, 4, 0, 0, 0, 2], columns: 2) == [0.2, 0, 0.5])
  }

  @Test func dotIsSummedInDoublePrecision() {
    // In single precision 1e8 + 1 − 1e8 is 0.
    let left: [Float] = [1e8, 1, -1e8]
    let ones: [Float] = [1, 1, 1]
    #expect(VectorMath.dot(left, ones, count: 3) == 1)
  }

  @Test("every index is visited once, in blocks that do not depend on the threads")
  func blocks() {
    for threads in [1, 2, 5] {
      var visits = [Int](repeating: 0, count: 1003)
      visits.withUnsafeMutableBufferPointer { visits in
        let places = DisjointWrites(visits)
        Blocks.forEach(count: 1003, blockSize: 100, threads: threads) { block, range in
          for index in range { places.base[index] += block + 1 }
        }
      }
      #expect(visits == (0..<1003).map { $0 / 100 + 1 }, "\(threads) threads")
    }
  }
}
