#if canImport(Glibc)
  import Glibc
#else
  import Foundation
#endif

/// Elementwise functions and row operations over whole buffers.
public enum VectorMath {
  /// Replaces every x by exp(scale · (min(x, 1) − 1)): the kernel of a cosine, in (0, 1].
  public static func exponentialOfCosines(
    _ values: UnsafeMutableBufferPointer<Double>, scale: Double
  ) {
    for index in values.indices { values[index] = exp(scale * (min(values[index], 1) - 1)) }
  }

  /// 1 / |row| of every row of a row-major table, in double precision; 0 for a row of zeros.
  public static func inverseNorms(_ elements: [Float], columns: Int) -> [Double] {
    guard columns > 0 else { return [] }
    return elements.withUnsafeBufferPointer { elements in
      (0..<elements.count / columns).map { row in
        var sum = 0.0
        for column in row * columns..<(row + 1) * columns {
          let entry = Double(elements[column])
          sum += entry * entry
        }
        return sum > 0 ? 1 / sum.squareRoot() : 0
      }
    }
  }

  /// The dot product of two rows of `count` floats, summed in double precision.
  public static func dot(
    _ left: UnsafePointer<Float>, _ right: UnsafePointer<Float>, count: Int
  ) -> Double {
    var sum = 0.0
    for index in 0..<count { sum += Double(left[index]) * Double(right[index]) }
    return sum
  }
}
