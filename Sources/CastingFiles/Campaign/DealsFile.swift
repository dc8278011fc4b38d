import Casting
import Tables

/// Reads a table of deals with a team's own predictions.
enum DealsFile {
  /// Reads deals whose creators and products are in the tables given.
  ///
  /// - Parameter format: stands for an empty format, the first in play.
  static func read(
    path: String, creators: RosterFile.Loaded, products: ProductsFile.Loaded,
    format: DealFormat, _ context: inout ReadingContext
  ) -> DealTable? {
    let read = context.readTable(path: path, schema: .deals)
    guard var table = read, table.match != nil else { return nil }
    let rows = DealRows(
      table: table, format: format,
      isComplete: creators.table.isWhole && products.table.isWhole)
    var found: [(deal: DealTable.Row, line: Int)] = []
    for row in 0..<table.rows {
      let creator = rows.reference(
        row, "creator_id", creators.index, (.creator, creators.table.file), &context.issues)
      let product = rows.reference(
        row, "product_id", products.index, (.product, products.table.file), &context.issues)
      let prediction = rows.prediction(row, &context.issues)
      guard let creator, let product, let prediction else { continue }
      found.append(
        (
          DealTable.Row(
            creator: creator, product: product, format: rows.format(row),
            cost: context.terms.money.up(rows.cost[row]), prediction: prediction), row
        ))
    }
    func key(_ deal: DealTable.Row, _ row: Int) -> [Int] { Self.key(deal, row, table.schema) }
    found.sort { key($0.deal, $0.line).lexicographicallyPrecedes(key($1.deal, $1.line)) }
    var unique: [DealTable.Row] = []
    var last: (deal: DealTable.Row, line: Int)?
    for next in found {
      if let last, key(last.deal, 0) == key(next.deal, 0) {
        rows.reportDuplicate(next.line, of: last.line, &context.issues)
      } else {
        unique.append(next.deal)
        last = next
      }
    }
    // Each issue above left out its own row.
    if unique.isEmpty {
      context.rejects?.append(context.issues.takeJournal())
    } else {
      context.passOverRowIssues(of: &table)
    }
    context.tally(table, path: path, kept: unique.count)
    return DealTable(rows: unique)
  }

  /// The order of deals; the row keeps it total.
  private static func key(_ deal: DealTable.Row, _ row: Int, _ schema: TableSchema) -> [Int] {
    [deal.creator, deal.product, schema.formats.firstIndex(of: deal.format) ?? 0, row]
  }
}

/// The columns of a table of deals.
private struct DealRows {
  let table: TypedTable
  let creatorIDs: TextColumn
  let productIDs: TextColumn
  let formats: CategoryColumn
  let cost: NumberColumn
  let value: NumberColumn
  let reach: NumberColumn
  let defaultFormat: DealFormat
  /// Whether every creator and product could be read, so that an unknown id is a fault.
  let isComplete: Bool

  init(table: TypedTable, format: DealFormat, isComplete: Bool) {
    self.isComplete = isComplete
    self.table = table
    creatorIDs = table.text("creator_id")
    productIDs = table.text("product_id")
    formats = table.category("format")
    cost = table.number("cost")
    value = table.number("value")
    reach = table.number("reach")
    defaultFormat = format
  }

  func format(_ row: Int) -> DealFormat {
    table.schema.format(named: formats[row]) ?? defaultFormat
  }

  /// Row of the creator or product that a cell names.
  func reference(
    _ row: Int, _ column: String, _ index: IdentifierIndex, _ target: (RowNoun, String),
    _ issues: inout InputIssues
  ) -> Int? {
    let text = (column == "creator_id" ? creatorIDs : productIDs)[row]
    // An empty cell has its issue already.
    if text.isEmpty { return nil }
    if let found = index.row(of: text) { return found }
    if !isComplete { return nil }
    let place = table.place(row: row, column: column)
    issues.appendRow(
      .unknownReference(
        Cell(name: .named(column), isRequired: true, text: text, place: place), target.0,
        file: target.1))
    return nil
  }

  func prediction(_ row: Int, _ issues: inout InputIssues) -> DealTable.Prediction? {
    switch (value[row].isNaN, reach[row].isNaN) {
    case (false, true): return .value(value[row])
    case (true, false): return .reach(reach[row])
    case (let isEmpty, _):
      issues.appendRow(
        .dealPrediction(hasBoth: !isEmpty, at: table.place(row: row, column: "value")))
      return nil
    }
  }

  func reportDuplicate(_ row: Int, of first: Int, _ issues: inout InputIssues) {
    issues.appendRow(
      .duplicateDeal(
        firstLine: Int(table.lines[first]),
        value: "\(creatorIDs[row]) × \(productIDs[row]) × \(format(row).rawValue)",
        at: table.place(row: row)))
  }
}
