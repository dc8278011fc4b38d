import Casting
import CastingReview
import Tables

/// Reads what was agreed, asked and declined: creator_id (or name), product_id, format, status, fee, date.
enum BookingsFile {
  /// Bookings of creators and products that are in the tables given, in the order of the table.
  static func read(
    path: String, creators: RosterFile.Loaded, products: ProductsFile.Loaded, brief: Brief,
    _ context: inout ReadingContext
  ) -> [Booking]? {
    // What the brief states of columns is about a table of predictions.
    let statements = context.statements
    context.statements = TableStatements()
    defer { context.statements = statements }
    let read = context.readTable(path: path, schema: .bookings)
    guard var table = read, table.match != nil else { return nil }
    let rows = BookingRows(table, creators, products, brief)
    var bookings: [Booking] = []
    var firstRows: [[String]: Int] = [:]
    for row in 0..<table.rows {
      guard let booking = rows.booking(row, &context.issues) else { continue }
      let key = [
        booking.creatorID, booking.productID ?? "", booking.format?.rawValue ?? "",
      ]
      if let first = firstRows[key] {
        context.issues.appendRow(
          .duplicateDeal(
            firstLine: Int(table.lines[first]), value: key.joined(separator: " × "),
            at: table.place(row: row)))
        continue
      }
      firstRows[key] = row
      bookings.append(booking)
    }
    rows.checkPairs(bookings, firstRows, &context.issues)
    context.passOverRowIssues(of: &table)
    context.tally(table, path: path, kept: bookings.count)
    return bookings
  }
}

extension Campaign {
  /// The campaign with bookings: plans keep those that were not declined.
  func booked(_ bookings: [Booking]) -> Campaign {
    var campaign = self
    campaign.bookings = bookings
    for booking in bookings where booking.status.isKept {
      let lock = Lock(creatorID: booking.creatorID, productID: booking.productID)
      if !campaign.brief.locks.contains(lock) { campaign.brief.locks.append(lock) }
    }
    return campaign
  }
}

/// The columns of a table of bookings.
private struct BookingRows {
  let table: TypedTable
  let creators: RosterFile.Loaded
  let products: ProductsFile.Loaded
  let window: CampaignWindow?
  let formats: [DealFormat]
  let creatorIDs: TextColumn
  let names: TextColumn
  let productIDs: TextColumn
  let words: CategoryColumn
  let formatWords: CategoryColumn
  let fees: NumberColumn
  let days: [CalendarDay?]

  init(
    _ table: TypedTable, _ creators: RosterFile.Loaded, _ products: ProductsFile.Loaded,
    _ brief: Brief
  ) {
    (self.table, self.creators, self.products) = (table, creators, products)
    window = brief.window
    formats = CampaignFormats(roster: creators.roster, brief: brief).all
    creatorIDs = table.text("creator_id")
    names = table.text("name")
    productIDs = table.text("product_id")
    words = table.category("status")
    formatWords = table.category("format")
    fees = table.number("fee")
    days = table.day("date")
  }

  /// Nil, with an issue, where the row tells of no deal that may be.
  func booking(_ row: Int, _ issues: inout InputIssues) -> Booking? {
    let creator = creatorID(row, &issues)
    let (product, isProductKnown) = productID(row, &issues)
    // An empty cell, or an unknown word, has its issue already.
    guard let status = Booking.Status(rawValue: words[row]) else { return nil }
    let format = table.schema.format(named: formatWords[row])
    let day = days.isEmpty ? nil : days[row]
    let known = issues.total
    if status.isKept, product == nil, isProductKnown {
      issues.appendRow(.bookingWithoutProduct(table.place(row: row, column: "product_id")))
    }
    if status.isKept, let format, !formats.contains(format) {
      issues.appendRow(
        .bookedFormatNotInPlay(
          format, of: formats, at: table.place(row: row, column: "format")))
    }
    if status.isKept, let day, let window, day < window.from || window.to < day {
      issues.appendRow(
        .bookedOutside(day, window, at: table.place(row: row, column: "date")))
    }
    guard let creator, isProductKnown, issues.total == known else { return nil }
    return Booking(
      creatorID: creator, productID: product, format: format, status: status,
      fee: fees[row].isNaN ? nil : fees[row], date: day)
  }

  /// The id in the roster: by the id that is written, else by the name.
  private func creatorID(_ row: Int, _ issues: inout InputIssues) -> String? {
    let column = creatorIDs.isEmpty(row) ? "name" : "creator_id"
    let text = creatorIDs.isEmpty(row) ? names[row] : creatorIDs[row]
    let place = table.place(row: row, column: column)
    let cell = Cell(name: .named(column), isRequired: true, text: text, place: place)
    guard !text.isEmpty else {
      issues.appendRow(.emptyCell(cell, nil))
      return nil
    }
    let found = creators.roster.rows(called: text)
    if found.count == 1 { return creators.roster.creatorIDs[found[0]] }
    guard creators.table.isWhole || !found.isEmpty else { return nil }
    issues.appendRow(
      found.isEmpty
        ? .unknownReference(cell, .creator, file: creators.table.file)
        : InputIssue(
          cell,
          .brief(
            .sharedName(
              name: cell.name, noun: .creator,
              ids: found.prefix(8).map { creators.roster.creatorIDs[$0] }))))
    return nil
  }

  /// The id in the list of products, by id or name; nil where the cell is empty, and the campaign has
  /// several.
  private func productID(
    _ row: Int, _ issues: inout InputIssues
  ) -> (id: String?, isKnown: Bool) {
    let text = productIDs[row]
    let list = products.products.products
    if text.isEmpty {
      let isKept = Booking.Status(rawValue: words[row])?.isKept ?? false
      return (isKept && list.count == 1 ? list[0].id : nil, true)
    }
    if products.index.row(of: text) != nil { return (text, true) }
    let named = products.products.ids(named: text)
    if named.count == 1 { return (named[0], true) }
    guard products.table.isWhole else { return (nil, false) }
    let place = table.place(row: row, column: "product_id")
    issues.appendRow(
      .unknownReference(
        Cell(name: .named("product_id"), isRequired: false, text: text, place: place), .product,
        file: products.table.file))
    return (nil, false)
  }

  /// Two deals of one creator and product that plans are to keep: one is the rule.
  func checkPairs(
    _ bookings: [Booking], _ firstRows: [[String]: Int], _ issues: inout InputIssues
  ) {
    var kept: [[String]: [String]] = [:]
    for booking in bookings where booking.status.isKept {
      let pair = [booking.creatorID, booking.productID ?? ""]
      let key = pair + [booking.format?.rawValue ?? ""]
      if let first = kept[pair].flatMap({ firstRows[$0] }), let row = firstRows[key] {
        issues.appendRow(
          .twoBookings(
            firstLine: Int(table.lines[first]), value: pair.joined(separator: " × "),
            at: table.place(row: row)))
      } else {
        kept[pair] = key
      }
    }
  }
}
