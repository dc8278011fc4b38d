/// Which of several changes asks least of the user.
enum ClashCost {
  /// Changes that mend the whole campaign before those that mend one clash; limits by relative
  /// change, then the window, then rules given up, a lock before whatever binds more people; ties
  /// in the order of the rules. Nil when there is no rule.
  static func cheapest(_ rules: [ClashingRule]) -> Int? {
    rules.indices.min { isLess(key(rules[$0], $0), key(rules[$1], $1)) }
  }

  private static func key(_ rule: ClashingRule, _ place: Int) -> [Double] {
    [
      rule.scope == .campaign ? 0 : 1, tier(rule), rule.relativeChange ?? 0, Double(place),
    ]
  }

  private static func isLess(_ left: [Double], _ right: [Double]) -> Bool {
    left.lexicographicallyPrecedes(right)
  }

  /// What the user gives up: a bit of a limit, days, one lock, one group, a rule for everybody.
  private static func tier(_ rule: ClashingRule) -> Double {
    switch rule.change {
    case .limit: return 0
    case .window: return 1
    case .drop: return Double(2 + rule.rule.burden.rawValue)
    }
  }
}
