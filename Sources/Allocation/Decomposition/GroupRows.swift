/// Which rows weigh on one group alone, and which join groups: by the rules as they are stated, whatever
/// items there are.
struct GroupRows: Sendable {
  private enum Reach: Equatable {
    case nothing
    case one(Int)
    case several
  }

  private let reach: [Reach]

  /// O(rows · K).
  init(_ problem: AllocationProblem) {
    reach = problem.rows.map { row in
      // What is charged once for all that an item takes is no group's own.
      guard row.perFixedCost == 0 else { return .several }
      var reach = Reach.nothing
      for kind in 0..<problem.kindCount where row.mayWeigh(onKind: kind) {
        let group = Int(problem.kindGroup[kind])
        reach = reach == .nothing || reach == .one(group) ? .one(group) : .several
      }
      return reach
    }
  }

  /// Whether the row weighs on several groups, or on items as such.
  func isLinking(_ row: Int) -> Bool { reach[row] == .several }

  func rows(ofGroup group: Int) -> [Int] { reach.indices.filter { reach[$0] == .one(group) } }
}

extension AllocationRow {
  /// Whether an option of the kind has a weight in the row, of some item at least.
  fileprivate func mayWeigh(onKind kind: Int) -> Bool {
    let mayBeInside = memberKinds.isEmpty || memberKinds[kind]
    let mayBeOutside = !mayBeInside || !memberItems.isEmpty
    return mayBeInside && (inside != .zero || perTouchedItem != 0)
      || mayBeOutside && outside != .zero
  }
}
