import Casting

extension Campaign {
  /// The campaign with its rules as the state has them: what the user would have to write.
  func under(_ state: RuleState, of rules: [CampaignRule]) -> Campaign {
    var edited = self
    var locks: Set<Lock> = []
    var bans: [DealFilter] = []
    var links: Set<Int> = []
    for (number, rule) in rules.enumerated() {
      let limit = state.isKept[number] ? state.limit[number] : nil
      switch rule.kind {
      case .budget: edited.brief.budget = limit ?? .infinity
      case .productMinimum(let product):
        edited.products.products[product].minimumCreators = Int((limit ?? 0).rounded(.up))
      case .productMaximum(let product):
        edited.products.products[product].maximumCreators = limit.map { Int($0.rounded(.down)) }
      case .productSpend(let product):
        edited.products.products[product].maximumSpend = limit ?? .infinity
      case .quotaMinimum(let quota): edited.brief.quotas[quota].minimum = limit
      case .quotaMaximum(let quota): edited.brief.quotas[quota].maximum = limit
      case .spendPerCreator: edited.brief.limitSpendPerCreator(to: limit)
      case .exclusiveCategories: edited.brief.exclusiveCategories = limit != nil
      case .lock(let place): if limit == nil { locks.insert(brief.locks[place]) }
      case .ban(let place): if limit == nil { bans.append(brief.bans[place]) }
      case .link(let place): if limit == nil { links.insert(place) }
      case .window: edited.brief.window = limit == nil ? nil : state.window
      // The plan stays: it tells the kinds of deals apart.
      case .keep: edited.brief.keep?.maximumChanges = limit.map { Int($0.rounded(.down)) }
      case .slots(let creator):
        edited.setSlots(limit ?? Double(max(1, products.count)), of: creator)
      }
    }
    edited.brief.quotas.removeAll { $0.minimum == nil && $0.maximum == nil }
    edited.brief.locks.removeAll { locks.contains($0) }
    edited.brief.bans.removeAll { bans.contains($0) }
    edited.brief.removeLinkGroups(at: links)
    return edited
  }

  private mutating func setSlots(_ slots: Double, of creator: Int) {
    if !roster.slots.isPresent {
      roster.slots = NumberColumn([Double](repeating: .nan, count: roster.count))
    }
    roster.slots.values[creator] = slots
  }
}

extension Brief {
  /// Keeps the unit in which the brief states the limit.
  fileprivate mutating func limitSpendPerCreator(to limit: Double?) {
    switch (spendPerCreator, limit) {
    case (.yen, let limit?): spendPerCreator = .yen(limit)
    case (.shareOfBudget, let limit?): spendPerCreator = .shareOfBudget(limit)
    default: spendPerCreator = nil
    }
  }
}
