import Allocation

/// The rules that can only be lifted whole, with their prices: what creators may do, who must be
/// cast, who must not, and who goes together or apart.
extension RuleReports {
  func wholeRules() throws -> [RuleReport] {
    try spendPerCreator() + exclusiveCategories() + locks() + bans() + groups() + window()
  }

  /// Its use is the largest spend of a creator.
  private func spendPerCreator() throws -> [RuleReport] {
    guard problem.spendLimit.isFinite else { return [] }
    var largest = 0.0
    for creator in cast {
      let spend = state.options(ofItem: creator).reduce(0) {
        $0 + problem.allocation.optionCost[$1]
      }
      largest = max(largest, spend)
    }
    return [
      RuleReport(
        name: RuleNames.spendPerCreator, lower: -.infinity, activity: largest,
        upper: problem.spendLimit, price: try price(lifting: .spendPerCreator), unit: .yen,
        isWhole: true, kind: .spendPerCreator)
    ]
  }

  /// Its use is the most deals that one creator has in one category.
  private func exclusiveCategories() throws -> [RuleReport] {
    guard problem.campaign.brief.exclusiveCategories else { return [] }
    return [
      RuleReport(
        name: RuleNames.exclusiveCategories, lower: -.infinity, activity: cast.isEmpty ? 0 : 1,
        upper: 1, price: try price(lifting: .exclusiveCategories), unit: .deals,
        isWhole: true, kind: .exclusiveCategories)
    ]
  }

  private func locks() throws -> [RuleReport] {
    try problem.locks.stated.map { creator, product in
      let deals = state.options(ofItem: creator)
        .count { product == nil || problem.product(ofOption: $0) == product }
      let products = problem.campaign.products.products
      let id = problem.campaign.roster.creatorIDs[creator]
      let productID = product.map { products[$0].id }
      return RuleReport(
        name: RuleNames.lock(id, productID), lower: 1, activity: Double(deals), upper: .infinity,
        price: Self.negated(try price(lifting: .lock(creator: creator, product: product))),
        unit: .deals, isWhole: true, kind: .lock,
        subject: ([id] + [productID].compactMap { $0 }).joined(separator: ":"))
    }
  }

  private func bans() throws -> [RuleReport] {
    let bans = problem.campaign.brief.bans
    return try bans.enumerated().filter { bans.firstIndex(of: $1) == $0 }.map { number, filter in
      RuleReport(
        name: RuleNames.ban(filter), lower: -.infinity, activity: 0, upper: 0,
        price: try price(lifting: .ban(number)), unit: .deals, isWhole: true, kind: .ban,
        subject: filter.onlyCreator ?? filter.words)
    }
  }

  /// Counted in creators cast. Those who go together have to be all when one is; their rule presses
  /// from below where they are cast, and from above where they are not.
  private func groups() throws -> [RuleReport] {
    let isCast = Set(cast)
    return try problem.links.groups.enumerated().map { number, group in
      let count = Double(group.members.count { isCast.contains($0) })
      let price = try price(lifting: .group(number))
      var report = RuleReport(
        name: RuleNames.group(group.creatorIDs, group.rule), lower: -.infinity, activity: count,
        upper: 1, price: price, unit: .creators, isWhole: true,
        kind: group.rule == .atMostOne ? .apart : .together,
        subject: group.creatorIDs.joined(separator: ", "))
      if group.rule == .allOrNone {
        report.upper = Double(group.members.count)
        report.lower = count > 0 ? report.upper : 0
        if count > 0 { report.price = Self.negated(price) }
      }
      return report
    }
  }

  /// Who is free on other days is not among the deals that prices know: it has no price.
  private func window() -> [RuleReport] {
    guard let window = problem.campaign.brief.window else { return [] }
    return [
      RuleReport(
        name: RuleNames.window(window), lower: -.infinity, activity: 0, upper: 0, price: .nan,
        unit: .deals, isWhole: true, kind: .window,
        subject: "\(window.from.iso) … \(window.to.iso)")
    ]
  }

  /// Creators with a deal, ascending.
  private var cast: [Int] {
    var creators: [Int] = []
    for option in state.chosenOptions {
      let creator = state.itemOfOption(option)
      if creators.last != creator { creators.append(creator) }
    }
    return creators
  }

  private func price(lifting rule: LiftedRule) throws -> Double {
    let listed = RulePrices(problem: problem, priced: priced, threads: threads)
    return try listed.price(lifting: rule) + (others?.price(lifting: rule, at: prices) ?? 0)
  }

  private static func negated(_ price: Double) -> Double { price == 0 ? 0 : -price }
}
