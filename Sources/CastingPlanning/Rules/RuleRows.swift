import Allocation
import Casting

/// Turns the rules of a campaign into rows: budget, products, then quotas, in a fixed order.
struct RuleRows {
  private(set) var rows: [AllocationRow] = []
  private(set) var book = RuleBook()
  private let kinds: DealKinds

  init(campaign: Campaign, matcher: FilterMatcher, kinds: DealKinds) {
    self.kinds = kinds
    add(
      .budget, "budget",
      AllocationRow(
        upper: campaign.brief.budget ?? .infinity, inside: .init(perCost: 1), perFixedCost: 1))
    for (number, product) in campaign.products.products.enumerated() {
      addRows(of: product, number: number)
    }
    for (number, quota) in campaign.brief.quotas.enumerated() {
      addRows(of: quota, number: number, match: matcher.match(quota.filter))
    }
    if let plan = campaign.brief.keep, let changes = plan.maximumChanges {
      addRow(of: plan.deals.count, changes: changes)
    }
  }

  /// Deals that come are Σ new, deals that go are those of the plan less Σ kept.
  private mutating func addRow(of kept: Int, changes: Int) {
    add(
      .keep(deals: kept), RuleNames.keep,
      AllocationRow(
        upper: Double(changes - kept), memberKinds: (0..<kinds.count).map { kinds.isKept($0) },
        inside: .init(perOption: -1), outside: .init(perOption: 1)))
  }

  private mutating func add(_ kind: RuleBook.Kind, _ name: String, _ row: AllocationRow) {
    rows.append(row)
    book.entries.append(RuleBook.Entry(kind: kind, name: name))
  }

  private mutating func addRows(of product: Product, number: Int) {
    var members = [Bool](repeating: false, count: kinds.count)
    for kind in kinds.kinds(ofProduct: number) { members[kind] = true }
    if product.minimumCreators > 0 || product.maximumCreators != nil {
      add(
        .productCreators(number), RuleNames.creators(product),
        AllocationRow(
          lower: product.minimumCreators > 0 ? Double(product.minimumCreators) : -.infinity,
          upper: product.maximumCreators.map { Double($0) } ?? .infinity, memberKinds: members,
          inside: .init(perOption: 1)))
    }
    if product.maximumSpend.isFinite {
      add(
        .productSpend(number), RuleNames.spend(product),
        AllocationRow(
          upper: product.maximumSpend, memberKinds: members, inside: .init(perCost: 1)))
    }
  }

  private mutating func addRows(of quota: Quota, number: Int, match: FilterMatch) {
    var row = AllocationRow(
      lower: quota.minimum ?? -.infinity, upper: quota.maximum ?? .infinity,
      memberItems: match.creators, memberKinds: match.kinds)
    switch quota.measure {
    case .count: row.inside = .init(perOption: 1)
    case .creators: row.perTouchedItem = 1
    case .spend: row.inside = .init(perCost: 1)
    case .spendShare:
      addShareRows(of: quota, number: number, match: match)
      return
    }
    add(.quota(number), quota.name, row)
  }

  private mutating func addShareRows(of quota: Quota, number: Int, match: FilterMatch) {
    for (share, isMinimum) in [(quota.minimum, true), (quota.maximum, false)] {
      guard let share else { continue }
      add(
        .spendShare(quota: number, share: share, isMinimum: isMinimum),
        RuleNames.quota(quota, minimum: isMinimum),
        AllocationRow(
          lower: isMinimum ? 0 : -.infinity, upper: isMinimum ? .infinity : 0,
          memberItems: match.creators, memberKinds: match.kinds,
          inside: .init(perCost: 1 - share), outside: .init(perCost: -share)))
    }
  }
}
