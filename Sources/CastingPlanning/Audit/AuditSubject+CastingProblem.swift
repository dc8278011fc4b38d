import Allocation

extension AuditSubject {
  /// The subject of a campaign's problem, built from the inputs a second time.
  package init(_ casting: CastingProblem, auditing claims: PlanClaims) {
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
      rules: casting.ruleBook.entries.map {
        Rule(name: $0.name, share: $0.share, offset: $0.offset)
      },
      cells: response.roster.audience.cells.names, conversions: response.products.conversion,
      factors: (0..<casting.kinds.count).map { kind in
        let format = casting.kinds.format(ofKind: kind)
        return format.package != nil
          ? .nan
          : AuditInputs.factor(
            casting.campaign.products.products[casting.kinds.product(ofKind: kind)], format,
            casting.campaign.brief)
      },
      affinity: { response.affinity(creator: $0, product: $1) })
    amountLists = casting.amounts.lists
    ownRules = Self.ownRules(casting)
    inputs = AuditInputs(
      casting, naming: named.union((claims.details?.leftOut ?? []).map(\.creatorID)))
    audienceGroups = Self.audienceGroups(casting)
    linkNames = casting.links.groups.map { Self.name(of: $0) }
  }
}
