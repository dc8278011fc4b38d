import Casting

/// The kinds of rules that castplan knows, in the order of a plan's rules.
///
/// The one list of them: rows, reports, prices, clashes, names and what-ifs go through it. Those that
/// are sums over deals come first, whatever their place here.
package struct RuleCatalogue: Sendable {
  /// Kinds of one group are stated of the same things, and alternate by these.
  private let groups: [[any CastingRule.Type]]

  package init(_ groups: [[any CastingRule.Type]]) { self.groups = groups }

  package static let standard = RuleCatalogue([
    [BudgetRule.self],
    [ProductCreatorsRule.self, ProductSpendRule.self],
    [QuotaRule.self, SpendShareRule.self],
    [AgencyCreatorsRule.self],
    [KeepRule.self],
    [StockRule.self],
    [OrderCapacityRule.self],
    [SpendPerCreatorRule.self],
    [ExclusiveCategoriesRule.self],
    [LockRule.self],
    [BanRule.self],
    [CompetitorsRule.self],
    [AudienceTargetRule.self],
    [GroupRule.self],
    [WindowRule.self],
    [SlotsRule.self],
    [PersonSlotsRule.self],
    [AccountsRule.self],
  ])

  /// The catalogue with further kinds behind its own.
  package static func + (
    catalogue: RuleCatalogue, kinds: [any CastingRule.Type]
  ) -> RuleCatalogue {
    RuleCatalogue(catalogue.groups + kinds.map { [$0] })
  }

  var kinds: [any CastingRule.Type] { groups.flatMap { $0 } }

  /// The rules that a campaign states, in the order of a plan's.
  func rules(of campaign: Campaign) -> [any CastingRule] {
    let rules = groups.flatMap { kinds in
      let stated = kinds.flatMap { $0.listed(of: campaign) }
      return kinds.count == 1 ? stated : Self.sorted(stated) { $0.place }
    }
    return rules.filter { $0 is any SumRule } + rules.filter { !($0 is any SumRule) }
  }

  /// Stable.
  private static func sorted(
    _ rules: [any CastingRule], by key: (any CastingRule) -> Int
  ) -> [any CastingRule] {
    rules.enumerated().sorted { (key($0.element), $0.offset) < (key($1.element), $1.offset) }
      .map(\.element)
  }
}

extension CastingRule {
  fileprivate static func listed(of campaign: Campaign) -> [any CastingRule] {
    rules(of: campaign)
  }
}
