/// A candidate waiting for its turn; ascending order is that of the turns: the highest score first, the
/// lowest number among equals.
struct WaitingCandidate: Comparable {
  var score: Double
  var number: Int
  /// The moment for which the score was worked out.
  var moment: Int

  /// Total: a candidate that waits twice with one score has the fresher one first.
  static func < (left: WaitingCandidate, right: WaitingCandidate) -> Bool {
    if left.score != right.score { return left.score > right.score }
    return (left.number, right.moment) < (right.number, left.moment)
  }
}
