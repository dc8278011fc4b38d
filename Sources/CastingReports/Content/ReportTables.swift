import Casting
import CastingFiles
import CastingPlanning

/// The tables of a plan, each in its fixed order of columns: what every writer writes from.
package struct ReportTables: Sendable {
  package let deals: ReportTable
  package let creators: ReportTable
  package let products: ReportTable
  package let rules: ReportTable
  package let leftOut: ReportTable
  package let baselines: ReportTable

  package init(
    _ plan: Plan, carrying carried: CarriedCells = CarriedCells(), _ wording: Wording
  ) {
    let stability = plan.stability
    let columns =
      Self.dealColumns + (stability == nil ? [] : Self.stabilityColumns) + Self.termColumns
    let parts = plan.formats.contains { $0.package != nil } ? [PlanJSON.partsKey] : []
    let taken = columns.map(\.key) + PlanJSON.dealKeys + parts
    deals = ReportTable(
      columns: columns + carried.columns(behind: taken),
      rows: plan.deals.enumerated().map { place, deal in
        Self.row(deal, wording) + (stability.map { Self.cells($0, place) } ?? [])
          + Self.terms(deal) + carried.cells(of: deal.creatorID)
      })
    creators = ReportTable(columns: Self.creatorColumns, rows: plan.creators.map(Self.row))
    products = ReportTable(columns: Self.productColumns, rows: plan.products.map(Self.row))
    rules = ReportTable(columns: Self.ruleColumns, rows: plan.rules.map(Self.row))
    leftOut = ReportTable(
      columns: Self.leftOutColumns, rows: plan.leftOut.map { Self.row($0, wording) })
    baselines = Self.baselines(plan.baselines)
  }

  static let dealColumns: [ReportTable.Column] = [
    .init("rank", "#", .count),
    .init("creator_id", "Creator id", .text),
    .init("name", "Creator", .text),
    .init("platform", "Platform", .text),
    .init("tier", "Tier", .text),
    .init("product_id", "Product", .text),
    .init("format", "Format", .text),
    .init("cost", "Cost", .yen),
    .init("affinity", "Affinity", .number),
    .init("effective_reach", "Reach", .number),
    .init("expected_orders", "Orders", .number),
    .init("marginal_value", "Adds", .value),
    .init("marginal_return", "Per yen", .number),
    .init("cumulative_cost", "Spent so far", .yen),
    .init("cumulative_value", "Value so far", .value),
    .init("break_even_fee", "Break-even fee", .yen),
    .init("locked", "Locked", .flag),
    .init("grade", "Grade", .text),
    .init("reason", "Why", .text),
  ]

  /// Only where they were asked for.
  static let stabilityColumns: [ReportTable.Column] = [
    .init("stability", "Stays", .share),
    .init("cast", "Cast", .text),
  ]

  /// Headers of plan.csv, those that stand there only if asked for among them.
  package static let dealHeaders = (dealColumns + stabilityColumns + termColumns).map(\.key)

  /// What is paid for a deal, and how far the talks went.
  static let termColumns: [ReportTable.Column] = [
    .init("fee", "Fee", .yen),
    .init("fee_basis", "Break-even fee from", .text),
    .init("client_cost", "Client pays", .yen),
    .init("status", "Status", .text),
    .init("reserve", "Reserve", .text),
  ]

  private static func terms(_ deal: PlannedDeal) -> [ReportTable.Cell] {
    [
      deal.parts.fee.isNaN ? .missing : .number(deal.parts.fee), .text(deal.feeBasis.rawValue),
      .number(deal.clientCost),
      .text(deal.booking?.status.rawValue ?? ""), .text(deal.reserve?.deal?.creatorID ?? ""),
    ]
  }

  private static func cells(_ stability: Stability, _ deal: Int) -> [ReportTable.Cell] {
    [.number(stability.shares[deal]), .text(stability.isCore(deal) ? "core" : "optional")]
  }

  private static func row(_ deal: PlannedDeal, _ wording: Wording) -> [ReportTable.Cell] {
    [
      .number(Double(deal.rank)), .text(deal.creatorID), .text(deal.name), .text(deal.platform),
      .text(deal.tier.rawValue), .text(deal.productID), .text(deal.format.rawValue),
      .number(deal.cost), .number(deal.affinity), .number(deal.effectiveReach),
      .number(deal.expectedOrders), .number(deal.marginalValue), .number(deal.marginalReturn),
      .number(deal.cumulativeCost), .number(deal.cumulativeValue),
      deal.breakEvenFee.map { .number($0) } ?? .missing,
      .flag(deal.locked), .text(deal.grade.word), .text(wording.text(deal.reasons)),
    ]
  }

  private static let creatorColumns: [ReportTable.Column] = [
    .init("creator_id", "Creator id", .text),
    .init("name", "Creator", .text),
    .init("deals", "Deals", .count),
    .init("spend", "Spend", .yen),
    .init("value", "Value", .value),
  ]

  private static func row(_ creator: PlannedCreator) -> [ReportTable.Cell] {
    [
      .text(creator.creatorID), .text(creator.name), .number(Double(creator.deals)),
      .number(creator.spend), .number(creator.value),
    ]
  }

  private static let productColumns: [ReportTable.Column] = [
    .init("product_id", "Product id", .text),
    .init("name", "Product", .text),
    .init("orders", "Orders", .number),
    .init("value", "Value", .value),
    .init("spend", "Spend", .yen),
    .init("creators", "Creators", .count),
    .init("stock_left", "Stock left", .number),
  ]

  private static func row(_ product: PlannedProduct) -> [ReportTable.Cell] {
    [
      .text(product.productID), .text(product.name), .number(product.orders),
      .number(product.value), .number(product.spend), .number(Double(product.creators)),
      .number(product.stockLeft),
    ]
  }

  private static let ruleColumns: [ReportTable.Column] = [
    .init("name", "Rule", .text),
    .init("lower", "At least", .number),
    .init("activity", "Used", .number),
    .init("upper", "At most", .number),
    .init("price", "Price", .value),
    .init("id", "Id", .text),
    .init("cost", "Costs at most", .value),
  ]

  private static func row(_ rule: RuleReport) -> [ReportTable.Cell] {
    [
      .text(rule.name), .number(rule.lower), .number(rule.activity), .number(rule.upper),
      .number(rule.price), .text(rule.id), rule.cost.map { .number($0) } ?? .missing,
    ]
  }

  private static let leftOutColumns: [ReportTable.Column] = [
    .init("creator_id", "Creator id", .text),
    .init("name", "Creator", .text),
    .init("best_product", "Best product", .text),
    .init("reason", "Why not", .text),
    .init("break_even_fee", "Enters at", .yen),
  ]

  private static func row(
    _ creator: LeftOutCreator, _ wording: Wording
  ) -> [ReportTable.Cell] {
    [
      .text(creator.creatorID), .text(creator.name), .text(creator.bestProductID),
      .text(wording.text(creator.reason)), creator.breakEvenFee.map { .number($0) } ?? .missing,
    ]
  }
}
