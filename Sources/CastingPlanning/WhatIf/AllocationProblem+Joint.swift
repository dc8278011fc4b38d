import Allocation

/// Several problems of the same items, groups and kinds as one.
extension AllocationProblem {
  /// The problem whose plans obey the rules of all of some problems, and whose values are those of their
  /// mean.
  ///
  /// An option must be to be had in all of them; its cost counts as the highest, other numbers as their means.
  /// Rows count the amounts that options have in the problem that the row is of.
  package static func joining(
    _ all: [AllocationProblem], weights: [Double]
  ) -> AllocationProblem {
    var joint = all[0]
    let amounts = joinOptions(of: all, weights, into: &joint)
    let places = joinAmounts(amounts, into: &joint)
    func mean(_ numbers: (AllocationProblem) -> [Double]) -> [Double] {
      Self.mean(all.map(numbers), weights)
    }
    joint.poolYield = mean(\.poolYield)
    joint.groupWorth = mean(\.groupWorth)
    joint.segmentShares = mean(\.segmentShares)
    joint.groupOutputLimit = mean(\.groupOutputLimit)
    joint.totalOutputLimit = mean { [$0.totalOutputLimit] }[0]
    joint.items = (0..<joint.itemCount).map { item in strictest(all.map { $0.items[item] }) }
    joint.links = all.dropFirst().reduce(into: joint.links) { links, other in
      links += other.links.filter { !links.contains($0) }
    }
    joint.rows = joined(
      zip(all, places).map { problem, places in
        problem.rows.map { $0.countingAmounts(at: places) }
      })
    return joint
  }

  /// Returns the amounts that the joint options have in each scenario.
  private static func joinOptions(
    of all: [AllocationProblem], _ weights: [Double], into joint: inout AllocationProblem
  ) -> [[[Double]]] {
    var amounts = all.map { $0.amounts.map { _ in [Double]() } }
    let hasValues = all.contains { !$0.optionValue.isEmpty || $0.costWeight > 0 }
    (joint.optionStart, joint.optionKind) = ([0], [])
    (joint.optionReach, joint.optionCost, joint.optionValue) = ([], [], [])
    for item in 0..<joint.itemCount {
      var places = all.map { $0.optionStart[item] }
      for first in all[0].optionStart[item]..<all[0].optionStart[item + 1] {
        places[0] = first
        let kind = all[0].optionKind[first]
        guard isEverywhere(kind, item, all, &places) else { continue }
        let cost = zip(all, places).map { $0.optionCost[$1] }
        let most = cost.max() ?? 0
        joint.optionKind.append(kind)
        joint.optionCost.append(most)
        joint.optionReach.append(dot(weights, zip(all, places).map { $0.optionReach[$1] }))
        for (scenario, place) in places.enumerated() {
          for list in amounts[scenario].indices {
            amounts[scenario][list].append(all[scenario].amounts[list][place])
          }
        }
        guard hasValues else { continue }
        let value = zip(all, places).map { $0.optionValue.isEmpty ? 0 : $0.optionValue[$1] }
        // Costs count as the highest in rules, as their mean in the value.
        joint.optionValue.append(
          dot(weights, value) + joint.costWeight * (most - dot(weights, cost)))
      }
      joint.optionStart.append(joint.optionKind.count)
    }
    return amounts
  }

  /// Lists the amounts of all scenarios, those that are the same once; returns the places of each
  /// scenario's lists. Every scenario's rows count its own, so that all of them hold.
  private static func joinAmounts(
    _ amounts: [[[Double]]], into joint: inout AllocationProblem
  ) -> [[Int]] {
    joint.amounts = []
    var places: [[Int]] = []
    for lists in amounts {
      places.append([])
      for list in lists {
        let known = joint.amounts.firstIndex(of: list)
        places[places.count - 1].append(known ?? joint.amounts.count)
        if known == nil { joint.amounts.append(list) }
      }
    }
    return places
  }

  /// Moves every place to the item's option of the kind; kinds ascend within an item.
  private static func isEverywhere(
    _ kind: Int32, _ item: Int, _ all: [AllocationProblem], _ places: inout [Int]
  ) -> Bool {
    for number in all.indices.dropFirst() {
      let end = all[number].optionStart[item + 1]
      while places[number] < end, all[number].optionKind[places[number]] < kind {
        places[number] += 1
      }
      guard places[number] < end, all[number].optionKind[places[number]] == kind else {
        return false
      }
    }
    return true
  }

  // MARK: Rules

  private static func strictest(_ items: [AllocationItem]) -> AllocationItem {
    items.dropFirst().reduce(into: items[0]) { item, other in
      item.slots = min(item.slots, other.slots)
      item.fixedCost = max(item.fixedCost, other.fixedCost)
      item.spendLimit = min(item.spendLimit, other.spendLimit)
      item.isRequired = item.isRequired || other.isRequired
      item.requiredKinds += other.requiredKinds.filter { !item.requiredKinds.contains($0) }
    }
  }

  /// Rows that sum up the same become one, with the narrower limits.
  private static func joined(_ rows: [[AllocationRow]]) -> [AllocationRow] {
    rows.dropFirst().joined().reduce(into: rows[0]) { joined, row in
      if let same = joined.firstIndex(where: { $0.sumsUpTheSame(as: row) }) {
        joined[same].lower = max(joined[same].lower, row.lower)
        joined[same].upper = min(joined[same].upper, row.upper)
      } else {
        joined.append(row)
      }
    }
  }

  // MARK: Means

  /// Infinite where one of them is, of those that weigh anything.
  private static func mean(_ lists: [[Double]], _ weights: [Double]) -> [Double] {
    guard lists.contains(where: { $0 != lists[0] }) else { return lists[0] }
    return lists[0].indices.map { place in dot(weights, lists.map { $0[place] }) }
  }

  private static func dot(_ weights: [Double], _ numbers: [Double]) -> Double {
    // The mean of equal numbers is that number, to the last digit.
    if numbers.allSatisfy({ $0 == numbers[0] }) { return numbers[0] }
    return zip(weights, numbers).reduce(0) { $1.0 > 0 ? $0 + $1.0 * $1.1 : $0 }
  }
}

extension AllocationRow {
  /// The same row where its problem's lists of amounts stand at other places.
  fileprivate func countingAmounts(at places: [Int]) -> AllocationRow {
    var row = self
    row.amount = amount.map { places[$0] }
    return row
  }

  fileprivate func sumsUpTheSame(as other: AllocationRow) -> Bool {
    amount == other.amount && inside == other.inside && outside == other.outside
      && perFixedCost == other.perFixedCost && perTouchedItem == other.perTouchedItem
      && memberKinds == other.memberKinds
      && memberItems == other.memberItems
  }
}
