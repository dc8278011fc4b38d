import Allocation
import Casting

extension AuditSubject {
  /// In the order of a plan's rules: stock, order capacity, then what can only be lifted whole.
  static func ownRules(_ casting: CastingProblem) -> [OwnRule] {
    let campaign = casting.campaign
    let products = campaign.products.products
    let problem = casting.allocation
    var rules: [OwnRule] = []
    for (group, product) in products.enumerated() where problem.groupOutputLimit[group].isFinite {
      rules.append(
        OwnRule(
          name: "\(product.id) stock", count: .stock(group: group), lower: -.infinity,
          upper: problem.groupOutputLimit[group]))
    }
    if problem.totalOutputLimit.isFinite {
      rules.append(
        OwnRule(
          name: "order capacity", count: .orderCapacity, lower: -.infinity,
          upper: problem.totalOutputLimit))
    }
    return rules + limitsOfCreators(casting) + locks(casting) + bans(casting)
      + competitors(casting) + audienceTarget(casting) + groups(casting) + window(casting)
  }

  /// The problem of the campaign with another brief.
  private static func lifted(
    _ casting: CastingProblem, _ lift: @escaping @Sendable (inout Brief) -> Void
  ) -> (@Sendable () -> AllocationProblem?) {
    {
      var campaign = casting.campaign
      lift(&campaign.brief)
      return try? CastingProblem(
        campaign, rules: casting.rules.catalogue, threads: 1, reusing: casting.response
      ).allocation
    }
  }

  private static func limitsOfCreators(_ casting: CastingProblem) -> [OwnRule] {
    var rules: [OwnRule] = []
    if casting.spendLimit.isFinite {
      rules.append(
        OwnRule(
          name: "spend per creator", count: .largestSpend, lower: -.infinity,
          upper: casting.spendLimit, lifted: lifted(casting) { $0.spendPerCreator = nil }))
    }
    if casting.campaign.brief.exclusiveCategories {
      rules.append(
        OwnRule(
          name: "exclusive categories", count: .mostOfOneKey, lower: -.infinity, upper: 1,
          lifted: lifted(casting) { $0.exclusiveCategories = false }))
    }
    return rules
  }

  private static func locks(_ casting: CastingProblem) -> [OwnRule] {
    let kinds = casting.kinds
    let products = casting.campaign.products.products
    return casting.locks.stated.map { creator, product in
      let lock = Lock(
        creatorID: casting.campaign.roster.creatorIDs[creator],
        productID: product.map { products[$0].id })
      return OwnRule(
        name: "lock \(lock.creatorID)" + (lock.productID.map { " for \($0)" } ?? ""),
        count: .options { item, kind in
          item == creator && (product.map { $0 == kinds.product(ofKind: kind) } ?? true)
        },
        lower: 1, upper: .infinity, lifted: lifted(casting) { $0.locks.removeAll { $0 == lock } })
    }
  }

  private static func bans(_ casting: CastingProblem) -> [OwnRule] {
    let stated = casting.campaign.brief.bans
    let audiences = stated.contains { $0.audience != nil } ? AuditAudiences(casting.campaign) : nil
    return zip(stated, casting.screen.bans).enumerated().filter {
      stated.firstIndex(of: $1.0) == $0
    }.map { place, ban in
      let own = ban.0.audience.flatMap { _ in audiences.map { group(of: ban.0, casting, $0) } }
      return OwnRule(
        name: BanRule.name(of: ban.0),
        count: .options(own ?? { ban.1.includes(creator: $0, kind: $1) }), lower: -.infinity,
        upper: 0, lifted: lifted(casting) { $0.bans.remove(at: place) })
    }
  }

  /// Counted by what the audit reads of the roster itself.
  private static func competitors(_ casting: CastingProblem) -> [OwnRule] {
    guard let terms = casting.campaign.brief.competitors else { return [] }
    let works = casting.campaign.roster.recentWorks
    return [
      OwnRule(
        name: RuleNames.competitors,
        count: .options { creator, _ in
          creator < works.count && AuditInputs.isBarred(works[creator], terms)
        },
        lower: -.infinity, upper: 0, lifted: lifted(casting) { $0.competitors = nil })
    ]
  }

  /// Counted by the shares that the audit reads from the inputs itself.
  private static func audienceTarget(_ casting: CastingProblem) -> [OwnRule] {
    guard let target = casting.campaign.brief.audienceTarget else { return [] }
    let audiences = AuditAudiences(casting.campaign)
    return [
      OwnRule(
        name: RuleNames.audienceTarget,
        count: .options { creator, _ in !audiences.admits(target, creator: creator) },
        lower: -.infinity, upper: 0, lifted: lifted(casting) { $0.audienceTarget = nil })
    ]
  }

  /// Deals of creators who are not free on its days are none that a plan could list.
  private static func window(_ casting: CastingProblem) -> [OwnRule] {
    casting.campaign.brief.window.map {
      [
        OwnRule(
          name: "window \($0.from.iso) to \($0.to.iso)", count: .options { _, _ in false },
          lower: -.infinity, upper: 0)
      ]
    } ?? []
  }

  static func name(of group: CampaignLinks.Group) -> String {
    if let person = group.person {
      return "\(person) (\(group.creatorIDs.joined(separator: ", ")))"
    }
    return (group.rule == .atMostOne ? "apart " : "together ")
      + group.creatorIDs.joined(separator: ", ")
  }

  private static func groups(_ casting: CastingProblem) -> [OwnRule] {
    // What accounts share, no plan lists.
    casting.links.groups.enumerated().filter { $0.element.person == nil }.map { number, group in
      OwnRule(
        name: name(of: group), count: .link(number),
        lower: -.infinity,
        upper: group.rule == .atMostOne ? 1 : Double(group.members.count),
        lifted: {
          var problem = casting.allocation
          problem.links.remove(at: number)
          return problem
        })
    }
  }
}
