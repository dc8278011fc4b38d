import Allocation
import Casting

extension AllocationProblem {
  /// The same problem with other options for one item, ascending by kind.
  ///
  /// O(D): the options of later items move.
  func replacingOptions(ofItem item: Int, by deals: [DealCandidate]) -> AllocationProblem {
    var changed = self
    let old = optionStart[item]..<optionStart[item + 1]
    changed.optionKind.replaceSubrange(old, with: deals.map { Int32($0.kind) })
    changed.optionReach.replaceSubrange(old, with: deals.map(\.fill))
    changed.optionCost.replaceSubrange(old, with: deals.map(\.cost))
    for list in amounts.indices {
      changed.amounts[list].replaceSubrange(old, with: deals.map { $0.amounts[list] })
    }
    if !optionValue.isEmpty {
      changed.optionValue.replaceSubrange(old, with: deals.map(\.ownValue))
    } else if deals.contains(where: { $0.ownValue != 0 }) {
      changed.optionValue = [Double](repeating: 0, count: changed.optionCount)
      for (place, deal) in deals.enumerated() {
        changed.optionValue[old.lowerBound + place] = deal.ownValue
      }
    }
    let growth = deals.count - old.count
    for later in item + 1..<changed.optionStart.count { changed.optionStart[later] += growth }
    return changed
  }
}
