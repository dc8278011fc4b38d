/// Texts of creators that shape the space: all of a short roster, every second, fourth, … of a long
/// one.
///
/// Gathered over any number of parts of a roster, in order, without knowing how long it is; which
/// creators are kept depends on the length alone.
package struct TextSample: Sendable {
  /// Creators kept at most. A niche with a share of one in a thousand still has sixteen in it.
  static let maximumCreators = 32_768

  private(set) var niches = TextColumn()
  private(set) var bios = TextColumn()
  private var stride = 1
  private var rows = 0

  package init() {}

  init(of roster: Roster) { add(roster) }

  var count: Int { niches.count }

  package mutating func add(_ roster: Roster) {
    for creator in 0..<roster.count {
      if rows % stride == 0 {
        if count == Self.maximumCreators { thin() }
        if rows % stride == 0 {
          roster.niches.withUTF8(creator) { niches.append(utf8: $0) }
          roster.bios.withUTF8(creator) { bios.append(utf8: $0) }
        }
      }
      rows += 1
    }
  }

  /// Drops every second creator.
  private mutating func thin() {
    var (kept, keptBios) = (TextColumn(), TextColumn())
    for row in Swift.stride(from: 0, to: count, by: 2) {
      niches.withUTF8(row) { kept.append(utf8: $0) }
      bios.withUTF8(row) { keptBios.append(utf8: $0) }
    }
    (niches, bios) = (kept, keptBios)
    stride *= 2
  }
}
