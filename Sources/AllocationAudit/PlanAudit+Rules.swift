import Allocation

/// A rule that a choice breaks.
package enum AuditViolation: Equatable, Sendable {
  /// The option is not one of the problem, or is chosen twice.
  case unknownOption(Int)
  case tooManyOptions(item: Int, count: Int, slots: Int)
  /// Two options of one exclusion key (one product, or one category).
  case excluded(item: Int, key: Int)
  case overspent(item: Int, spend: Double, limit: Double)
  case notCast(item: Int)
  case requiredKindsMissing(item: Int, entry: Int)
  case row(Int, activity: Double, lower: Double, upper: Double)
  /// So many members of the problem's link take options, which its rule does not allow.
  case link(Int, cast: Int)
  /// Members of the problem's link take more options together than they may.
  case sharedOptions(link: Int, count: Int, most: Int)
  /// Members of the problem's link cost more together than they may.
  case sharedSpend(link: Int, spend: Double, limit: Double)
}

extension PlanAudit {
  /// Σ of every row over the chosen options, fixed costs and touched items included.
  package func activities(of options: [Int]) -> [Double] {
    let chosen = chosenByItem(options)
    return problem.rows.map { row in
      var sum = CompensatedSum()
      for (item, options) in chosen {
        for option in options { sum.add(weight(row, item: item, option: option)) }
        sum.add(row.perFixedCost * problem.items[item].fixedCost)
        let isTouched = options.contains {
          isInside(row, item: item, kind: Int(problem.optionKind[$0]))
        }
        if isTouched { sum.add(row.perTouchedItem) }
      }
      return sum.total
    }
  }

  /// Every rule of items and rows that the chosen options break, beyond a relative 1e-9.
  package func violations(of options: [Int]) -> [AuditViolation] {
    let sorted = options.sorted()
    let strangers = sorted.indices.filter {
      !(0..<problem.optionCount).contains(sorted[$0])
        || ($0 > 0 && sorted[$0] == sorted[$0 - 1])
    }
    if !strangers.isEmpty { return strangers.map { .unknownOption(sorted[$0]) } }
    let chosen = chosenByItem(options)
    return itemViolations(chosen) + linkViolations(chosen)
      + rowViolations(activities(of: options))
  }

  private func linkViolations(_ chosen: [(item: Int, options: [Int])]) -> [AuditViolation] {
    problem.links.enumerated().compactMap { number, link in
      let own = chosen.filter { link.members.contains(Int32($0.item)) }
      switch link.rule {
      case .allOrNone:
        return own.isEmpty || own.count == link.members.count
          ? nil : .link(number, cast: own.count)
      case .atMostOne: return own.count <= 1 ? nil : .link(number, cast: own.count)
      case .within(let most, let limit):
        let options = own.flatMap(\.options)
        let spend = options.reduce(0) { $0 + problem.optionCost[$1] }
        if options.count > most {
          return .sharedOptions(link: number, count: options.count, most: most)
        }
        return spend <= limit + Self.slack(limit)
          ? nil : .sharedSpend(link: number, spend: spend, limit: limit)
      }
    }
  }

  private func itemViolations(
    _ chosen: [(item: Int, options: [Int])]
  ) -> [AuditViolation] {
    var optionsOfItem = [[Int]](repeating: [], count: problem.itemCount)
    for (item, options) in chosen { optionsOfItem[item] = options }
    return problem.items.indices.flatMap { violations(item: $0, options: optionsOfItem[$0]) }
  }

  private func violations(item: Int, options: [Int]) -> [AuditViolation] {
    let rules = problem.items[item]
    let kinds = options.map { problem.optionKind[$0] }
    var found: [AuditViolation] = []
    if options.isEmpty && rules.isRequired { found.append(.notCast(item: item)) }
    if options.count > rules.slots {
      found.append(.tooManyOptions(item: item, count: options.count, slots: rules.slots))
    }
    let keys = kinds.map { Int(problem.kindExclusion[Int($0)]) }.sorted()
    if let clash = keys.indices.dropFirst().first(where: { keys[$0] == keys[$0 - 1] }) {
      found.append(.excluded(item: item, key: keys[clash]))
    }
    let spend = options.reduce(0) { $0 + problem.optionCost[$1] }
    if spend > rules.spendLimit + Self.slack(rules.spendLimit) {
      found.append(.overspent(item: item, spend: spend, limit: rules.spendLimit))
    }
    for (entry, wanted) in rules.requiredKinds.enumerated()
    where !kinds.contains(where: wanted.contains) {
      found.append(.requiredKindsMissing(item: item, entry: entry))
    }
    return found
  }

  private func rowViolations(_ activities: [Double]) -> [AuditViolation] {
    zip(problem.rows, activities).enumerated().compactMap { position, pair in
      let (row, activity) = pair
      let isKept =
        activity >= row.lower - Self.slack(row.lower)
        && activity <= row.upper + Self.slack(row.upper)
      return isKept
        ? nil : .row(position, activity: activity, lower: row.lower, upper: row.upper)
    }
  }

  /// What rounding may add to a sum of that size.
  private static func slack(_ limit: Double) -> Double {
    limit.isFinite ? 1e-9 * max(1, limit.magnitude) : 0
  }
}
