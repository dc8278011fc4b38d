import Casting
import CastingPlanning

/// A plan for the terminal: the ranked deals, the certificate, and what stands out.
public enum PlanTerminal {
  /// Lines joined and ended by line feeds.
  ///
  /// - Parameters:
  ///   - width: columns of the window; sentences are wrapped, tables cut to it.
  ///   - color: whether escape sequences may be used; only for a terminal.
  ///   - maximumDeals: deals shown; the others are counted and left to plan.csv.
  public static func render(
    _ plan: Plan, width: Int, color: Bool, maximumDeals: Int = 40
  ) -> String {
    let page = Page(width: max(20, width), color: color)
    var lines = page.wrapped(PlanWording.head(plan), indent: "", bold: true)
    if plan.status != .infeasible && !plan.deals.isEmpty {
      lines += [""] + deals(plan, page, maximumDeals)
    }
    lines += [""] + page.wrapped(PlanWording.certificate(plan), indent: "")
    lines += section("What stands out", sentences(PlanWording.standsOut(plan), page), page)
    lines += section("Other ways to cast", BaselineTerminal.lines(plan, page), page)
    lines += section("Left out", leftOut(plan, page), page)
    return lines.map { $0 + "\n" }.joined()
  }

  private static func section(_ title: String, _ body: [String], _ page: Page) -> [String] {
    body.isEmpty ? [] : ["", page.heading(title)] + body
  }

  private static func sentences(_ sentences: [String], _ page: Page) -> [String] {
    sentences.flatMap { page.wrapped($0, indent: "  ", first: "- ") }
  }

  private static func deals(_ plan: Plan, _ page: Page, _ maximum: Int) -> [String] {
    let shown = plan.deals.prefix(maximum)
    var columns = dealColumns
    var rows = shown.map { cells($0, plan.objective) }
    if let stability = plan.stability {
      columns.insert(.init("Stays", isNumeric: true, dropOrder: 3), at: stabilityPlace)
      for deal in shown.indices {
        rows[deal].insert(Amount.percent(stability.shares[deal]), at: stabilityPlace)
      }
    }
    let table = TerminalTable(columns: columns, rows: rows)
    let rest = plan.deals.count - shown.count
    let more = rest > 0 ? ["… and \(PlanWording.counted(rest, "more deal")) in plan.csv"] : []
    return table.lines(width: page.width, color: page.color) + more
  }

  /// Behind what a deal adds per yen.
  private static let stabilityPlace = 10

  private static let dealColumns: [TerminalTable.Column] = [
    .init("#", isNumeric: true),
    .init("Creator", minimumWidth: 18),
    .init("Id", dropOrder: 5, minimumWidth: 6),
    .init("Platform", dropOrder: 7, minimumWidth: 9),
    .init("Tier", dropOrder: 6, minimumWidth: 5),
    .init("Product", minimumWidth: 7),
    .init("Format", dropOrder: 1, minimumWidth: 6),
    .init("Cost", isNumeric: true),
    .init("Adds", isNumeric: true),
    .init("Per yen", isNumeric: true, dropOrder: 2),
    .init("Spent so far", isNumeric: true, dropOrder: 4),
    .init("Break-even", isNumeric: true, dropOrder: 8),
    .init("Affinity", isNumeric: true, dropOrder: 9),
    .init("Why", dropOrder: 3, minimumWidth: 44, holdsClauses: true),
  ]

  private static func cells(_ deal: PlannedDeal, _ objective: Objective) -> [String] {
    [
      String(deal.rank), deal.name.isEmpty ? deal.creatorID : deal.name, deal.creatorID,
      deal.platform, deal.tier.rawValue, deal.productID, deal.format.rawValue,
      Amount.yen(deal.cost),
      objective.isMoney ? Amount.yen(deal.marginalValue) : Amount.whole(deal.marginalValue),
      Amount.decimal(deal.marginalReturn, objective.isMoney ? 2 : 4),
      Amount.yen(deal.cumulativeCost), fee(deal.feeFinding),
      Amount.decimal(deal.affinity, 2), deal.reason,
    ]
  }

  /// Blank where nothing was solved.
  private static func fee(_ finding: FeeFinding) -> String {
    switch finding {
    case .notSolved: ""
    case .locked: "locked"
    case .threshold(let fee): Amount.yen(fee, rule: .down)
    case .atLeast(let fee, _): "≥ " + Amount.yen(fee, rule: .down)
    case .todaysFee: "today's fee"
    case .everyFee: "any fee"
    case .noFee: "no fee"
    }
  }

  private static func leftOut(_ plan: Plan, _ page: Page) -> [String] {
    if plan.leftOut.isEmpty { return [] }
    let columns: [TerminalTable.Column] = [
      .init("Creator", minimumWidth: 14), .init("Id", dropOrder: 2, minimumWidth: 6),
      .init("Best product", dropOrder: 1, minimumWidth: 6),
      .init("Worth up to", isNumeric: true, dropOrder: 3),
      .init("Why not", dropOrder: 4, minimumWidth: 48, holdsClauses: true),
    ]
    let rows = plan.leftOut.prefix(5).map {
      [
        $0.name.isEmpty ? $0.creatorID : $0.name, $0.creatorID, $0.bestProductID,
        fee($0.feeFinding), $0.reason,
      ]
    }
    return TerminalTable(columns: columns, rows: rows).lines(width: page.width, color: page.color)
  }
}
