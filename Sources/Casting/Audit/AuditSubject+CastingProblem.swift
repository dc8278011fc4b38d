import Allocation

extension AuditSubject {
  /// The subject of a campaign's problem, built from the inputs a second time.
  public init(_ casting: CastingProblem, auditing claims: PlanClaims) {
    let named = Set(claims.deals.map(\.creatorID))
    let creatorIDs = casting.campaign.roster.creatorIDs
    var itemOfCreator: [String: Int] = [:]
    for creator in 0..<creatorIDs.count {
      let id = creatorIDs[creator]
      if named.contains(id) { itemOfCreator[id] = creator }
    }
    let response = casting.response
    self.init(
      problem: casting.allocation, objective: casting.campaign.brief.objective,
      budget: casting.campaign.brief.budget ?? .infinity, itemOfCreator: itemOfCreator,
      productIDs: casting.campaign.products.products.map(\.id),
      formats: (0..<casting.kinds.count).map { casting.kinds.format(ofKind: $0) },
      rules: casting.ruleBook.entries.map { Rule(name: $0.name, share: $0.kind.share) },
      cells: AudienceCells.ageByGender.names, conversions: response.products.conversion,
      affinity: { response.affinity(creator: $0, product: $1) })
    ownRules = Self.ownRules(casting)
    linkNames = casting.links.groups.map { RuleNames.group($0.creatorIDs, $0.rule) }
  }
}

extension AuditSubject {
  /// In the order of a plan's rules: stock, order capacity, then what can only be lifted whole.
  private static func ownRules(_ casting: CastingProblem) -> [OwnRule] {
    let brief = casting.campaign.brief
    let products = casting.campaign.products.products
    let problem = casting.allocation
    var rules: [OwnRule] = []
    func add(_ name: String, _ count: OwnRule.Count, _ lower: Double, _ upper: Double) {
      rules.append(OwnRule(name: name, count: count, lower: lower, upper: upper))
    }
    for (group, product) in products.enumerated() where problem.groupOutputLimit[group].isFinite {
      add("\(product.id) stock", .stock(group: group), -.infinity, problem.groupOutputLimit[group])
    }
    if problem.totalOutputLimit.isFinite {
      add("order capacity", .orderCapacity, -.infinity, problem.totalOutputLimit)
    }
    if casting.spendLimit.isFinite {
      add("spend per creator", .largestSpend, -.infinity, casting.spendLimit)
    }
    if brief.exclusiveCategories { add("exclusive categories", .mostOfOneKey, -.infinity, 1) }
    let kinds = casting.kinds
    for lock in casting.locks.stated {
      let id = casting.campaign.roster.creatorIDs[lock.creator]
      let product = lock.product
      add(
        "lock \(id)" + (product.map { " for \(products[$0].id)" } ?? ""),
        .options { item, kind in
          item == lock.creator && (product.map { $0 == kinds.product(ofKind: kind) } ?? true)
        },
        1, .infinity)
    }
    for (ban, match) in zip(brief.bans, casting.screen.bans) {
      add(RuleNames.ban(ban), .options { match.includes(creator: $0, kind: $1) }, -.infinity, 0)
    }
    for (number, group) in casting.links.groups.enumerated() {
      add(
        RuleNames.group(group.creatorIDs, group.rule), .link(number), -.infinity,
        group.rule == .atMostOne ? 1 : Double(group.members.count))
    }
    return rules
  }
}

extension RuleBook.Kind {
  fileprivate var share: Double? {
    if case .spendShare(_, let share, _) = self { share } else { nil }
  }
}
