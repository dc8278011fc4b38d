import Casting

extension AuditInputs {
  /// Every rule of the campaign in the order of a plan; what presses is told by its price.
  var rules: [PlanClaims.RuleDetails] {
    sums + outputs + creators
  }

  private func rule(
    _ kind: RuleKind, _ subject: String?, _ unit: RuleUnit, isWhole: Bool = false
  ) -> PlanClaims.RuleDetails {
    PlanClaims.RuleDetails(
      kind: kind, subject: subject, unit: unit, presses: .neither, isWhole: isWhole)
  }

  private var sums: [PlanClaims.RuleDetails] {
    var rules = [rule(.budget, nil, .yen)]
    for product in campaign.products.products {
      if product.minimumCreators > 0 || product.maximumCreators != nil {
        rules.append(rule(.productCreators, product.id, .creators))
      }
      if product.maximumSpend < .infinity { rules.append(rule(.productSpend, product.id, .yen)) }
    }
    for quota in campaign.brief.quotas {
      switch quota.measure {
      case .count: rules.append(rule(.quota, quota.filter.words, .deals))
      case .creators: rules.append(rule(.quota, quota.filter.words, .creators))
      case .views: rules.append(rule(.quota, quota.filter.words, .viewers))
      case .posts: rules.append(rule(.quota, quota.filter.words, .posts))
      case .spend: rules.append(rule(.quota, quota.filter.words, .yen))
      case .spendShare:
        for limit in [quota.minimum, quota.maximum] where limit != nil {
          rules.append(rule(.quota, quota.filter.words, .shareOfSpend))
        }
      }
    }
    rules += agencies
    if campaign.brief.keep?.maximumChanges != nil { rules.append(rule(.keep, nil, .deals)) }
    return rules
  }

  /// Agencies of the roster that have a limit, each once, however it is written.
  private var agencies: [PlanClaims.RuleDetails] {
    let limits = campaign.brief.agencyLimits
    if limits.isEmpty { return [] }
    func isNamed(_ limit: AgencyLimit, _ agency: String) -> Bool {
      limit.agency.map { NormalizedText($0).string == agency } ?? false
    }
    var seen: Set<String> = []
    return campaign.roster.agencies.levels.compactMap { written in
      let agency = NormalizedText(written).string
      guard !agency.isEmpty, seen.insert(agency).inserted else { return nil }
      let limit =
        limits.last { isNamed($0, agency) } ?? limits.last { $0.agency == nil }
      return limit?.maximum == nil ? nil : rule(.agencyCreators, written, .creators)
    }
  }

  private var outputs: [PlanClaims.RuleDetails] {
    guard campaign.brief.objective != .reach else { return [] }
    return campaign.products.products.filter { $0.stock < .infinity }
      .map { rule(.stock, $0.id, .units) }
      + (campaign.brief.orderCapacity < .infinity ? [rule(.orderCapacity, nil, .orders)] : [])
  }

  private var creators: [PlanClaims.RuleDetails] {
    let brief = campaign.brief
    var rules: [PlanClaims.RuleDetails] = []
    switch brief.spendPerCreator {
    case .yen: rules.append(rule(.spendPerCreator, nil, .yen, isWhole: true))
    case .shareOfBudget:
      if brief.budget ?? .infinity < .infinity {
        rules.append(rule(.spendPerCreator, nil, .yen, isWhole: true))
      }
    case nil: break
    }
    if brief.exclusiveCategories {
      rules.append(rule(.exclusiveCategories, nil, .deals, isWhole: true))
    }
    var stated: Set<Lock> = []
    for lock in brief.locks where stated.insert(lock).inserted {
      let subject = lock.creatorID + (lock.productID.map { ":" + $0 } ?? "")
      rules.append(rule(.lock, subject, .deals, isWhole: true))
    }
    for (place, ban) in brief.bans.enumerated() where !brief.bans[..<place].contains(ban) {
      let ids = ban.values[.creator] ?? []
      let isOfOne = ids.count == 1 && ban == DealFilter(values: [.creator: ids])
      rules.append(rule(.ban, isOfOne ? ids[0] : ban.words, .deals, isWhole: true))
    }
    if let terms = brief.competitors {
      let brands = terms.brands.joined(separator: " or ")
      rules.append(
        rule(.competitors, "\(brands) within \(terms.days) days", .deals, isWhole: true))
    }
    if let target = brief.audienceTarget {
      let cells = target.cells.joined(separator: " or ")
      let least = LimitWording.words(minimum: target.range.lowerBound, maximum: nil)
      rules.append(rule(.audienceTarget, "\(cells) \(least)", .deals, isWhole: true))
    }
    for (kind, groups) in [(RuleKind.apart, brief.apart), (.together, brief.together)] {
      for group in groups where Set(group).count > 1 {
        rules.append(rule(kind, group.joined(separator: ", "), .creators, isWhole: true))
      }
    }
    if let window = brief.window {
      rules.append(
        rule(.window, "\(window.from.iso) … \(window.to.iso)", .deals, isWhole: true))
    }
    return rules
  }
}
