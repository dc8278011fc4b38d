extension InputIssues {
  /// Puts issues in order: what is told one by one, and what is told together.
  package var blocks: [Block] {
    let single = found.filter { $0.issue.extent == .input && !isGrouped($0.issue) }
    let all =
      single.map { (order: $0.order, block: Block.issue($0.issue)) }
      + groups.map { (order: $0.order, block: Block.group($0)) }
    return all.sorted { $0.order < $1.order }.map(\.block)
  }

  private func isGrouped(_ issue: InputIssue) -> Bool {
    groupOfKey[FaultGroup.Key(issue)] != nil
  }

  /// How many are in no block.
  package var untold: Int {
    let told = blocks.reduce(0) { count, block in
      switch block {
      case .issue: count + 1
      case .group(let group): count + group.count
      }
    }
    return total - told
  }

  /// What is told together.
  package enum Block: Equatable, Sendable {
    case issue(InputIssue)
    case group(FaultGroup)
  }
}
