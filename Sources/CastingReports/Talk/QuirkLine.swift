/// A quirk that a synthetic roster was written with.
public struct QuirkLine: Equatable, Sendable {
  /// What reading makes of it.
  public enum Effect: String, CaseIterable, Sendable {
    /// The same values as without it.
    case none
    case refused
    /// Another value, as it is written.
    case changed
  }

  /// As `--quirk` calls it.
  public var name: String
  /// Rows that have it; nil where it is the file's.
  public var count: Int?
  public var effect: Effect
  /// `15:23`, line and column as issues have them.
  public var places: [String]
  /// Whether there are more places than are named.
  public var hasMore: Bool

  public init(name: String, count: Int?, effect: Effect, places: [String], hasMore: Bool) {
    self.name = name
    self.count = count
    self.effect = effect
    self.places = places
    self.hasMore = hasMore
  }
}
