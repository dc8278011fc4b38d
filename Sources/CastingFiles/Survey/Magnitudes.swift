/// How many numbers there are of each size, in steps of a half to a third: enough to know what is
/// usual in a column, without keeping its numbers.
struct Magnitudes: Equatable, Sendable {
  /// Numbers from 2^-24 on fall into steps of their own.
  private static let firstStep = (1023 - 24) << 1
  private static let stepCount = 84

  private var counts: [UInt32] = []
  /// Numbers above 0.
  private(set) var count = 0

  @inline(__always)
  mutating func add(_ number: Double) {
    guard number > 0 else { return }
    if counts.isEmpty { counts = Array(repeating: 0, count: Self.stepCount) }
    let step = Int(number.bitPattern >> 51) - Self.firstStep
    counts[min(max(step, 0), Self.stepCount - 1)] += 1
    count += 1
  }

  mutating func append(_ other: Magnitudes) {
    if counts.isEmpty {
      counts = other.counts
    } else {
      for step in other.counts.indices { counts[step] += other.counts[step] }
    }
    count += other.count
  }

  /// The middle number, to within its step; nil where there is none.
  var median: Double? {
    guard count > 0 else { return nil }
    var below = 0
    for (step, number) in counts.enumerated() {
      below += Int(number)
      guard below * 2 >= count else { continue }
      let bits = UInt64(step + Self.firstStep) << 51
      // Of a step from 1 to 1.5, or from 1.5 to 2.
      return Double(bitPattern: bits) * (step % 2 == 0 ? 1.25 : 1.75 / 1.5)
    }
    return nil
  }
}
