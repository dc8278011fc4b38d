import Casting

/// What an empty answer means.
package enum StandardAnswer: Equatable, Sendable {
  /// Nothing: an answer is needed.
  case needed
  /// The same as typing this.
  case text(String)
  /// That the brief leaves the key out.
  case unstated(Unstated)

  /// What then counts.
  package enum Unstated: Equatable, Sendable {
    /// No such rule.
    case nothing
    case formats([DealFormat])
    /// Share of women, 0…1.
    case femaleShare(Double)
    /// By `AudienceCells.ageBands`.
    case ages([Double])
  }
}
