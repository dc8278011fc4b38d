extension AllocationProblem {
  /// Gives options the worth of what they put out as a value of their own, where no plan has two of their
  /// group; returns the groups.
  ///
  /// Proof: the pools of such a group hold one option or none, and what one option puts out is one number:
  /// the same plans are worth the same. Without pools the relaxation takes no part of an option at the worth
  /// of its best part, and problems of nothing else are linear programs with whole options.
  ///
  /// Groups whose output shares a limit with others' stay as they are.
  mutating func valueLoneOptions() -> [Int] {
    guard !totalOutputLimit.isFinite else { return [] }
    let groups = (0..<groupCount).filter { group in
      groupWorth[group] > 0
        && (groupOutputLimit[group].isFinite
          || curve != .linear
            && (0..<segmentCount).contains {
              poolCapacity[group * segmentCount + $0].isFinite
            })
    }
    let lone = groupsOfLoneOptions(among: groups)
    guard !lone.isEmpty else { return [] }
    let isLone = Set(lone)
    if optionValue.isEmpty { optionValue = [Double](repeating: 0, count: optionCount) }
    for item in items.indices {
      for option in optionStart[item]..<optionStart[item + 1] {
        let group = Int(kindGroup[Int(optionKind[option])])
        guard isLone.contains(group) else { continue }
        optionValue[option] += worth(ofLone: option, item: item, group: group)
        optionReach[option] = 0
      }
    }
    for group in lone {
      groupOutputLimit[group] = .infinity
      for segment in 0..<segmentCount { poolCapacity[group * segmentCount + segment] = .infinity }
    }
    return lone
  }

  /// What an option alone in its group's pools puts out, at its worth.
  private func worth(ofLone option: Int, item: Int, group: Int) -> Double {
    var output = 0.0
    for segment in 0..<segmentCount {
      let pool = group * segmentCount + segment
      output +=
        poolYield[pool]
        * curve.output(
          fill: optionReach[option] * segmentShares[item * segmentCount + segment],
          capacity: poolCapacity[pool])
    }
    return groupWorth[group] * min(output, groupOutputLimit[group])
  }

  /// Groups of which a row, or an item's own rules where only one has any, allow one option at most.
  private func groupsOfLoneOptions(among groups: [Int]) -> [Int] {
    guard !groups.isEmpty else { return [] }
    let uppers = rows.filter { $0.upper.isFinite && $0.barsOptions }
    var keys = [Set<Int32>](repeating: [], count: groupCount)
    for kind in 0..<kindCount { keys[Int(kindGroup[kind])].insert(kindExclusion[kind]) }
    /// By row: least weight of an option of each group.
    var least = uppers.map { _ in [Double](repeating: .infinity, count: groupCount) }
    var items = [Set<Int>](repeating: [], count: groupCount)
    for item in self.items.indices {
      for option in optionStart[item]..<optionStart[item + 1] {
        let kind = Int(optionKind[option])
        let group = Int(kindGroup[kind])
        if items[group].count < 2 { items[group].insert(item) }
        for (number, row) in uppers.enumerated() where least[number][group] > 0 {
          var weight = self.weight(of: option, ofItem: item, in: row)
          // Two options of one item touch a row once.
          if keys[group].count == 1, row.isInside(item: item, kind: kind) {
            weight += row.perTouchedItem
          }
          least[number][group] = min(least[number][group], weight)
        }
      }
    }
    return groups.filter { group in
      if items[group].count == 1,
        keys[group].count == 1 || self.items[items[group].first!].slots == 1
      {
        return true
      }
      return uppers.indices.contains { number in
        let upper = uppers[number].upper
        return least[number][group] < .infinity
          && 2 * least[number][group] > upper + AllocationState.slack(of: upper)
      }
    }
  }
}
