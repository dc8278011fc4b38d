import Casting

extension Campaign {
  /// Every rule that can be loosened, the most telling first: what must be, then what limits it.
  ///
  /// The order decides which of several sets of clashing rules is shown. Formats, slots and the
  /// days of creators are facts of the tables, not rules, but for slots that locks overstep.
  public var rules: [CampaignRule] {
    productMinimums + quotaSides(minimum: true) + locks + links(.allOrNone) + [budget]
      + productLimits + quotaSides(minimum: false) + creatorLimits + links(.atMostOne)
      + keep + slotLimits + window + bans
  }

  private var budget: CampaignRule {
    CampaignRule(kind: .budget, name: "budget", limit: brief.budget ?? .infinity, unit: .yen)
  }

  private var productMinimums: [CampaignRule] {
    products.products.enumerated().filter { $1.minimumCreators > 0 }.map { number, product in
      CampaignRule(
        kind: .productMinimum(number), name: "\(product.id) creators",
        limit: Double(product.minimumCreators), unit: .creators)
    }
  }

  private var productLimits: [CampaignRule] {
    products.products.enumerated().flatMap { number, product in
      var rules: [CampaignRule] = []
      if let most = product.maximumCreators {
        rules.append(
          CampaignRule(
            kind: .productMaximum(number), name: "\(product.id) creators", limit: Double(most),
            unit: .creators))
      }
      if product.maximumSpend.isFinite {
        rules.append(
          CampaignRule(
            kind: .productSpend(number), name: "\(product.id) spend",
            limit: product.maximumSpend, unit: .yen))
      }
      return rules
    }
  }

  private func quotaSides(minimum isMinimum: Bool) -> [CampaignRule] {
    brief.quotas.enumerated().compactMap { number, quota in
      guard let limit = isMinimum ? quota.minimum : quota.maximum else { return nil }
      return CampaignRule(
        kind: isMinimum ? .quotaMinimum(number) : .quotaMaximum(number),
        name: RuleNames.quota(quota, minimum: isMinimum),
        limit: limit, unit: quota.measure.unit)
    }
  }

  private var locks: [CampaignRule] {
    brief.locks.indices.filter { brief.locks.firstIndex(of: brief.locks[$0]) == $0 }.map {
      let lock = brief.locks[$0]
      return CampaignRule(
        kind: .lock($0),
        name: RuleNames.lock(lock.creatorID, lock.productID),
        unit: .deals)
    }
  }

  private var bans: [CampaignRule] {
    brief.bans.indices.filter { brief.bans.firstIndex(of: brief.bans[$0]) == $0 }.map {
      CampaignRule(kind: .ban($0), name: RuleNames.ban(brief.bans[$0]), unit: .deals)
    }
  }

  private func links(_ rule: LinkGroup.Rule) -> [CampaignRule] {
    brief.linkGroups.enumerated().filter { $1.rule == rule }.map { number, group in
      CampaignRule(
        kind: .link(number),
        name: (rule == .allOrNone ? "together " : "apart ")
          + group.creatorIDs.joined(separator: ", "), unit: .creators)
    }
  }

  private var creatorLimits: [CampaignRule] {
    var rules: [CampaignRule] = []
    switch brief.spendPerCreator {
    case nil: break
    case .yen(let limit):
      rules.append(
        CampaignRule(
          kind: .spendPerCreator, name: "spend per creator", limit: limit, unit: .yen))
    case .shareOfBudget(let share):
      rules.append(
        CampaignRule(
          kind: .spendPerCreator, name: "spend per creator", limit: share, unit: .shareOfSpend))
    }
    if brief.exclusiveCategories {
      rules.append(
        CampaignRule(kind: .exclusiveCategories, name: "exclusive categories", unit: .deals))
    }
    return rules
  }

  /// Slots of creators who are locked for more deals than they allow.
  private var slotLimits: [CampaignRule] {
    guard !brief.locks.isEmpty else { return [] }
    var wanted: [String: Set<String>] = [:]
    for lock in brief.locks {
      wanted[lock.creatorID, default: []].formUnion(lock.productID.map { [$0] } ?? [])
    }
    return (0..<roster.count).compactMap { creator in
      let id = roster.creatorIDs[creator]
      guard let products = wanted[id] else { return nil }
      let slots = roster.slots.value(creator, default: 1).rounded(.down)
      guard slots < Double(max(1, products.count)) else { return nil }
      return CampaignRule(
        kind: .slots(creator), name: "\(id) slots", limit: max(0, slots), unit: .deals)
    }
  }

  private var keep: [CampaignRule] {
    guard let changes = brief.keep?.maximumChanges else { return [] }
    return [
      CampaignRule(kind: .keep, name: RuleNames.keep, limit: Double(changes), unit: .deals)
    ]
  }

  private var window: [CampaignRule] {
    guard let window = brief.window else { return [] }
    return [
      CampaignRule(kind: .window, name: RuleNames.window(window), unit: .deals)
    ]
  }
}

extension Quota.Measure {
  /// What limits of the measure are counted in.
  var unit: RuleUnit {
    switch self {
    case .count: .deals
    case .creators: .creators
    case .spend: .yen
    case .spendShare: .shareOfSpend
    }
  }
}
