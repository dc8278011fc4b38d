import Casting
import CastingPlanning

/// What newer plans say: nil where an older one does not have it. What begins is read to its end.
extension PlanFileReader {
  func details(_ root: JSONNode) throws(PlanFileProblem) -> PlanClaims.Details {
    var details = PlanClaims.Details()
    let deals = try root.member("deals").elements()
    details.parts = try all(deals, having: "fee", parts)
    details.talks = try all(deals, having: "fee_state", talks)
    details.profiles = try all(deals, having: "main_age", profile)
    if let rows = try root.member(ifAny: "left_out")?.elements(),
      let found = try all(rows, having: "main_age", leftOut)
    {
      details.leftOut = found.compactMap { $0 }
    }
    if let rows = try root.member(ifAny: "products")?.elements(),
      let found = try all(rows, having: "cells", product)
    {
      details.products = found.compactMap { $0 }
    }
    details.totals = try totals(root)
    if details.totals != nil { details.money = try money(root) }
    details.rules = try all(root.member("rules").elements(), having: "kind", rule)
    if let formats = try root.member(ifAny: "formats") {
      details.frame = PlanClaims.Frame(
        window: try window(root.member("window")), formats: try self.formats(formats))
    }
    if let points = try root.member(ifAny: "frontier") {
      details.tellsOfCurve = true
      if points.isNull {
        _ = try root.member("frontier_omitted").text()
      } else {
        details.curve = try curve(points)
      }
    }
    return details
  }

  private func totals(_ root: JSONNode) throws(PlanFileProblem) -> PlanTotals? {
    guard let orders = try root.member(ifAny: "orders"), !orders.isNull else { return nil }
    return PlanTotals(
      orders: try orders.number(), sales: try root.member("sales").number(),
      profit: try root.member("profit").number(), spend: try root.member("spend").number(),
      clientSpend: try root.member("client_spend").number())
  }

  private func money(_ root: JSONNode) throws(PlanFileProblem) -> PlanClaims.Money {
    let tax = try root.member("tax")
    return PlanClaims.Money(
      margin: try root.member("margin").number(),
      clientBudget: try number(root.member("client_budget")) ?? .infinity,
      costPerOrder: try number(root.member("cost_per_order")),
      returnOnSpend: try number(root.member("return")),
      taxRate: tax.isNull ? nil : try tax.member("rate").number(),
      clientSpendWithTax: tax.isNull ? nil : try tax.member("client_spend_with_tax").number())
  }

  /// Nil where no row of several has the key; a row without it is nil by itself.
  private func all<Row>(
    _ nodes: [JSONNode], having key: String, _ read: (JSONNode) throws(PlanFileProblem) -> Row
  ) throws(PlanFileProblem) -> [Row?]? {
    var rows: [Row?] = []
    var isTold = nodes.isEmpty
    for node in nodes {
      let hasKey = try node.member(ifAny: key) != nil
      isTold = isTold || hasKey
      rows.append(hasKey ? try read(node) : nil)
    }
    return isTold ? rows : nil
  }

  private func parts(_ node: JSONNode) throws(PlanFileProblem) -> PlanClaims.CostParts {
    PlanClaims.CostParts(
      fee: try node.member("fee").number(),
      commissionReserve: try node.member("commission_reserve").number(),
      productCost: try node.member("product_cost").number(),
      extras: try node.member(ifAny: "extras")?.number() ?? 0,
      usage: try node.member(ifAny: "usage")?.number() ?? 0,
      activation: try node.member("activation").number(),
      clientCost: try node.member(ifAny: "client_cost")?.number())
  }

  private func talks(_ node: JSONNode) throws(PlanFileProblem) -> PlanClaims.Talks {
    let status = try node.member("status")
    return PlanClaims.Talks(
      state: try node.member("fee_state").word(), low: try number(node.member("fee_low")),
      high: try number(node.member("fee_high")), status: status.isNull ? nil : try status.word(),
      date: try text(node.member("date")), reserve: try reserve(node.member("reserve")))
  }

  private func reserve(_ node: JSONNode) throws(PlanFileProblem) -> Reserve? {
    if node.isNull { return nil }
    let loss = try number(node.member("loss")) ?? .infinity
    guard let creator = try text(node.member("creator_id")) else {
      return Reserve(deal: nil, loss: loss)
    }
    return Reserve(
      deal: Reserve.Deal(
        creatorID: creator, productID: try node.member("product_id").text(),
        format: try format(node.member("format"))), loss: loss)
  }

  private func profile(_ node: JSONNode) throws(PlanFileProblem) -> CreatorProfile {
    var profile = CreatorProfile()
    profile.handle = try node.member("handle").text()
    profile.url = try node.member("url").text()
    profile.agency = try node.member("agency").text()
    profile.region = try node.member("region").text()
    profile.niche = try node.member("niche").text()
    profile.followers = try node.member("followers").number()
    profile.engagementRate = try number(node.member("engagement_rate"))
    profile.femaleShare = try number(node.member("female_share"))
    profile.mainAge = try text(node.member("main_age"))
    return profile
  }

  private func number(_ node: JSONNode) throws(PlanFileProblem) -> Double? {
    node.isNull ? nil : try node.number()
  }

  private func text(_ node: JSONNode) throws(PlanFileProblem) -> String? {
    node.isNull ? nil : try node.text()
  }

  private func leftOut(_ node: JSONNode) throws(PlanFileProblem) -> PlanClaims.LeftOut {
    let format = try node.member("best_format")
    return PlanClaims.LeftOut(
      creatorID: try node.member("creator_id").text(),
      productID: try node.member("best_product").text(),
      format: format.isNull ? nil : try self.format(format), fee: try number(node.member("fee")),
      cost: try number(node.member("cost")), profile: try profile(node))
  }

  private func product(_ node: JSONNode) throws(PlanFileProblem) -> PlanClaims.ProductDetails {
    var cells: [String: PlannedCell] = [:]
    for cell in try node.member("cells").elements() {
      cells[try cell.member("cell").text()] = PlannedCell(
        people: try cell.member("people").number(orNull: .infinity),
        reach: try cell.member("reach").number(), unique: try cell.member("unique").number())
    }
    return PlanClaims.ProductDetails(
      productID: try node.member("product_id").text(), price: try node.member("price").number(),
      cells: cells)
  }

  private func rule(_ node: JSONNode) throws(PlanFileProblem) -> PlanClaims.RuleDetails {
    let word = try node.member("unit")
    let known = RuleUnit(code: try word.text())
    let unit = if let known { known } else { try word.word() as RuleUnit }
    return PlanClaims.RuleDetails(
      kind: try node.member("kind").word(), subject: try text(node.member("subject")),
      unit: unit, presses: try node.member("presses").word(),
      isWhole: try node.member("whole").flag())
  }

  private func window(_ node: JSONNode) throws(PlanFileProblem) -> CampaignWindow? {
    if node.isNull { return nil }
    guard let from = CalendarDay(iso: try node.member("from").text()),
      let to = CalendarDay(iso: try node.member("to").text())
    else { throw PlanFileProblem(path, .wrongType(key: node.key, expected: .days)) }
    return CampaignWindow(from: from, to: to)
  }

  /// A bound that is null is none, where there is a plan.
  private func curve(_ list: JSONNode) throws(PlanFileProblem) -> BudgetCurve {
    var points: [BudgetCurve.Point] = []
    for node in try list.elements() {
      let value = try number(node.member("value"))
      let bound = try number(node.member("bound"))
      let deals = try node.member("deals")
      points.append(
        BudgetCurve.Point(
          budget: try node.member("budget").number(), value: value,
          bound: value == nil ? bound : bound ?? .infinity,
          deals: deals.isNull ? nil : try deals.integer(),
          marginalReturn: try number(node.member("marginal_return"))))
    }
    return BudgetCurve(points: points)
  }
}
