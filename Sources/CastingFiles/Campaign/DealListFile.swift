import Casting
import CastingPlanning
import Tables

/// Reads a list of deals that somebody made by hand: creator, product, format, cost.
public enum DealListFile {
  /// A table, and notes on what of it was not used.
  ///
  /// Only creators must be named: where the campaign has one product it need not be, and a format is
  /// found by what the deal is worth. Costs are read to be compared, not to be gone by.
  ///
  /// - Parameters:
  ///   - files: where the campaign was read from.
  ///   - otherColumns: headers that may be there and mean nothing here.
  public static func read(
    path: String, of campaign: Campaign, from files: CampaignPaths,
    ignoring otherColumns: [String] = [], threads: Int = 1,
    options: ReadingOptions = ReadingOptions()
  ) throws(InputError) -> (list: DealList, notes: [ReadingNote], skipped: InputIssues) {
    var context = ReadingContext(options, threads: threads)
    context.statements = campaign.brief.tables
    context.packages = campaign.brief.packages
    let known = TableSchema.dealList
    let schema = known.carrying(
      otherColumns.filter { known.columnOfHeader[HeaderText.normalized($0)] == nil })
    let read = context.readTable(path: path, schema: schema)
    guard var table = read, table.match != nil else { throw InputError(context.issues) }
    let rows = DealListRows(table, campaign, files)
    let deals = (0..<table.rows).compactMap { rows.deal($0, &context.issues) }
    if deals.isEmpty {
      context.rejects?.append(context.issues.takeJournal())
    } else {
      context.passOverRowIssues(of: &table)
    }
    context.tally(table, path: path, kept: deals.count)
    context.checkLimit()
    guard context.issues.isEmpty else { throw InputError(context.issues) }
    return (DealList(name: path, deals: deals), context.notes, context.skipped)
  }

  /// The deals of a plan file; those of creators or products that have left the inputs since are told apart.
  /// They are issues where nothing else is left: that is another campaign's plan.
  public static func list(
    of claims: PlanClaims, name: String, in campaign: Campaign
  ) throws(InputError) -> DealList {
    var issues = InputIssues()
    let creators = rows(of: claims.deals.map(\.creatorID), in: campaign.roster.creatorIDs)
    let products = campaign.products.products.map(\.id)
    var strangers: [ImpossibleDeal] = []
    let deals = claims.deals.compactMap { deal -> DealList.Deal? in
      let creator = creators[deal.creatorID]
      let product = products.firstIndex(of: deal.productID)
      if creator == nil { issues.append(.strangerInPlan(name, .creator, deal.creatorID)) }
      if product == nil { issues.append(.strangerInPlan(name, .product, deal.productID)) }
      guard let creator, let product else {
        strangers.append(
          ImpossibleDeal(
            creatorID: deal.creatorID, productID: deal.productID, format: deal.format,
            obstacle: creator == nil ? .creatorGone : .productGone))
        return nil
      }
      return DealList.Deal(
        creator: creator, product: product, format: deal.format, statedCost: deal.cost)
    }
    guard issues.isEmpty || !deals.isEmpty else { throw InputError(issues) }
    var list = DealList(name: name, deals: deals, claims: claims)
    list.strangers = strangers
    return list
  }

  /// Rows of the ids that there are.
  fileprivate static func rows(of ids: [String], in column: TextColumn) -> [String: Int] {
    let wanted = Set(ids)
    var rows: [String: Int] = [:]
    for row in 0..<column.count where wanted.contains(column[row]) {
      if rows[column[row]] == nil { rows[column[row]] = row }
    }
    return rows
  }
}

/// The columns of a list of deals.
private struct DealListRows {
  let table: TypedTable
  let creatorIDs: TextColumn
  let productIDs: TextColumn
  let formats: CategoryColumn
  let costs: NumberColumn
  let fees: NumberColumn
  let rowOfCreator: [String: Int]
  let products: [String]
  let files: CampaignPaths

  init(_ table: TypedTable, _ campaign: Campaign, _ files: CampaignPaths) {
    self.files = files
    self.table = table
    let creatorIDs = table.text("creator_id")
    self.creatorIDs = creatorIDs
    productIDs = table.text("product_id")
    formats = table.category("format")
    costs = table.number("cost")
    fees = table.number("fee")
    rowOfCreator = DealListFile.rows(
      of: (0..<table.rows).map { creatorIDs[$0] }, in: campaign.roster.creatorIDs)
    products = campaign.products.products.map(\.id)
  }

  /// Nil, with an issue, where the row names nobody or nothing.
  func deal(_ row: Int, _ issues: inout InputIssues) -> DealList.Deal? {
    let creator = creatorIDs[row]
    // An empty cell has its issue already.
    guard !creator.isEmpty else { return nil }
    if rowOfCreator[creator] == nil { report(.creator, creator, row, &issues) }
    let product = productIDs[row]
    let place = product.isEmpty && products.count == 1 ? 0 : products.firstIndex(of: product)
    if place == nil { report(.product, product, row, &issues) }
    guard let found = rowOfCreator[creator], let place else { return nil }
    let cost = costs.isPresent ? costs[row] : fees[row]
    return DealList.Deal(
      creator: found, product: place, format: table.schema.format(named: formats[row]),
      statedCost: cost.isNaN ? nil : cost)
  }

  private func report(_ noun: RowNoun, _ text: String, _ row: Int, _ issues: inout InputIssues) {
    let column = noun.rawValue + "_id"
    let place = table.place(row: row, column: column)
    let cell = Cell(name: .named(column), isRequired: true, text: text, place: place)
    issues.appendRow(
      .unknownReference(cell, noun, file: noun == .creator ? files.roster : files.products))
  }
}

extension TableSchema {
  /// Columns of a list of deals made by hand.
  static let dealList = TableSchema(
    rowNoun: .deal,
    columns: TableSchema.deals.columns.filter {
      ["creator_id", "product_id", "format", "cost"].contains($0.name)
    }.map { column in
      var column = column
      column.isRequired = column.name == "creator_id"
      column.aliases.removeAll { fees.contains($0) }
      return column
    } + [.init(name: fees[0], kind: .number(.yen), aliases: Array(fees.dropFirst()))])

  /// A plan has both a fee and a cost; a list that has the fee alone means the cost.
  private static let fees = ["fee", "料金"]
}
