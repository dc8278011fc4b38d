import Allocation

/// The creators that a plan of a long roster is made of, with a bound that holds for all.
struct Shortlist: Sendable {
  /// Rows of the whole roster, ascending: creator i of `problem` is row `rows[i]`.
  let rows: [Int]
  let problem: CastingProblem
  /// Of `problem`.
  let solver: AllocationSolver
  /// Of `problem`.
  let relaxed: RelaxedProblem
  /// What a look at everybody else found, at the prices of `relaxed`.
  let others: RosterSweep.Findings

  /// No plan of the whole roster is worth more.
  var bound: Double { relaxed.bound + others.sum }
}
