/// How many numbers there are of each size, in steps of a half to a third: enough to know what is
/// usual in a column, without keeping its numbers.
struct Magnitudes: Sendable {
  /// Numbers from 2^-24 on fall into steps of their own.
  private static let firstStep = (1023 - 24) << 1
  /// In place: numbers are counted cell by cell.
  private var counts = InlineArray<84, UInt32>(repeating: 0)
  /// Numbers above 0.
  private(set) var count = 0

  @inline(__always)
  mutating func add(_ number: Double) {
    guard number > 0 else { return }
    let step = Int(number.bitPattern >> 51) - Self.firstStep
    counts[min(max(step, 0), counts.count - 1)] += 1
    count += 1
  }

  mutating func append(_ other: Magnitudes) {
    for step in counts.indices { counts[step] += other.counts[step] }
    count += other.count
  }

  /// The middle number, to within its step; nil where there is none.
  var median: Double? {
    guard count > 0 else { return nil }
    var below = 0
    for step in counts.indices {
      below += Int(counts[step])
      guard below * 2 >= count else { continue }
      let bits = UInt64(step + Self.firstStep) << 51
      // Of a step from 1 to 1.5, or from 1.5 to 2.
      return Double(bitPattern: bits) * (step % 2 == 0 ? 1.25 : 1.75 / 1.5)
    }
    return nil
  }
}
