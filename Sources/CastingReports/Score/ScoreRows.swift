import Casting
import Tables

/// A scored deal as it is written: one row of the result.
public struct ScoreRow: Sendable {
  /// From 1: among the deals of its product, or of its creator.
  public var rank: Int
  /// As the roster has it.
  public var creatorID: String
  /// The numbers of the row.
  public var deal: ScoredDeal
  /// Her name, and her cells of the columns that are carried; "" is not known.
  public var texts: [String]

  /// A row of the result.
  public init(rank: Int, creatorID: String, deal: ScoredDeal, texts: [String]) {
    self.rank = rank
    self.creatorID = creatorID
    self.deal = deal
    self.texts = texts
  }
}

/// What a run is called among others whose rows stand in the same place.
public struct ScoreRunName: Sendable, Equatable {
  /// Unlike that of any other run there.
  public var id: String
  /// "" where none was given.
  public var date: String

  /// A name of a run, with its day.
  public init(id: String, date: String) {
    self.id = id
    self.date = date
  }
}

/// Writes scored deals as CSV, as JSON Lines, or as the values of a table.
public struct ScoreWording: Sendable {
  /// A form that scored deals are kept in.
  public enum Form: String, CaseIterable, Sendable {
    case csv, jsonl, sqlite
  }

  private let productIDs: [String]
  /// Whether more than one format is in play, so that a row has to say which it means.
  private let namesFormat: Bool
  /// Headers of the columns that are carried, in order; none twice and none of the others'.
  private let carried: [String]
  /// Nil where rows of several runs do not stand together.
  let run: ScoreRunName?

  private static let first = ["product_id", "rank", "creator_id"]
  private static let numbers = [
    "affinity", "effective_reach", "expected_orders", "expected_value", "cost", "value_per_cost",
  ]

  /// How rows are written.
  ///
  /// - Parameters:
  ///   - productIDs: of the products, which deals name by position.
  ///   - namesFormat: whether rows say which format they mean: where more than one is in play.
  ///   - carried: headers of the creator table's own columns; one whose name is taken is numbered.
  public init(
    productIDs: [String], namesFormat: Bool, carried: [String] = [], run: ScoreRunName? = nil
  ) {
    self.productIDs = productIDs
    self.namesFormat = namesFormat
    self.run = run
    let taken =
      Self.first + Self.numbers + ["format", "grade", "name"] + (run == nil ? [] : Self.runColumns)
    self.carried = CarriedCells(headers: carried).columns(behind: taken).map(\.key)
  }

  static let runColumns = ["run_id", "run_date"]

  /// Names and kinds of the columns, in order.
  package var columns: [SQLiteTableWriter.Column] {
    Self.first.map { .init($0, $0 == "rank" ? .integer : .text) }
      + Self.numbers.map { .init($0, .real) }
      + lastColumns.map { .init($0, .text) }
  }

  /// Names of the columns of text behind the numbers.
  private var lastColumns: [String] {
    (namesFormat ? ["format"] : []) + ["grade", "name"] + carried
      + (run == nil ? [] : Self.runColumns)
  }

  /// Calls `body` with their texts, in the same order.
  private func forEachLastText(_ row: ScoreRow, _ body: (String) -> Void) {
    if namesFormat { body(row.deal.format.rawValue) }
    body(row.deal.grade.word)
    for text in row.texts { body(text) }
    if let run {
      body(run.id)
      body(run.date)
    }
  }

  /// The header of a CSV file.
  public var header: [UInt8] {
    var writer = CSVWriter()
    for column in columns { writer.append(column.name) }
    writer.endRow()
    return writer.bytes
  }

  /// Whether bytes begin as a result does that castplan wrote, as CSV or as JSON Lines.
  package static func isResult(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let firstLine = bytes.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
    if firstLine.starts(with: (first + numbers).joined(separator: ",").utf8) { return true }
    // The members of a row in order, whatever their values.
    var rest = firstLine
    guard rest.first == UInt8(ascii: "{") else { return false }
    for column in Self.first + Self.numbers {
      guard let place = rest.firstRange(of: Array("\"\(column)\": ".utf8)) else {
        return false
      }
      rest = rest[place.upperBound...]
    }
    return true
  }

  /// Rows as CSV or JSON Lines.
  public func text(_ rows: [ScoreRow], _ form: Form) -> [UInt8] {
    form == .jsonl ? jsonLines(rows) : csv(rows)
  }

  /// The values of rows, one after the other.
  package func values(_ rows: [ScoreRow]) -> [SQLiteTableWriter.Value] {
    var values: [SQLiteTableWriter.Value] = []
    values.reserveCapacity(rows.count * columns.count)
    for row in rows {
      values += [
        .text(productIDs[row.deal.product]), .integer(row.rank), .text(row.creatorID),
      ]
      for number in Self.numbers(row.deal) { values.append(.real(number)) }
      forEachLastText(row) { values.append(.text($0)) }
    }
    return values
  }

  /// NaN where a deal costs nothing and its value per cost is none.
  private static func numbers(_ deal: ScoredDeal) -> [Double] {
    [
      deal.affinity, deal.effectiveReach, deal.expectedOrders, deal.expectedValue, deal.cost,
      deal.valuePerCost.isFinite ? deal.valuePerCost : .nan,
    ]
  }

  private func csv(_ rows: [ScoreRow]) -> [UInt8] {
    var writer = CSVWriter()
    for row in rows {
      writer.append(productIDs[row.deal.product])
      writer.append(row.rank)
      writer.append(row.creatorID)
      for number in Self.numbers(row.deal) { writer.append(number) }
      forEachLastText(row) { writer.append($0) }
      writer.endRow()
    }
    return writer.bytes
  }

  private func jsonLines(_ rows: [ScoreRow]) -> [UInt8] {
    let names = columns.map(\.name)
    var bytes: [UInt8] = []
    for row in rows {
      var values: [JSONValue] = [
        .string(productIDs[row.deal.product]), .integer(UInt64(row.rank)),
        .string(row.creatorID),
      ]
      values += Self.numbers(row.deal).map { .number($0) }
      forEachLastText(row) { values.append(.string($0)) }
      bytes += JSONValue.object(zip(names, values).map { (key: $0, value: $1) }).text
    }
    return bytes
  }
}
