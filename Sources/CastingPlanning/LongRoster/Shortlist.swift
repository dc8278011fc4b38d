import Allocation

/// The creators that a plan of a long roster is made of, with a bound that holds for all.
struct Shortlist: Sendable {
  /// Rows of the whole roster, ascending: creator i of `problem` is row `rows[i]`.
  var rows: [Int]
  var problem: CastingProblem
  /// Of `problem`.
  var solver: AllocationSolver
  /// Of `problem`, or of the shorter list that this one grew from.
  let relaxed: RelaxedProblem
  /// What a look at everybody else found, at the prices of `relaxed`.
  let others: RosterSweep.Findings
  /// Who shares slots and spend with whom: whose account is listed, all of hers are.
  var accounts = AccountsOfPersons()

  /// No plan of the whole roster is worth more.
  var bound: Double { relaxed.bound + others.sum }

  /// Whether each of so many creators is on the list.
  func isListed(of count: Int) -> [Bool] {
    var isListed = [Bool](repeating: false, count: count)
    for row in rows { isListed[row] = true }
    return isListed
  }
}
