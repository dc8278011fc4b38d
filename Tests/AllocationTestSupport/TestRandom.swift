/// A small generator for tests: the same numbers on every machine (Numerical Recipes' LCG, 64 bit).
package struct TestRandom {
  private var state: UInt64

  package init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  /// Uniform in 0..<1.
  package mutating func unit() -> Double {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Double(state >> 11) / 9_007_199_254_740_992
  }

  package mutating func number(_ range: ClosedRange<Double>) -> Double {
    range.lowerBound + unit() * (range.upperBound - range.lowerBound)
  }

  /// Uniform in 0..<count.
  package mutating func index(_ count: Int) -> Int { min(count - 1, Int(unit() * Double(count))) }

  package mutating func chance(_ probability: Double) -> Bool { unit() < probability }
}
