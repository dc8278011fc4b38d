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

  /// A row of the result.
  public init(rank: Int, creatorID: String, deal: ScoredDeal) {
    self.rank = rank
    self.creatorID = creatorID
    self.deal = deal
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

  /// How rows are written.
  ///
  /// - Parameters:
  ///   - productIDs: of the products, which deals name by position.
  ///   - namesFormat: whether rows say which format they mean: where more than one is in play.
  public init(productIDs: [String], namesFormat: Bool) {
    self.productIDs = productIDs
    self.namesFormat = namesFormat
  }

  /// Names and kinds of the columns, in order.
  package var columns: [SQLiteTableWriter.Column] {
    let first: [SQLiteTableWriter.Column] = [
      .init("product_id", .text), .init("rank", .integer), .init("creator_id", .text),
    ]
    let numbers = [
      "affinity", "effective_reach", "expected_orders", "expected_value", "cost",
      "value_per_cost",
    ]
    return first + numbers.map { .init($0, .real) }
      + (namesFormat ? [.init("format", .text)] : [])
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
    let wording = ScoreWording(productIDs: [], namesFormat: false)
    let firstLine = bytes.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
    let header = wording.header.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
    if firstLine.starts(with: header) { return true }
    // The members of a row in order, whatever their values.
    var rest = firstLine
    guard rest.first == UInt8(ascii: "{") else { return false }
    for column in wording.columns {
      guard let place = rest.firstRange(of: Array("\"\(column.name)\": ".utf8)) else {
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
      if namesFormat { values.append(.text(row.deal.format.rawValue)) }
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
      if namesFormat { writer.append(row.deal.format.rawValue) }
      writer.endRow()
    }
    return writer.bytes
  }

  private func jsonLines(_ rows: [ScoreRow]) -> [UInt8] {
    let names = columns.map(\.name)
    var bytes: [UInt8] = []
    for row in rows {
      let values: [JSONValue] =
        [
          .string(productIDs[row.deal.product]), .integer(UInt64(row.rank)),
          .string(row.creatorID),
        ] + Self.numbers(row.deal).map { .number($0) }
        + (namesFormat ? [.string(row.deal.format.rawValue)] : [])
      bytes += JSONValue.object(zip(names, values).map { (key: $0, value: $1) }).text
    }
    return bytes
  }
}
