import LinearAlgebra

#if canImport(Glibc)
  import Glibc
#else
  import Foundation
#endif

/// Draws of the synthetic rosters. The standard library's `shuffled(using:)` and
/// `random(in:using:)` promise no stability between versions, so these are our own.
extension SeededGenerator {
  /// One of a seed's independent sequences. With a stream for every row, the first rows of a
  /// roster do not depend on its length.
  init(seed: UInt64, stream: UInt64) {
    var mixer = SeededGenerator(seed: seed)
    let mixed = mixer.next()
    var spread = SeededGenerator(seed: mixed ^ (stream &* 0xD1B5_4A32_D192_ED03))
    self.init(seed: spread.next())
  }

  mutating func uniform(_ low: Double, _ high: Double) -> Double {
    low + (high - low) * nextUniform()
  }

  /// `median` · e^(`spread` · z) with z standard normal.
  mutating func lognormal(median: Double, spread: Double) -> Double {
    median * exp(spread * nextNormal())
  }

  mutating func chance(_ probability: Double) -> Bool { nextUniform() < probability }

  /// 0 ..< count, count > 0.
  mutating func index(below count: Int) -> Int { Int(nextUniform() * Double(count)) }

  mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[index(below: elements.count)]
  }

  /// An element drawn in proportion to the weight beside it.
  mutating func pick<Element>(weighted elements: [(Element, Double)]) -> Element {
    var left = nextUniform() * elements.reduce(0) { $0 + $1.1 }
    for (element, weight) in elements {
      left -= weight
      if left < 0 { return element }
    }
    return elements[elements.count - 1].0
  }

  /// `count` different elements in random order, or all of them when there are fewer.
  mutating func sample<Element>(_ count: Int, of elements: [Element]) -> [Element] {
    var pool = elements
    let taken = min(count, pool.count)
    for position in 0..<taken {
      pool.swapAt(position, position + index(below: pool.count - position))
    }
    return Array(pool.prefix(taken))
  }
}
