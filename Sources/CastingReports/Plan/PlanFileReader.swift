import Casting
import CastingPlanning

/// Takes the claims out of a parsed plan.json.
struct PlanFileReader {
  let path: String
  /// That the plan may have deals of.
  private(set) var packages: [DealPackage] = []

  mutating func claims(_ root: JSONNode) throws(PlanFileProblem) -> PlanClaims {
    let schema = try root.member("schema").text()
    guard schema == PlanFile.schema else { throw PlanFileProblem(path, .otherSchema(schema)) }
    if try root.member(ifAny: "cost_hidden")?.flag() == true {
      throw PlanFileProblem(path, .costHidden)
    }
    let status: Plan.Status = try root.member("status").word()
    let prices = try root.member("prices")
    packages = try packages(root)
    var claims = PlanClaims(
      objective: try root.member("objective").word(), isProvedOptimal: status == .optimal,
      value: try root.member("value").number(),
      bound: try root.member("bound").number(orNull: .infinity),
      priceBound: try root.member("price_bound").number(orNull: .infinity),
      gap: try root.member("gap").number(orNull: .infinity),
      askedGap: try root.member("asked_gap").number(),
      spend: try root.member("spend").number(),
      budget: try root.member("budget").number(orNull: .infinity),
      deals: try deals(root.member("deals")), rules: try rules(root.member("rules")),
      budgetPrice: try prices.member("budget").number(),
      orderCapacityPrice: try prices.member("order_capacity").number(),
      stockPrices: try prices.member("stock").numbers(),
      reachPrices: try reachPrices(prices.member("reach")), relaxed: try relaxed(root))
    claims.details = try details(root)
    claims.packages = packages
    if let code = try root.member(ifAny: "currency")?.text() { claims.currency = code }
    return claims
  }

  private func deals(_ list: JSONNode) throws(PlanFileProblem) -> [PlanClaims.Deal] {
    var deals: [PlanClaims.Deal] = []
    var seen: Set<String> = []
    for node in try list.elements() {
      let deal = try deal(node)
      let identity = "\(deal.creatorID)\u{0}\(deal.productID)\u{0}\(deal.format.rawValue)"
      guard seen.insert(identity).inserted else {
        throw PlanFileProblem(path, .duplicateDeal(key: node.key))
      }
      deals.append(deal)
    }
    return deals
  }

  private func deal(_ node: JSONNode) throws(PlanFileProblem) -> PlanClaims.Deal {
    PlanClaims.Deal(
      rank: try node.member("rank").integer(),
      creatorID: try node.member("creator_id").text(),
      productID: try node.member("product_id").text(),
      format: try formatOfDeal(node), cost: try node.member("cost").number(),
      affinity: try node.member("affinity").number(),
      effectiveReach: try node.member("effective_reach").number(),
      reachByCell: try node.member("reach_by_cell").numbers(),
      expectedOrders: try node.member("expected_orders").number(),
      marginalValue: try node.member("marginal_value").number(),
      marginalReturn: try node.member("marginal_return").number(orNull: .infinity),
      cumulativeCost: try node.member("cumulative_cost").number(),
      cumulativeValue: try node.member("cumulative_value").number())
  }

  private func rules(_ list: JSONNode) throws(PlanFileProblem) -> [RuleReport] {
    var rules: [RuleReport] = []
    for node in try list.elements() {
      var rule = RuleReport(name: try node.member("name").text())
      rule.lower = try node.member("lower").number(orNull: -.infinity)
      rule.activity = try node.member("activity").number()
      rule.upper = try node.member("upper").number(orNull: .infinity)
      rule.price = try node.member("price").number(orNull: .nan)
      rule.id = try node.member(ifAny: "id")?.text() ?? ""
      if let cost = try node.member(ifAny: "cost"), !cost.isNull { rule.cost = try cost.number() }
      rules.append(rule)
    }
    return rules
  }

  private func reachPrices(
    _ node: JSONNode
  ) throws(PlanFileProblem) -> [String: [String: Double]] {
    var prices: [String: [String: Double]] = [:]
    for (product, cells) in try node.members() { prices[product] = try cells.numbers() }
    return prices
  }
}
