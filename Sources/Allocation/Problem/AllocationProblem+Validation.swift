extension AllocationProblem {
  /// Throws the first fault: shapes first, then the numbers of each list, in the order in which they
  /// are declared. O(D + n·S + G·S + rows · (n + K)).
  public func validate() throws(AllocationFault) {
    try validateShapes()
    try validateOptions()
    try validateNumbers()
    for item in items.indices { try validate(items[item], at: item) }
    for link in links.indices { try validate(links[link], at: link) }
    for row in rows.indices { try validate(rows[row], at: row) }
  }

  private func validateShapes() throws(AllocationFault) {
    let pools = groupCount * segmentCount
    let lengths = [
      ("poolCapacity", poolCapacity.count, pools), ("poolYield", poolYield.count, pools),
      ("groupWorth", groupWorth.count, groupCount),
      ("groupOutputLimit", groupOutputLimit.count, groupCount),
      ("segmentShares", segmentShares.count, itemCount * segmentCount),
      ("optionStart", optionStart.count, itemCount + 1),
      ("optionReach", optionReach.count, optionCount),
      ("optionCost", optionCost.count, optionCount),
      ("optionValue", optionValue.count, optionValue.isEmpty ? 0 : optionCount),
      ("kindExclusion", kindExclusion.count, kindCount),
    ]
    for (list, count, expected) in lengths where count != expected {
      throw .wrongLength(list: list, count: count, expected: expected)
    }
    for (number, list) in amounts.enumerated() where list.count != optionCount {
      throw .wrongLength(list: "amounts[\(number)]", count: list.count, expected: optionCount)
    }
  }

  /// Which item has which options, and of which kinds.
  private func validateOptions() throws(AllocationFault) {
    for item in 0..<itemCount {
      let (start, end) = (optionStart[item], optionStart[item + 1])
      guard start <= end, item > 0 || start == 0, end <= optionCount,
        item + 1 < itemCount || end == optionCount
      else {
        throw .wrongOptionRange(item: item, start: start, end: end, optionCount: optionCount)
      }
      for option in start..<end {
        let kind = Int(optionKind[option])
        guard (0..<kindCount).contains(kind) else {
          throw .outOfRange(list: "optionKind", place: option, value: kind, count: kindCount)
        }
        guard option == start || optionKind[option - 1] < optionKind[option] else {
          throw .kindNotAscending(option: option, kind: kind)
        }
      }
    }
    guard itemCount > 0 || optionCount == 0 else {
      throw .wrongLength(list: "optionKind", count: optionCount, expected: 0)
    }
    for (kind, group) in kindGroup.enumerated() where !(0..<groupCount).contains(Int(group)) {
      throw .outOfRange(list: "kindGroup", place: kind, value: Int(group), count: groupCount)
    }
  }

  private func validateNumbers() throws(AllocationFault) {
    try check("poolCapacity", poolCapacity) { $0 >= 0 }
    try check("poolYield", poolYield) { $0 >= 0 && $0.isFinite }
    try check("groupWorth", groupWorth) { $0 >= 0 && $0.isFinite }
    try check("groupOutputLimit", groupOutputLimit) { $0 >= 0 }
    try check("totalOutputLimit", [totalOutputLimit]) { $0 >= 0 }
    try check("segmentShares", segmentShares) { $0 >= 0 && $0.isFinite }
    try check("optionReach", optionReach) { $0 >= 0 && $0.isFinite }
    try check("optionCost", optionCost) { $0 >= 0 && $0.isFinite }
    try check("optionValue", optionValue) { $0.isFinite }
    for (number, list) in amounts.enumerated() {
      try check("amounts[\(number)]", list) { $0 >= 0 && $0.isFinite }
    }
    try check("costWeight", [costWeight]) { $0 >= 0 && $0.isFinite }
  }

  private func check(
    _ list: String, _ numbers: [Double], _ isAllowed: (Double) -> Bool
  ) throws(AllocationFault) {
    for (place, number) in numbers.enumerated() where !isAllowed(number) {
      throw .wrongNumber(list: list, place: place, value: number)
    }
  }

  private func validate(_ item: AllocationItem, at place: Int) throws(AllocationFault) {
    guard item.slots >= 0 else {
      throw .wrongNumber(list: "items.slots", place: place, value: Double(item.slots))
    }
    guard item.fixedCost >= 0, item.fixedCost.isFinite else {
      throw .wrongNumber(list: "items.fixedCost", place: place, value: item.fixedCost)
    }
    guard item.spendLimit >= 0 else {
      throw .wrongNumber(list: "items.spendLimit", place: place, value: item.spendLimit)
    }
    for kinds in item.requiredKinds {
      for kind in kinds where !(0..<kindCount).contains(Int(kind)) {
        throw .outOfRange(
          list: "items.requiredKinds", place: place, value: Int(kind), count: kindCount)
      }
    }
  }

  private func validate(_ link: ItemLink, at place: Int) throws(AllocationFault) {
    for member in link.members where !(0..<itemCount).contains(Int(member)) {
      throw .outOfRange(
        list: "links.members", place: place, value: Int(member), count: itemCount)
    }
    guard zip(link.members, link.members.dropFirst()).allSatisfy({ $0 < $1 }) else {
      throw .linkNotAscending(link: place)
    }
    if case .within(let options, let cost) = link.rule, options < 0 || !(cost >= 0) {
      throw .wrongNumber(
        list: "links.rule", place: place, value: options < 0 ? Double(options) : cost)
    }
  }

  private func validate(_ row: AllocationRow, at place: Int) throws(AllocationFault) {
    guard row.memberItems.isEmpty || row.memberItems.count == itemCount else {
      throw .wrongLength(
        list: "rows[\(place)].memberItems", count: row.memberItems.count, expected: itemCount)
    }
    guard row.memberKinds.isEmpty || row.memberKinds.count == kindCount else {
      throw .wrongLength(
        list: "rows[\(place)].memberKinds", count: row.memberKinds.count, expected: kindCount)
    }
    for limit in [row.lower, row.upper] where limit.isNaN {
      throw .wrongNumber(list: "rows.limits", place: place, value: limit)
    }
    let weights = [row.inside, row.outside].flatMap { [$0.perOption, $0.perCost, $0.perAmount] }
    for weight in weights + [row.perFixedCost, row.perTouchedItem] where !weight.isFinite {
      throw .wrongNumber(list: "rows.weights", place: place, value: weight)
    }
    if let list = row.amount {
      guard amounts.indices.contains(list) else {
        throw .outOfRange(list: "rows.amount", place: place, value: list, count: amounts.count)
      }
    } else if row.countsAmounts {
      throw .amountsNotNamed(row: place)
    }
  }
}
