/// What options weigh on rows where each is its item's only one, laid out for scanning, and whether
/// the rows' upper sides leave room for that.
struct LoneWeights: Sendable {
  /// Where an option's entries begin; options + 1.
  private let start: [Int]
  private let row: [Int32]
  private let weight: [Double]
  /// Upper sides with their tolerance.
  private let ceiling: [Double]

  init(index: ProblemIndex, options: [Int32]) {
    var start = [0]
    var rows: [Int32] = []
    var weights: [Double] = []
    let empty = AllocationState(index: index)
    for option in options {
      let item = Int(index.itemOfOption[Int(option)])
      empty.forEachWeight(of: Int(option), item: item, beside: []) { row, amount in
        rows.append(Int32(row))
        weights.append(amount)
      }
      start.append(rows.count)
    }
    self.start = start
    row = rows
    weight = weights
    ceiling = index.problem.rows.map { $0.upper + AllocationState.slack(of: $0.upper) }
  }

  /// Whether rows have room for an option when another one goes; options by their position.
  @inline(__always)
  func fits(
    _ position: Int, replacing outgoing: Int? = nil, _ state: borrowing AllocationState
  ) -> Bool {
    for entry in start[position]..<start[position + 1] where weight[entry] > 0 {
      let number = Int(row[entry])
      let activity = state.rowActivity[number] + weight[entry]
      guard activity > ceiling[number] else { continue }
      guard let outgoing else { return false }
      var relief = 0.0
      for other in start[outgoing]..<start[outgoing + 1] where row[other] == row[entry] {
        relief += weight[other]
      }
      if activity - relief > ceiling[number] { return false }
    }
    return true
  }
}
