import AllocationAudit

extension ClaimCheck {
  /// The names of the rules in their order, no more and no fewer.
  func ruleNames() -> AuditFinding {
    let expected = subject.rules.map(\.name) + subject.ownRules.map(\.name)
    let found = claims.rules.map(\.name)
    func rule(_ names: [String], _ place: Int) -> AuditStatement {
      place < names.count ? .rule(name: names[place]) : .noRule
    }
    let place = (0..<max(expected.count, found.count)).first {
      rule(expected, $0) != rule(found, $0)
    }
    return AuditFinding(
      .ruleNames, place.map { .init(expected: rule(expected, $0), found: rule(found, $0)) })
  }

  func ruleNumbers() -> AuditFinding {
    let activities = audit.activities(of: options)
    let dealSpend = options.reduce(0) { $0 + subject.problem.optionCost[$1] }
    var pairs: [(place: AuditPlace, expected: Double, found: Double)] = []
    for (place, claim) in claims.rules.prefix(subject.rules.count).enumerated() {
      let row = subject.problem.rows[place]
      let share = subject.rules[place].share
      let offset = subject.rules[place].offset
      let activity =
        share.map { dealSpend > 0 ? activities[place] / dealSpend + $0 : 0 }
        ?? activities[place] + offset
      // A share's row has its limit at 0; the plan reports the share itself.
      let shift = share ?? offset
      pairs += [
        (.rule(name: claim.name), activity, claim.activity),
        (.rule(name: claim.name), row.lower + shift, claim.lower),
        (.rule(name: claim.name), row.upper + shift, claim.upper),
      ]
    }
    for (rule, claim) in zip(subject.ownRules, claims.rules.dropFirst(subject.rules.count)) {
      let (lower, activity, upper) = ownNumbers(rule)
      pairs += [
        (.rule(name: claim.name), activity, claim.activity),
        (.rule(name: claim.name), lower, claim.lower),
        (.rule(name: claim.name), upper, claim.upper),
      ]
    }
    return compare(.ruleNumbers, pairs + audienceCounts(), scale: 1)
  }

  /// Limits and use of a rule that is not a row.
  private func ownNumbers(
    _ rule: AuditSubject.OwnRule
  ) -> (lower: Double, activity: Double, upper: Double) {
    let problem = subject.problem
    let chosen = audit.chosenByItem(options)
    let activity: Double
    switch rule.count {
    case .stock(let group): activity = audit.servedOutputs(of: options)[group]
    case .orderCapacity: activity = audit.servedOutputs(of: options).reduce(0, +)
    case .largestSpend:
      activity = largestSpend(chosen)
    case .mostOfOneKey:
      activity = chosen.reduce(0) { largest, choice in
        let keys = choice.options.map { problem.kindExclusion[Int(problem.optionKind[$0])] }
        return max(
          largest,
          keys.reduce(0) { most, key in
            max(most, Double(keys.count { $0 == key }))
          })
      }
    case .options(let passes):
      activity = Double(
        options.count { passes(audit.item(of: $0), Int(problem.optionKind[$0])) })
    case .link(let number):
      let cast = Set(chosen.map(\.item))
      let count = problem.links[number].members.count { cast.contains(Int($0)) }
      guard problem.links[number].rule == .allOrNone else {
        return (rule.lower, Double(count), rule.upper)
      }
      return (count > 0 ? rule.upper : 0, Double(count), rule.upper)
    }
    return (rule.lower, activity, rule.upper)
  }

  /// The prices of stock and order capacity among the rules are those the bound is made of.
  func outputPrices() -> [(place: AuditPlace, expected: Double, found: Double)] {
    zip(subject.ownRules, claims.rules.dropFirst(subject.rules.count)).compactMap { rule, claim in
      switch rule.count {
      case .stock(let group):
        (
          .rule(name: claim.name), claims.stockPrices[subject.productIDs[group]] ?? 0, claim.price
        )
      case .orderCapacity: (.rule(name: claim.name), claims.orderCapacityPrice, claim.price)
      default: nil
      }
    }
  }

  /// The price of a rule that can only be lifted whole: the rise of the bound without it, at the
  /// plan's prices. Left out where no bound can be told.
  func liftedPrices() -> AuditFinding {
    let prices = subject.prices(claims)
    let bound = audit.bound(at: prices)
    var pairs: [(place: AuditPlace, expected: Double, found: Double)] = []
    for (rule, claim) in zip(subject.ownRules, claims.rules.dropFirst(subject.rules.count)) {
      guard bound.isFinite, let problem = rule.lifted?() else { continue }
      let rise = PlanAudit(problem).bound(at: prices) - bound
      pairs.append(
        (.rule(name: claim.name), pressesFromBelow(rule) ? -rise : rise, claim.price))
    }
    // A difference of two bounds is right to as many digits as they are.
    let scale = max(bound.magnitude, audit.boundRounding(at: prices) * 1e9)
    return compare(.liftedPrices, pairs, scale: scale)
  }

  /// Whether the rule asks for creators: a lock, or a group that is cast together.
  private func pressesFromBelow(_ rule: AuditSubject.OwnRule) -> Bool {
    if case .link(let number) = rule.count, subject.problem.links[number].rule == .allOrNone {
      return ownNumbers(rule).activity > 0
    }
    return rule.lower > 0
  }
}
