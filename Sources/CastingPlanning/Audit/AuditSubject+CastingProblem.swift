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
      rules: casting.ruleBook.entries.map { Rule($0) },
      cells: response.roster.audience.cells.names, conversions: response.products.conversion,
      affinity: { response.affinity(creator: $0, product: $1) })
    ownRules = Self.ownRules(casting)
    inputs = AuditInputs(
      casting, naming: named.union((claims.details?.leftOut ?? []).map(\.creatorID)))
    linkNames = casting.links.groups.map { RuleNames.group($0.creatorIDs, $0.rule) }
  }
}

extension AuditSubject.Rule {
  fileprivate init(_ entry: RuleBook.Entry) {
    switch entry.kind {
    case .spendShare(_, let share, _): self.init(name: entry.name, share: share)
    case .keep(let deals): self.init(name: entry.name, offset: Double(deals))
    default: self.init(name: entry.name)
    }
  }
}
