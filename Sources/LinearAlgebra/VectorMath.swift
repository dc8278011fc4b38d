#if canImport(Glibc)
  import Glibc
#else
  import Foundation
#endif

/// Elementwise functions and row operations over whole buffers.
package enum VectorMath {
  /// Replaces every x by exp(scale · (min(x, 1) − 1)): the kernel of a cosine, in (0, 1].
  package static func exponentialOfCosines(
    _ values: UnsafeMutableBufferPointer<Double>, scale: Double
  ) {
    for index in values.indices { values[index] = exp(scale * (min(values[index], 1) - 1)) }
  }

  /// 1 / |row| of every row of a row-major table, in double precision; 0 for a row of zeros.
  package static func inverseNorms(
    _ elements: [Float], columns: Int, threads: Int = 1
  ) -> [Double] {
    guard columns > 0 else { return [] }
    var norms = [Double](repeating: 0, count: elements.count / columns)
    norms.withUnsafeMutableBufferPointer { norms in
      let output = DisjointWrites(norms)
      elements.withUnsafeBufferPointer { elements in
        nonisolated(unsafe) let elements = elements
        Blocks.forEach(count: norms.count, blockSize: rowsPerBlock, threads: threads) { _, rows in
          for row in rows {
            let start = elements.baseAddress! + row * columns
            let sum = dot(start, start, count: columns)
            output.base[row] = sum > 0 ? 1 / sum.squareRoot() : 0
          }
        }
      }
    }
    return norms
  }

  private static let rowsPerBlock = 4096

  /// The dot product of two rows of `count` floats, summed in double precision, eight sums at a
  /// time.
  package static func dot(
    _ left: UnsafePointer<Float>, _ right: UnsafePointer<Float>, count: Int
  ) -> Double {
    var sums = SIMD8<Double>.zero
    var index = 0
    while index + 8 <= count {
      let (a, b) = (UnsafeRawPointer(left + index), UnsafeRawPointer(right + index))
      sums +=
        SIMD8<Double>(a.loadUnaligned(as: SIMD8<Float>.self))
        * SIMD8<Double>(b.loadUnaligned(as: SIMD8<Float>.self))
      index += 8
    }
    var sum = sums.sum()
    while index < count {
      sum += Double(left[index]) * Double(right[index])
      index += 1
    }
    return sum
  }
}
