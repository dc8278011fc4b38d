import CastingPlanning

/// `{min, max}` of a brief.
struct Limits {
  var minimum: Double?
  var maximum: Double?

  var range: ClosedRange<Double> { (minimum ?? -.infinity)...(maximum ?? .infinity) }

  /// `3…10`, `≥ 3` or `≤ 10`.
  var words: String { LimitWording.words(minimum: minimum, maximum: maximum) }
}
