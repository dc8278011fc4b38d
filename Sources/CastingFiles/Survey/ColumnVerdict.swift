import CastingReview

/// What the survey of a column came to.
enum ColumnVerdict<Decision> {
  /// There was nothing to decide.
  case usual
  case decided(Decision, ReadingDecision.Basis, ReadingDecision.Evidence)
  /// Two readings fit.
  case open(ColumnQuestion, EvidentCell)
}
