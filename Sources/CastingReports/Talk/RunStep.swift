import Casting

/// What a command is doing, for the line that moves while it works.
package enum RunStep: Fact {
  case reading
  case scoring
  case planningAgain
  case solvingTogether
  case solvingRows(done: Int, rows: Int)
  case generating(creators: Int, all: Int)
  /// - value: nil where there is no plan yet.
  /// - gap: as a share of the bound.
  case solving(value: Double?, bound: Double, gap: Double, nodes: Int)
  /// A pass over a roster.
  ///
  /// - rate: creators a second.
  /// - share, secondsLeft: nil where they are not known.
  case passing(
    isScoring: Bool, creators: Int, rate: Double, share: Double?, secondsLeft: Double?)
}
