/// The deals of a block of creators that some plan may hold, end to end.
package struct OptionBlock: Sendable {
  /// Deals of every creator of the block.
  package var counts: [Int] = []
  package var kinds: [Int32] = []
  /// People, as the pools of the deal's product count them.
  package var fill: [Double] = []
  /// Whole yen.
  package var cost: [Double] = []
  /// Predicted values; stays empty while there is none.
  package var value: [Double] = []
  /// What rules count beside, a list for each; as many as the maker has.
  package var amounts: [[Double]] = []
  /// Why other deals of every creator were not considered.
  package var refusals: [Refusal] = []

  mutating func append(
    kind: Int, fill: Double, cost: Double, value: Double = 0, amounts: [Double] = []
  ) {
    if value != 0, self.value.isEmpty { self.value = [Double](repeating: 0, count: kinds.count) }
    let hasValues = value != 0 || !self.value.isEmpty
    kinds.append(Int32(kind))
    self.fill.append(fill)
    self.cost.append(cost)
    if hasValues { self.value.append(value) }
    for (list, amount) in amounts.enumerated() { self.amounts[list].append(amount) }
  }
}
