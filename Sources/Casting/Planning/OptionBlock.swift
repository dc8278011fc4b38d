/// The deals of a block of creators that some plan may hold, end to end.
struct OptionBlock: Sendable {
  /// Deals of every creator of the block.
  var counts: [Int] = []
  var kinds: [Int32] = []
  /// People.
  var reach: [Double] = []
  /// Whole yen.
  var cost: [Double] = []
  /// Predicted values; stays empty while there is none.
  var value: [Double] = []
  /// Why other deals of every creator were not considered.
  var refusals: [Refusal] = []

  mutating func append(kind: Int, reach: Double, cost: Double, value: Double = 0) {
    if value != 0, self.value.isEmpty { self.value = [Double](repeating: 0, count: kinds.count) }
    let hasValues = value != 0 || !self.value.isEmpty
    kinds.append(Int32(kind))
    self.reach.append(reach)
    self.cost.append(cost)
    if hasValues { self.value.append(value) }
  }
}
