/// A problem with the same plans, worth the same, that tells more of itself. Each rule has its proof beside it.
///
/// Items, options, rows and groups keep their numbers, so that plans and prices go back and forth.
package struct Presolve {
  /// Options times rows up to which rules that look at each are worth their time.
  private static let mostLooks = 20_000_000

  /// As the rows and items tell it: limits are rounded, items that rows cannot do without must be taken.
  package let tightened: AllocationProblem
  /// The same with what is alone in its pools valued by itself.
  package let problem: AllocationProblem
  /// Rows whose lower side is kept by what items must take.
  package let liftedRows: [Int]
  /// Groups whose options are valued by themselves.
  package let loneGroups: [Int]
  /// Whether anything is different.
  package let isChanged: Bool

  package init(_ original: AllocationProblem) {
    var problem = original
    let looks = original.optionCount * original.rows.count
    problem.roundLimits()
    liftedRows = looks <= Self.mostLooks ? problem.forceItems() : []
    tightened = problem
    loneGroups = looks <= Self.mostLooks ? problem.valueLoneOptions() : []
    self.problem = problem
    isChanged =
      !loneGroups.isEmpty || !liftedRows.isEmpty
      || zip(original.rows, problem.rows).contains {
        $0.lower != $1.lower || $0.upper != $1.upper
      }
      || zip(original.items, problem.items).contains {
        $0.requiredKinds.count != $1.requiredKinds.count
      }
  }
}
