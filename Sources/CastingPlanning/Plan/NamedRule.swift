import Casting

/// A rule of a campaign as every command calls it: plans, explanations, what-ifs and comparisons.
public struct NamedRule: Sendable, Equatable {
  enum Part: Sendable, Equatable {
    /// Sides of the campaign's rules that go together.
    case sides([CampaignRule.Kind])
    /// Of a product, by its place in the list.
    case stock(Int)
    case orderCapacity
  }

  /// In the words of the brief.
  public var name: String
  /// The name without blanks; unlike any other of the campaign.
  public var id: String
  /// What older plans and reports called it.
  var otherNames: [String] = []
  let part: Part

  init(_ name: String, _ part: Part, otherNames: [String] = []) {
    (self.name, id, self.part, self.otherNames) = (name, "", part, otherNames)
  }

  /// Whether plans can be made without it. The budget is moved, not dropped.
  public var canBeDropped: Bool { part != .sides([.budget]) }

  func answers(to text: String) -> Bool {
    text == name || text == id || otherNames.contains(text)
  }

  /// Names without blanks; of equal ones the second gets a number.
  static func ids(_ names: [String]) -> [String] {
    var seen: [String: Int] = [:]
    return names.map { name in
      let id = name.split(whereSeparator: \.isWhitespace).joined(separator: "_")
      seen[id, default: 0] += 1
      let count = seen[id] ?? 1
      return count == 1 ? id : "\(id)#\(count)"
    }
  }
}

extension Campaign {
  /// Every rule once, in the order of a plan's rules.
  public var namedRules: [NamedRule] {
    var rules = sumRules + outputRules + creatorRules
    for (place, id) in NamedRule.ids(rules.map(\.name)).enumerated() { rules[place].id = id }
    return rules
  }

  /// The rules that a name or an id stands for: several where the brief says the same more than once.
  public func rules(called text: String) -> [NamedRule] {
    let rules = namedRules
    let exact = rules.filter { $0.name == text || $0.id == text }
    return exact.isEmpty ? rules.filter { $0.answers(to: text) } : exact
  }

  private var sumRules: [NamedRule] {
    var rules = [NamedRule("budget", .sides([.budget]))]
    for (number, product) in products.products.enumerated() {
      if product.minimumCreators > 0 || product.maximumCreators != nil {
        rules.append(
          NamedRule(
            RuleNames.creators(product),
            .sides([.productMinimum(number), .productMaximum(number)])))
      }
      if product.maximumSpend.isFinite {
        rules.append(NamedRule(RuleNames.spend(product), .sides([.productSpend(number)])))
      }
    }
    for (number, quota) in brief.quotas.enumerated() {
      if quota.measure == .spendShare {
        if quota.minimum != nil {
          rules.append(
            NamedRule(
              RuleNames.quota(quota, minimum: true), .sides([.quotaMinimum(number)]),
              otherNames: [quota.name]))
        }
        if quota.maximum != nil {
          rules.append(
            NamedRule(
              RuleNames.quota(quota, minimum: false), .sides([.quotaMaximum(number)]),
              otherNames: [quota.name]))
        }
      } else {
        rules.append(
          NamedRule(
            quota.name, .sides([.quotaMinimum(number), .quotaMaximum(number)]),
            otherNames: [quota.name + " (minimum)", quota.name + " (maximum)"]))
      }
    }
    if brief.keep?.maximumChanges != nil {
      rules.append(NamedRule(RuleNames.keep, .sides([.keep])))
    }
    return rules
  }

  private var outputRules: [NamedRule] {
    guard brief.objective != .reach else { return [] }
    var rules = products.products.enumerated().compactMap { number, product in
      product.stock.isFinite ? NamedRule(RuleNames.stock(product), .stock(number)) : nil
    }
    if brief.orderCapacity.isFinite {
      rules.append(NamedRule(RuleNames.orderCapacity, .orderCapacity))
    }
    return rules
  }

  private var creatorRules: [NamedRule] {
    var rules: [NamedRule] = []
    let all = self.rules
    func sides(_ kind: CampaignRule.Kind) {
      for rule in all where rule.kind == kind { rules.append(NamedRule(rule.name, .sides([kind]))) }
    }
    sides(.spendPerCreator)
    sides(.exclusiveCategories)
    for place in brief.locks.indices { sides(.lock(place)) }
    for place in brief.bans.indices {
      let filter = brief.bans[place]
      for rule in all where rule.kind == .ban(place) {
        rules.append(
          NamedRule(
            rule.name, .sides([.ban(place)]),
            otherNames: ["ban \(filter.words)", RuleNames.braced(filter)]))
      }
    }
    // Kept apart first, then those that go together.
    for group in [LinkGroup.Rule.atMostOne, .allOrNone] {
      for (place, link) in brief.linkGroups.enumerated()
      where link.rule == group && Set(link.creatorIDs).count > 1 {
        sides(.link(place))
      }
    }
    sides(.window)
    return rules
  }
}
