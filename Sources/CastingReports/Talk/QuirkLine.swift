/// A quirk that a synthetic roster was written with.
package struct QuirkLine: Equatable, Sendable {
  /// What reading makes of it.
  package enum Effect: String, CaseIterable, Sendable {
    /// The same values as without it.
    case none
    case refused
    /// Another value, as it is written.
    case changed
  }

  /// As `--quirk` calls it.
  package var name: String
  /// Rows that have it; nil where it is the file's.
  package var count: Int?
  package var effect: Effect
  /// `15:23`, line and column as issues have them.
  package var places: [String]
  /// Whether there are more places than are named.
  package var hasMore: Bool

  package init(name: String, count: Int?, effect: Effect, places: [String], hasMore: Bool) {
    self.name = name
    self.count = count
    self.effect = effect
    self.places = places
    self.hasMore = hasMore
  }
}
